import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actorId } from '../../../src/domain/event/ids.ts';
import { addDays, requireCalendarDate, toDayNumber } from '../../../src/domain/time/calendar-date.ts';
import { boundsOf, periodOf } from '../../../src/domain/time/period.ts';
import { timexValueOf } from '../../../src/domain/time/timex.ts';
import { readFilter } from '../../../src/timeline/filter/read-filter.ts';
import { bucketsOf } from '../../../src/timeline/read/bucket.ts';
import { BUCKET_UNITS } from '../../../src/timeline/read/timeline-reading.ts';
import { buildChange, buildEvent, dayDate, spanDate } from '../../store/build-event.ts';
import { saveArticle } from '../../store/save-change.ts';
import { openTestTimeline, type TestTimeline } from '../../support/open-test-timeline.ts';
import { refusalOf } from '../../support/refusal-of.ts';
import { usualOrLong } from '../../support/usual-or-long.ts';

let opened: TestTimeline;

beforeEach(async () => {
  opened = await openTestTimeline();
});
afterEach(() => opened.close());

const RUSSIA = { id: actorId('act_russia'), name: 'Russia', role: 'ACTOR' } as const;
const NATO = { id: actorId('act_nato'), name: 'NATO', role: 'ACTOR' } as const;

const EVENTS = [
  buildEvent('open', { date: spanDate('2021-12-15', null) }),
  buildEvent('a', { date: dayDate('2021-10-31'), actors: [RUSSIA], type: 'THREATEN' }),
  buildEvent('b', { date: dayDate('2021-12-21'), actors: [RUSSIA, NATO] }),
  buildEvent('c', { date: dayDate('2021-12-21'), actors: [NATO] }),
  buildEvent('span', { date: spanDate('2021-10-15', '2021-11-02') }),
];

const save = (events = EVENTS): Promise<number> => saveArticle(opened.store, buildChange({ events }));

describe('a histogram', () => {
  const barsOf = async (by: (typeof BUCKET_UNITS)[number], filter = {}) =>
    bucketsOf(await opened.timeline.countByPeriod({ by, filter: readFilter(filter) })).map(
      ({ period, certain, possible }) => `${period} ${certain}+${possible}`,
    );

  test('counts what surely and what possibly lies in a period, empty periods too', async () => {
    await save();
    expect(await barsOf('MONTH')).toEqual(['2021-10 1+1', '2021-11 0+1', '2021-12 2+1']);
    expect(await barsOf('QUARTER')).toEqual(['2021-Q4 4+1']);
    expect(await barsOf('YEAR')).toEqual(['2021 4+1']);
    expect(await barsOf('WEEK', { from: '2021-12-12', to: '2021-12-26' })).toEqual([
      '2021-W49 0+0',
      '2021-W50 0+1',
      '2021-W51 2+1',
    ]);
  });

  test('reaches over the whole of a range, and an open end of it to what there is', async () => {
    await save();
    expect(await barsOf('YEAR', { from: '2019-06-01', to: '2020-06-01' })).toEqual(['2019 0+0', '2020 0+0']);
    expect(await barsOf('MONTH', { from: '2021-12-01' })).toEqual(['2021-12 2+1']);
    expect(await barsOf('MONTH', { to: '2021-10-31' })).toEqual(['2021-10 1+1']);
  });

  test('of no events has the periods that its range names', async () => {
    expect(await barsOf('DAY')).toEqual([]);
    expect(await barsOf('DAY', { from: '2021-12-21' })).toEqual(['2021-12-21 0+0']);
  });

  test('of all events is counted once until something changes', async () => {
    await save();
    const [first, second] = await Promise.all([barsOf('QUARTER'), barsOf('MONTH')]);
    expect([first, second[2]]).toEqual([['2021-Q4 4+1'], '2021-12 2+1']);
    const count = () => opened.timeline.countByPeriod({ by: 'MONTH' });
    expect(await count()).toBe(await count());
    await saveArticle(
      opened.store,
      buildChange({ events: [buildEvent('d', { date: dayDate('2021-12-22') })] }),
    );
    expect((await barsOf('MONTH'))[2]).toBe('2021-12 3+1');
  });

  test('names the first and the last day of each period, to the ends of the calendar', async () => {
    await save([buildEvent('last', { date: dayDate('9999-12-31') })]);
    const buckets = bucketsOf(await opened.timeline.countByPeriod({ by: 'WEEK' }));
    expect(buckets).toEqual([
      { period: '9999-W52', from: '9999-12-27', to: '9999-12-31', certain: 1, possible: 0 },
    ]);
  });

  test('is refused where it would have more than 3,660 periods', async () => {
    await save();
    const by = (from: string, to: string) => () =>
      opened.timeline.countByPeriod({ by: 'DAY', filter: readFilter({ from, to }) });
    expect((await by('2012-01-01', '2022-01-07')()).counts).toHaveLength(3660);
    expect(await refusalOf(by('2012-01-01', '2022-01-08'))).toBe('BAD_FILTER');
    expect(await refusalOf(by('0001-01-01', '9999-12-31'))).toBe('BAD_FILTER');
  });

  test('agrees with counting each event in each period', async () => {
    const start = requireCalendarDate('2019-12-20');
    const span = fc.tuple(fc.nat(500), fc.oneof(fc.constant(0), fc.nat(120)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(span, { maxLength: 8 }),
        fc.constantFrom(...BUCKET_UNITS),
        async (spans, by) => {
          await using timeline = await testTimeline();
          const events = spans.map(([offset, length], index) =>
            buildEvent(`e${index}`, {
              date: spanDate(addDays(start, offset), addDays(start, offset + length)),
            }),
          );
          await saveArticle(timeline.store, buildChange({ events }));
          const buckets = bucketsOf(await timeline.timeline.countByPeriod({ by }));
          for (const bucket of buckets) {
            const period = periodOf(by, toDayNumber(bucket.from));
            const { first, last } = boundsOf(period);
            const days = events.map(({ date }) =>
              [date.earliest ?? start, date.latest ?? start].map(toDayNumber),
            );
            const certain = days.filter(([a = 0, b = 0]) => a >= first && b <= last).length;
            const touching = days.filter(([a = 0, b = 0]) => a <= last && b >= first).length;
            expect(bucket).toMatchObject({
              period: timexValueOf(period),
              certain,
              possible: touching - certain,
            });
          }
          const counted = buckets.reduce((sum, { certain }) => sum + certain, 0);
          expect(counted).toBeLessThanOrEqual(events.length);
        },
      ),
      { numRuns: usualOrLong(20, 60) },
    );
  });
});

