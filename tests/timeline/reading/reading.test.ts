import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../../src/domain/event/event.ts';
import { articleId, eventId } from '../../../src/domain/event/ids.ts';
import type { EventFilter, RangeMatch } from '../../../src/domain/query/timeline-query.ts';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import type { EventStore } from '../../../src/store/port/event-store.ts';
import type { ComparedEvent } from '../../../src/timeline/read/timeline-reading.ts';
import type { Timeline } from '../../../src/timeline/timeline.ts';
import {
  buildArticle,
  buildChange,
  buildEvent,
  buildMention,
  dayDate,
  spanDate,
} from '../../store/build-event.ts';
import { saveArticle } from '../../store/save-change.ts';
import { openTestTimeline } from '../../support/open-test-timeline.ts';

const [ONE, TWO] = [buildArticle('one'), buildArticle('two')];
const RIOT_DATES = [dayDate('2021-12-20'), dayDate('2021-12-22')] as const;

/** On 1, 3, 10 and 20 December 2021, in a week in between, and some time in the month. */
const EVENTS = [
  buildEvent('first', {
    date: dayDate('2021-12-01'),
    mentions: [buildMention('first', { date: dayDate('2021-12-01') })],
  }),
  buildEvent('third', {
    date: dayDate('2021-12-03'),
    type: 'AID',
    mentions: [buildMention('third-1'), buildMention('third-2', { article: TWO })],
  }),
  buildEvent('month', { date: spanDate('2021-12-01', '2021-12-31', 'MONTH') }),
  buildEvent('tenth', { date: dayDate('2021-12-10'), mentions: [buildMention('tenth', { article: TWO })] }),
  buildEvent('week', { date: spanDate('2021-12-13', '2021-12-19', 'WEEK') }),
  buildEvent('riot', {
    date: RIOT_DATES[0],
    conflicts: [
      {
        field: 'DATE',
        sides: [
          { says: '2021-12-20', mentions: [buildMention('riot-1').id] },
          { says: '2021-12-22', mentions: [buildMention('riot-2').id] },
        ],
      },
    ],
    mentions: [
      buildMention('riot-1', { date: RIOT_DATES[0] }),
      buildMention('riot-2', { article: TWO, date: RIOT_DATES[1] }),
    ],
  }),
];

let timeline: Timeline;
let store: EventStore;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ timeline, store, close } = await openTestTimeline());
  await saveArticle(store, buildChange({ article: TWO }));
  await saveArticle(store, buildChange({ article: ONE, events: EVENTS }));
});
afterAll(() => close());

const range = (from: string, to: string, match: RangeMatch = 'OVERLAPS'): EventFilter => ({
  range: { from: requireCalendarDate(from), to: requireCalendarDate(to), match },
});

const namesOf = (events: readonly TimelineEvent[]) => events.map(({ id }) => id.slice('evt_'.length));

