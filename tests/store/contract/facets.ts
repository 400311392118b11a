import { beforeEach, expect, test } from 'vitest';
import { actorId, eventId, placeId } from '../../../src/domain/event/ids.ts';
import type { EventFilter, FacetName } from '../../../src/domain/query/timeline-query.ts';
import { requireCalendarDate, toDayNumber } from '../../../src/domain/time/calendar-date.ts';
import { publishedDate } from '../../../src/domain/time/edtf.ts';
import { OPEN_END_DAY } from '../../../src/domain/time/event-date.ts';
import type { EventStore } from '../../../src/store/port/event-store.ts';
import { buildArticle, buildChange, buildEvent, buildMention, dayDate, spanDate } from '../build-event.ts';
import { saveArticle } from '../save-change.ts';

const RUSSIA = { id: actorId('act_russia'), name: 'Russia', role: 'ACTOR' } as const;
const NATO = { id: actorId('act_nato'), name: 'NATO', role: 'RECIPIENT' } as const;
const MOSCOW = { id: placeId('plc_moscow'), name: 'Moscow' };

/** How many events have which value. */
export function describeFacets(store: () => EventStore): void {
  const lantern = buildArticle('lantern', { publisher: 'The Lantern' });
  const other = buildArticle('other', { publisher: 'the lantern' });
  const nameless = buildArticle('one');

  beforeEach(async () => {
    await saveArticle(store(), buildChange({ article: lantern }));
    await saveArticle(store(), buildChange({ article: other }));
    const mentionsOf = (name: string, articles: readonly (typeof lantern)[]) =>
      articles.map((article, index) =>
        buildMention(`${name}-${index}`, { article, date: dayDate('2021-12-05') }),
      );
    await saveArticle(
      store(),
      buildChange({
        article: nameless,
        events: [
          buildEvent('a', {
            actors: [RUSSIA, NATO],
            places: [MOSCOW],
            mentions: mentionsOf('a', [lantern, other]),
          }),
          buildEvent('b', { actors: [RUSSIA], type: 'THREATEN', mentions: mentionsOf('b', [nameless]) }),
          buildEvent('c', {
            modality: 'PLANNED',
            date: spanDate('2022-01-01', '2022-01-31', 'MONTH'),
            mentions: mentionsOf('c', [lantern]),
          }),
        ],
      }),
    );
  });

  test('a day counts the articles with an account of it, and names the event that leads it', async () => {
    const day = toDayNumber(requireCalendarDate('2021-12-05'));
    expect(await store().countByDays({})).toEqual([
      { day, articleCount: 3, laterCount: 3, leading: eventId('evt_a') },
    ]);
    expect(await store().countByDays({ modalities: ['PLANNED'] })).toEqual([
      { day, articleCount: 1, laterCount: 1, leading: eventId('evt_c') },
    ]);
  });

  const valuesOf = async (facet: FacetName, filter: EventFilter = {}, size = 10) =>
    (await store().countFacet(filter, facet, size)).map(({ value, name, count }) => [value, name, count]);

  test.each<[FacetName, readonly (readonly [string, string, number])[]]>([
    [
      'actor',
      [
        ['act_russia', 'Russia', 2],
        ['act_nato', 'NATO', 1],
      ],
    ],
    ['place', [['plc_moscow', 'Moscow', 1]]],
    [
      'type',
      [
        ['CONSULT', 'CONSULT', 2],
        ['THREATEN', 'THREATEN', 1],
      ],
    ],
    [
      'precision',
      [
        ['DAY', 'DAY', 2],
        ['MONTH', 'MONTH', 1],
      ],
    ],
    [
      'modality',
      [
        ['ASSERTED', 'ASSERTED', 2],
        ['PLANNED', 'PLANNED', 1],
      ],
    ],
  ])('%s: the most frequent value comes first', async (facet, expected) => {
    expect(await valuesOf(facet)).toEqual(expected);
  });

  test('a source counts an event once, however many of its articles tell of it', async () => {
    expect(await valuesOf('source')).toEqual([['The Lantern', 'The Lantern', 2]]);
  });

  test('only events that pass the filter are counted, and only so many values come', async () => {
    expect(await valuesOf('actor', { types: ['CONSULT'] })).toEqual([
      ['act_nato', 'NATO', 1],
      ['act_russia', 'Russia', 1],
    ]);
    expect(await valuesOf('actor', {}, 1)).toEqual([['act_russia', 'Russia', 2]]);
    expect(await valuesOf('actor', {}, 0)).toEqual([]);
    expect(await valuesOf('type', { actors: ['nobody'] })).toEqual([]);
  });

  test('all events are counted by the months that they begin and end in', async () => {
    const dayOf = (date: string) => toDayNumber(requireCalendarDate(date));
    const first = { earliestDay: dayOf('2021-12-01'), latestDay: dayOf('2021-12-01') };
    const january = { earliestDay: dayOf('2022-01-01'), latestDay: dayOf('2022-01-01') };
    expect(await store().countByMonths()).toEqual([
      { ...first, reported: 0, count: 2 },
      { ...january, reported: 0, count: 1 },
    ]);
    expect(await store().countByMonths()).toBe(await store().countByMonths());
    const open = buildEvent('b', { date: spanDate('2021-12-05', null), mentions: [] });
    await saveArticle(
      store(),
      buildChange({ article: nameless, events: [open], withdrawn: [eventId('evt_c')] }),
    );
    expect(await store().countByMonths()).toEqual([
      { ...first, reported: 0, count: 1 },
      { ...first, latestDay: OPEN_END_DAY, reported: 0, count: 1 },
    ]);
  });

  test('a report is counted apart from the events of its month', async () => {
    const dayOf = (date: string) => toDayNumber(requireCalendarDate(date));
    const first = { earliestDay: dayOf('2021-12-01'), latestDay: dayOf('2021-12-01') };
    const january = { earliestDay: dayOf('2022-01-01'), latestDay: dayOf('2022-01-01') };
    const counts = [
      { ...first, reported: 0, count: 2 },
      { ...first, reported: 1, count: 1 },
      { ...january, reported: 0, count: 1 },
    ];
    const date = publishedDate(requireCalendarDate('2021-12-05'));
    const report = buildEvent('report', { date, mentions: [] });
    await saveArticle(store(), buildChange({ article: nameless, events: [report] }));
    expect(await store().countByMonths()).toEqual(counts);
    const dated = buildEvent('report', { date: dayDate('2021-12-05'), mentions: [] });
    await saveArticle(store(), buildChange({ article: nameless, events: [dated] }));
    expect(await store().countByMonths()).toEqual([
      { ...first, reported: 0, count: 3 },
      { ...january, reported: 0, count: 1 },
    ]);
  });
}
