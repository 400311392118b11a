import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DerivedEvent } from '../../../src/domain/event/event.ts';
import { actorId, eventId, mentionId, placeId } from '../../../src/domain/event/ids.ts';
import type { Mention } from '../../../src/domain/event/mention.ts';
import {
  type EventFilter,
  type EventOrder,
  FACET_NAMES,
  type FacetName,
  type MonthDayMatch,
  type Page,
  type PageRequest,
  type RangeMatch,
} from '../../../src/domain/query/timeline-query.ts';
import {
  addDays,
  type CalendarDate,
  requireCalendarDate,
  toDayNumber,
} from '../../../src/domain/time/calendar-date.ts';
import { publishedDate } from '../../../src/domain/time/edtf.ts';
import { dayBoundsOf, type EventDate } from '../../../src/domain/time/event-date.ts';
import { deriveEvent } from '../../../src/ingestion/joining/derive/derive-event.ts';
import { snapshotChangeOf } from '../../../src/ingestion/joining/derive/snapshot-change-of.ts';
import type { BoundsCount, EventStore } from '../../../src/store/port/event-store.ts';
import { usualOrLong } from '../../support/usual-or-long.ts';
import { buildArticle, buildChange, buildMention, buildNote, dayDate, spanDate } from '../build-event.ts';
import { saveArticle, saveCuration } from '../save-change.ts';

/** The last one says nothing of its publication and counts from its anchor. */
const ARTICLES = ['2021-12-03', '2021-12-06', '2021-12-06', '2021-12-20', null].map((day, index) =>
  buildArticle(`n${index}`, {
    publisher: `Sample ${index}`,
    publishedOn: day === null ? null : requireCalendarDate(day),
    anchor: { date: requireCalendarDate(day ?? '2021-12-13'), basis: day === null ? 'DATELINE' : 'METADATA' },
  }),
);

const DATES: readonly (EventDate | null)[] = [
  null,
  spanDate(null, '2021-12-31', 'OPEN', 'BEFORE'),
  spanDate('2021-01-01', '2021-12-31', 'YEAR'),
  spanDate('2021-12-01', '2021-12-31', 'MONTH'),
  spanDate('2021-11-29', '2021-12-05', 'WEEK'),
  dayDate('2021-12-01'),
  dayDate('2021-12-02'),
  publishedDate(requireCalendarDate('2021-12-02')),
];

/** The days around those on which articles were published, and the ends of the calendar. */
const DAYS =
  '0001-01-01 2021-12-02 2021-12-03 2021-12-05 2021-12-06 2021-12-13 2021-12-19 2021-12-20 9999-12-31'
    .split(' ')
    .map(requireCalendarDate);

const WORDS = ['envoys', 'met', 'left', 'drafts', 'Zürich'];
const ACTORS = ['a', 'b', 'c'].map((name) => ({
  id: actorId(`act_${name}`),
  name: `Actor ${name}`,
  role: 'ACTOR' as const,
}));
const PLACES = ['p', 'q'].map((name) => ({ id: placeId(`plc_${name}`), name: `Place ${name}` }));

const words = fc.subarray(WORDS, { minLength: 1 }).map((chosen) => chosen.join(' '));

const mention = fc
  .record({
    article: fc.constantFrom(...ARTICLES),
    date: fc.constantFrom(...DATES),
    title: words,
    sentence: words,
    type: fc.constantFrom('CONSULT' as const, 'OTHER' as const, 'AID' as const),
    modality: fc.constantFrom('PLANNED' as const, 'REPORTED' as const, 'ASSERTED' as const),
    actors: fc.subarray(ACTORS),
    places: fc.subarray(PLACES),
    subject: fc.constantFrom(null, 'courts', 'weather'),
    confidence: fc.constantFrom(0.5, 0.7, 0.9),
  })
  .map(
    (given) =>
      (name: string): Mention => ({
        ...buildMention(name, { ...given, anchor: given.article.anchor }),
        id: mentionId(`men_${name}`),
      }),
  );