describe('around an event', () => {
  const around = async (name: string, query: Parameters<Timeline['listAround']>[1] = {}) => {
    const { before, after } = await timeline.listAround(eventId(`evt_${name}`), query);
    return [namesOf(before), namesOf(after)];
  };

  test('are its neighbours in the order of the list, oldest first', async () => {
    const all = namesOf((await timeline.listEvents({})).edges.map(({ node }) => node));
    expect(all).toEqual(['first', 'month', 'third', 'tenth', 'week', 'riot']);
    expect(await around('tenth')).toEqual([all.slice(0, 3), all.slice(4)]);
    expect(await around('tenth', { before: 1, after: 1 })).toEqual([['third'], ['week']]);
    expect(await around('first', { before: 3, after: 0 })).toEqual([[], []]);
  });

  test('are only those that pass the filter, which the event itself need not', async () => {
    expect(await around('tenth', { filter: { types: ['AID'] } })).toEqual([['third'], []]);
    expect(await around('third', { filter: { precisions: ['WEEK', 'MONTH'] } })).toEqual([
      ['month'],
      ['week'],
    ]);
  });

  test('of a number out of bounds or of no event are refused', async () => {
    await expect(around('tenth', { before: 101 })).rejects.toMatchObject({ code: 'BAD_PAGE' });
    await expect(around('none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const asOf = requireCalendarDate('1999-01-01');
    await expect(around('tenth', { filter: { asOf } })).rejects.toMatchObject({
      message: 'no article published by 1999-01-01 dates the event "evt_tenth"',
    });
  });
});

describe('gaps', () => {
  const gaps = async (filter: EventFilter, first = 10) =>
    (await timeline.findGaps({ filter, first })).map(
      ({ from, to, days, possible }) => `${from}/${to} ${days}: ${namesOf(possible).join(' ')}`,
    );

  test('are the longest stretches without a certain event, with what could lie in them', async () => {
    expect(await gaps({})).toEqual([
      '2021-12-11/2021-12-18 8: month week',
      '2021-12-04/2021-12-09 6: month',
      '2021-12-14/2021-12-19 6: month week',
      '2021-12-02/2021-12-02 1: month',
    ]);
  });

  test('go to the ends of a range where one is given', async () => {
    expect(await gaps(range('2021-11-20', '2022-01-15'), 2)).toEqual([
      '2021-12-21/2022-01-15 26: month',
      '2021-11-20/2021-11-30 11: ',
    ]);
  });

  test('are those of the events that pass the filter', async () => {
    expect(await gaps({ ...range('2021-12-01', '2021-12-31'), types: ['AID'] })).toEqual([
      '2021-12-04/2021-12-31 28: ',
      '2021-12-01/2021-12-02 2: ',
    ]);
  });

  test('hold nothing that surely lies in them, and name all that could', async () => {
    for (const gap of await timeline.findGaps({ filter: range('2021-11-20', '2022-01-15') })) {
      expect(await timeline.countEvents(range(gap.from, gap.to, 'WITHIN'))).toBe(0);
      expect(await timeline.countEvents(range(gap.from, gap.to))).toBe(gap.possibleCount);
    }
  });

  test('with a match of their own are refused', async () => {
    await expect(
      timeline.findGaps({ filter: range('2021-12-01', '2021-12-31', 'WITHIN') }),
    ).rejects.toMatchObject({
      code: 'BAD_FILTER',
    });
  });
});

describe('a comparison of two articles', () => {
  const tellers = (events: readonly ComparedEvent[]) =>
    events.map(({ event, first, second }) => [
      event.id.slice('evt_'.length),
      first.map(({ id }) => id),
      second.map(({ id }) => id),
    ]);

  test('puts each event that either tells of into one list, with the accounts of both', async () => {
    const { shared, conflicting, onlyInFirst, onlyInSecond } = await timeline.compareArticles([
      ONE.id,
      TWO.id,
    ]);
    expect(tellers(shared)).toEqual([['third', ['men_third-1'], ['men_third-2']]]);
    expect(tellers(conflicting)).toEqual([['riot', ['men_riot-1'], ['men_riot-2']]]);
    expect(tellers(onlyInFirst).map(([name]) => name)).toEqual(['first', 'month', 'week']);
    expect(tellers(onlyInSecond)).toEqual([['tenth', [], ['men_tenth']]]);
  });

  test('the other way round is its mirror image', async () => {
    const { onlyInFirst, onlyInSecond, conflicting } = await timeline.compareArticles([TWO.id, ONE.id]);
    expect(tellers(onlyInFirst)).toEqual([['tenth', ['men_tenth'], []]]);
    expect(onlyInSecond).toHaveLength(3);
    expect(conflicting[0]?.conflicts).toEqual(EVENTS[5]?.conflicts);
  });

  test.each([
    ['one article', [ONE.id]],
    ['an article with itself', [ONE.id, ONE.id]],
    ['three articles', [ONE.id, TWO.id, articleId('art_three')]],
  ])('of %s is refused', async (_, ids) => {
    await expect(timeline.compareArticles(ids)).rejects.toMatchObject({ code: 'BAD_FILTER' });
  });

  test('with an unknown article is refused', async () => {
    const ids = [ONE.id, articleId('art_none')];
    await expect(timeline.compareArticles(ids)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