async function testTimeline(): Promise<TestTimeline & AsyncDisposable> {
  const timeline = await openTestTimeline();
  return { ...timeline, [Symbol.asyncDispose]: () => timeline.close() };
}

describe('facets', () => {
  test('count under the same filter, each without the list of its own', async () => {
    await save();
    const facets = await opened.timeline.countFacets({
      filter: readFilter({ actor: ['NATO'], date: '2021', match: 'WITHIN' }),
      facets: ['actor', 'type', 'precision'],
    });
    const counts = facets.map(({ facet, values }) => [
      facet,
      Object.fromEntries(values.map(({ value, count }) => [value, count])),
    ]);
    expect(counts).toEqual([
      ['actor', { act_nato: 2, act_russia: 2 }],
      ['type', { CONSULT: 2 }],
      ['precision', { DAY: 2 }],
    ]);
  });

  test('are all seven where none is named', async () => {
    const facets = await opened.timeline.countFacets({});
    expect(facets.map(({ facet }) => facet)).toEqual([
      'actor',
      'place',
      'type',
      'source',
      'precision',
      'modality',
      'subject',
    ]);
  });

  test('of no name, and of too many values, are refused', async () => {
    expect(await refusalOf(() => opened.timeline.countFacets({ facets: [] }))).toBe('BAD_FILTER');
    expect(await refusalOf(() => opened.timeline.countFacets({ first: 101 }))).toBe('BAD_PAGE');
  });
});

describe('by relevance', () => {
  test('there is one page of a text, whose cursors lead nowhere', async () => {
    await save();
    const list = (page: object, text: string | null = 'event') =>
      opened.timeline.listEvents({ filter: readFilter({ text }), order: 'RELEVANCE', ...page });
    const { edges, pageInfo } = await list({ first: 2 });
    expect(edges.map(({ node }) => node.id)).toEqual(['evt_open', 'evt_a']);
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect(await refusalOf(() => list({ after: edges[0]?.cursor }))).toBe('BAD_PAGE');
    expect(await refusalOf(() => list({ last: 2 }))).toBe('BAD_PAGE');
    expect(await refusalOf(() => list({ first: 101 }))).toBe('BAD_PAGE');
    expect(await refusalOf(() => list({}, null))).toBe('BAD_FILTER');
    expect(await refusalOf(() => opened.timeline.exportEvents({ text: 'event' }, 'RELEVANCE'))).toBe(
      'BAD_PAGE',
    );
  });
});