const events = fc.array(fc.array(mention, { minLength: 1, maxLength: 4 }), { maxLength: 6 }).map((tellings) =>
  tellings.flatMap((mentions, index): DerivedEvent[] => {
    const named = mentions.map((name, place) => name(`${index}-${place}`));
    const event = deriveEvent(eventId(`evt_${index}`), named);
    return event === null ? [] : [event];
  }),
);

const range = fc.record({
  from: fc.constantFrom(null, requireCalendarDate('2021-12-01'), requireCalendarDate('2021-12-02')),
  to: fc.constantFrom(null, requireCalendarDate('2021-12-02'), requireCalendarDate('2021-12-31')),
  match: fc.constantFrom<RangeMatch>('OVERLAPS', 'WITHIN', 'STARTS'),
});

const FIELDS = {
  range,
  actors: fc.subarray(['act_a', 'Actor B']),
  allActors: fc.subarray(['act_a', 'actor b']),
  noActors: fc.subarray(['act_c', 'Actor B']),
  places: fc.constant(['plc_p']),
  types: fc.constant(['CONSULT' as const, 'AID' as const]),
  subjects: fc.subarray(['courts', 'weather']),
  precisions: fc.constant(['DAY' as const, 'MONTH' as const]),
  roles: fc.constant(['ON' as const, 'PUBLISHED' as const]),
  modalities: fc.constant(['ASSERTED' as const]),
  articles: fc.subarray(ARTICLES.map(({ id }) => id)),
  sources: fc.subarray(['Sample 0', 'sample 3', 'Sample 4']),
  minConfidence: fc.constantFrom(0.6, 0.8),
  minSources: fc.constantFrom(0, 2, 3),
  text: fc.constantFrom('zurich', 'met drafts'),
  monthDay: fc.constantFrom<MonthDayMatch>(
    { month: 12, day: 1 },
    { month: 12, day: 1, include: 'POSSIBLE' },
    { month: 2, day: 29, include: 'POSSIBLE' },
  ),
};

/** A few fields at a time: many together find nothing. */
const flatFilter: fc.Arbitrary<EventFilter> = fc
  .tuple(fc.record(FIELDS), fc.shuffledSubarray(Object.keys(FIELDS), { maxLength: 2 }))
  .map(([values, chosen]) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => chosen.includes(name))),
  );

/** Filters within filters, to the depth that is allowed. */
const filter: fc.Arbitrary<EventFilter> = fc.letrec<{ part: EventFilter; whole: EventFilter }>((tie) => ({
  part: fc.oneof({ maxDepth: 2 }, flatFilter, tie('whole')),
  whole: fc
    .record({
      fields: flatFilter,
      parts: fc.record(
        {
          and: fc.array(tie('part'), { maxLength: 2 }),
          or: fc.array(tie('part'), { maxLength: 2 }),
          not: tie('part'),
        },
        { requiredKeys: [] },
      ),
    })
    .map(({ fields, parts }) => ({ ...fields, ...Object.fromEntries(Object.entries(parts)) })),
})).whole;

/** An event from the mentions that could be read by that day, derived here and now. */
function knownBy(event: DerivedEvent, asOf: CalendarDate): DerivedEvent | null {
  const known = event.mentions.filter(({ article, anchor }) => (article.publishedOn ?? anchor.date) <= asOf);
  return deriveEvent(event.id, known);
}

const anyOf = <Value>(wanted: readonly Value[] | undefined, has: (value: Value) => boolean): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.some(has);

const plain = (text: string): string => text.toLowerCase().replaceAll('ü', 'u');

/** The filter's meaning, spelled out. */
function passes(event: DerivedEvent, wanted: EventFilter): boolean {
  const { date, mentions } = event;
  const [first, last] = [date.earliest ?? '0000', date.latest ?? '9999-99'];
  const { from, to, match } = wanted.range ?? { from: null, to: null, match: 'OVERLAPS' };
  const [low, high] = [from ?? '0000', to ?? '9999-99'];
  const text = plain([event.title, ...mentions.map(({ quote }) => quote.exact)].join(' '));
  const inRange =
    match === 'OVERLAPS'
      ? first <= high && last >= low
      : match === 'WITHIN'
        ? first >= low && last <= high && date.role !== 'PUBLISHED'
        : date.earliest !== null && first >= low && first <= high;
  return (
    (wanted.range === undefined || inRange) &&
    anyOf(wanted.actors, hasActor(event)) &&
    anyOf(wanted.places, (id) => event.places.some((place) => place.id === id)) &&
    anyOf(wanted.types, (type) => event.type === type) &&
    anyOf(wanted.subjects, (subject) => event.subject === subject) &&
    anyOf(wanted.precisions, (precision) => date.precision === precision) &&
    anyOf(wanted.roles, (role) => date.role === role) &&
    anyOf(wanted.modalities, (modality) => event.modality === modality) &&
    (wanted.allActors ?? []).every(hasActor(event)) &&
    !(wanted.noActors ?? []).some(hasActor(event)) &&
    anyOf(wanted.sources, (name) =>
      mentions.some(({ article }) => plain(article.publisher ?? '') === plain(name)),
    ) &&
    event.confidence >= (wanted.minConfidence ?? 0) &&
    event.sourceCount >= (wanted.minSources ?? 0) &&
    anyOf(wanted.articles, (id) => mentions.some(({ article }) => article.id === id)) &&
    (wanted.text ?? '').split(' ').every((word) => text.includes(word)) &&
    (wanted.monthDay === undefined || liesOn(date, wanted.monthDay)) &&
    (wanted.and ?? []).every((part) => passes(event, part)) &&
    anyOf(wanted.or, (part) => passes(event, part)) &&
    (wanted.not === undefined || !passes(event, wanted.not))
  );
}

const hasActor =
  ({ actors }: DerivedEvent) =>
  (name: string): boolean =>
    actors.some((actor) => actor.id === name || plain(actor.name) === plain(name));

/** Whether a date is on a day of any year or, where that is asked for, could be. */
function liesOn(
  { precision, role, earliest, latest }: EventDate,
  { month, day, include }: MonthDayMatch,
): boolean {
  if (earliest === null || latest === null) return include === 'POSSIBLE';
  if (include !== 'POSSIBLE' && (precision !== 'DAY' || role === 'PUBLISHED')) return false;
  const monthDay = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const dayCount = toDayNumber(latest) - toDayNumber(earliest) + 1;
  return Array.from({ length: dayCount }, (_, index) => addDays(earliest, index)).some((each) =>
    each.endsWith(monthDay),
  );
}

function byDate(a: DerivedEvent, b: DerivedEvent): number {
  const [one, other] = [dayBoundsOf(a.date), dayBoundsOf(b.date)];
  return one.earliestDay - other.earliestDay || one.latestDay - other.latestDay || (a.id < b.id ? -1 : 1);
}

/** Events as they were known by a day, compared with deriving every event from the articles published by then. */
export function describeAsOf(store: () => EventStore): void {
  let revision = 0;

  /** Some mentions come in a first change, before the others. */
  const isEarly = ({ confidence }: Mention): boolean => confidence < 0.9;

  /** Replaces all that is stored. */
  async function save(given: readonly DerivedEvent[]): Promise<void> {
    const kept = new Set(given.map(({ id }) => id));
    const before = await walk({}, 'DATE', 'FORWARD');
    const withdrawn = before.map(({ id }) => id).filter((id) => !kept.has(id));
    const first = given.flatMap((event) => deriveEvent(event.id, event.mentions.filter(isEarly)) ?? []);
    await change({
      events: first,
      snapshots: first.map((event) => snapshotChangeOf(event, undefined, undefined)),
      withdrawn,
    });
    const previous = new Map(first.map((event) => [event.id, { ...event, revision: 1, recordedAt: 1 }]));
    const snapshots = given.map((event) => snapshotChangeOf(event, previous.get(event.id), undefined));
    await change({ events: given, snapshots });
  }

  async function change(given: Parameters<typeof buildChange>[0]): Promise<void> {
    revision = await saveArticle(
      store(),
      buildChange({
        article: ARTICLES[0] ?? buildArticle('n0'),
        ...given,
      }),
    );
  }

  async function walk(
    wanted: EventFilter,
    order: EventOrder,
    direction: PageRequest['direction'],
  ): Promise<readonly DerivedEvent[]> {
    const found: DerivedEvent[] = [];
    for (let request = firstPage(direction); request !== null; ) {
      const page: Page<DerivedEvent> = await store().listEvents(wanted, order, request);
      const nodes = page.items.map(({ node }) => node);
      if (direction === 'FORWARD') found.push(...nodes);
      else found.unshift(...nodes);
      request = nextPage(direction, page);
    }
    return found;
  }

  const firstPage = (direction: PageRequest['direction']): PageRequest | null =>
    direction === 'FORWARD' ? { direction, size: 2, after: null } : { direction, size: 2, before: null };

  function nextPage(direction: PageRequest['direction'], page: Page<DerivedEvent>): PageRequest | null {
    if (direction === 'FORWARD')
      return page.hasNextPage ? { direction, size: 2, after: page.items.at(-1)?.position ?? null } : null;
    return page.hasPreviousPage ? { direction, size: 2, before: page.items[0]?.position ?? null } : null;
  }

  /** Stored events have revisions, which derived events lack. */
  const withoutRevisions = (found: readonly DerivedEvent[]): readonly object[] =>
    found.map((event) => ({ ...event, revision: 0, recordedAt: 0 }));

  test('pages, counts, bounds and single events as of any day are those of every event derived anew', async () => {
    for (const article of ARTICLES) await change({ article });
    await fc.assert(
      fc.asyncProperty(
        events,
        filter,
        fc.constantFrom(...DAYS),
        fc.constantFrom<PageRequest['direction']>('FORWARD', 'BACKWARD'),
        async (given, chosen, asOf, direction) => {
          await save(given);
          const known = given.flatMap((event) => knownBy(event, asOf) ?? []);
          const wanted = { ...chosen, asOf };
          const expected = known.filter((event) => passes(event, wanted)).sort(byDate);
          expect(withoutRevisions(await walk(wanted, 'DATE', direction))).toEqual(withoutRevisions(expected));
          expect(withoutRevisions(await walk(wanted, 'DATE_DESC', direction))).toEqual(
            withoutRevisions(expected.toReversed()),
          );
          const recorded = await walk(wanted, 'RECORDED', direction);
          expect(new Set(recorded.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
          expect(recorded).toHaveLength(expected.length);
          expect(await store().countEvents(wanted)).toBe(expected.length);
          expect(await store().countByBounds(wanted)).toEqual(boundsOf(expected));
          for (const facet of FACET_NAMES)
            expect(await countsOf(wanted, facet)).toEqual(valuesOf(expected, facet));
          for (const { id } of given) {
            const single = await store().getEventAsOf(id, asOf);
            expect(withoutRevisions(single === undefined ? [] : [single])).toEqual(
              withoutRevisions(known.filter((event) => event.id === id)),
            );
          }
          expect(await store().verify()).toEqual([]);
        },
      ),
      { numRuns: usualOrLong(40, 150) },
    );
  }, 600_000);

  const boundsOf = (sorted: readonly DerivedEvent[]): readonly object[] => {
    const bounds = new Map<string, BoundsCount>();
    for (const { date } of sorted) {
      const own = { ...dayBoundsOf(date), reported: date.role === 'PUBLISHED' ? 1 : 0 };
      const key = JSON.stringify(own);
      bounds.set(key, { ...own, count: (bounds.get(key)?.count ?? 0) + 1 });
    }
    return [...bounds.values()].toSorted(
      (a, b) => a.earliestDay - b.earliestDay || a.latestDay - b.latestDay || a.reported - b.reported,
    );
  };

  const countsOf = async (filter: EventFilter, facet: FacetName): Promise<object> =>
    Object.fromEntries(
      (await store().countFacet(filter, facet, 100)).map(({ value, count }) => [value, count]),
    );

  const valuesOf = (events: readonly DerivedEvent[], facet: FacetName): object => {
    const counts: Record<string, number> = {};
    for (const event of events)
      for (const value of facetValues(event, facet)) counts[value] = (counts[value] ?? 0) + 1;
    return counts;
  };

  function facetValues(event: DerivedEvent, facet: FacetName): readonly string[] {
    if (facet === 'source')
      return [...new Set(event.mentions.flatMap(({ article }) => article.publisher ?? []))];
    if (facet === 'actor') return event.actors.map(({ id }) => id);
    if (facet === 'place') return event.places.map(({ id }) => id);
    if (facet === 'subject') return event.subject === null ? [] : [event.subject];
    return [facet === 'precision' ? event.date.precision : event[facet]];
  }

  test('a date that a later article narrows was wider before, and the merged id leads to it', async () => {
    const [first, second] = [ARTICLES[0], ARTICLES[3]].map((article, index) =>
      buildMention(`w${index}`, {
        article: article ?? buildArticle('none'),
        date: index === 0 ? spanDate('2021-12-01', '2021-12-31', 'MONTH') : dayDate('2021-12-02'),
        ...(article !== undefined && { anchor: article.anchor }),
      }),
    );
    for (const article of ARTICLES) await change({ article });
    const event = deriveEvent(
      eventId('evt_w'),
      [first, second].flatMap((one) => one ?? []),
    );
    const other = deriveEvent(
      eventId('evt_o'),
      first === undefined ? [] : [{ ...first, id: mentionId('men_o') }],
    );
    await save([event, other].flatMap((one) => one ?? []));
    await change({ merged: [{ from: eventId('evt_o'), into: eventId('evt_w') }] });
    const edtfOn = async (day: string) =>
      (await store().getEventAsOf(eventId('evt_o'), requireCalendarDate(day)))?.date.edtf;
    expect([await edtfOn('2021-12-02'), await edtfOn('2021-12-03'), await edtfOn('2021-12-20')]).toEqual([
      undefined,
      '2021-12-01/2021-12-31',
      '2021-12-02',
    ]);
    expect(revision).toBe(await store().readRevision());
  });

  test('a hidden event was known on no day', async () => {
    for (const article of ARTICLES) await change({ article });
    const mentions = [0, 3].map((index) => {
      const article = ARTICLES[index] ?? buildArticle('none');
      return buildMention(`h${index}`, { article, anchor: article.anchor });
    });
    const event = deriveEvent(eventId('evt_h'), mentions);
    const events = event === null ? [] : [event];
    await save(events);
    const days = ['2021-12-03', '2021-12-20'].map(requireCalendarDate);
    const counts = () => Promise.all(days.map((asOf) => store().countEvents({ asOf })));
    expect(await counts()).toEqual([1, 1]);
    await saveCuration(store(), {
      events,
      snapshots: events.map((one) => snapshotChangeOf(one, undefined, undefined)),
      merged: [],
      withdrawn: [],
      joinKeys: [],
      decisions: [{ kind: 'HIDE', event: eventId('evt_h') }],
      lifted: [],
      note: buildNote(),
    });
    expect(await counts()).toEqual([0, 0]);
    const found = await Promise.all(days.map((asOf) => store().getEventAsOf(eventId('evt_h'), asOf)));
    expect(found).toEqual([undefined, undefined]);
    expect(await store().verify()).toEqual([]);
  });

  test('a snapshot of an event that is not stored is refused', async () => {
    const event = deriveEvent(eventId('evt_x'), [buildMention('x')]);
    const [from, until] = [requireCalendarDate('2021-12-03'), requireCalendarDate('2021-12-04')];
    const snapshots =
      event === null ? [] : [{ event: event.id, since: null, snapshots: [{ from, until, event }] }];
    await expect(change({ snapshots })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
}
