import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/domain/event/event.ts';
import { type CalendarDate, requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { ingestText, openTestTimeline } from '../support/open-test-timeline.ts';

const ARTICLES: readonly (readonly [day: string, publisher: string, text: string])[] = [
  ['2021-12-06', 'Evening Sample', 'NATO ministers met in Brussels on the weekend.'],
  ['2021-12-13', 'Morning Sample', 'NATO ministers met in Brussels on 4 December 2021.'],
  ['2021-12-20', 'Weekly Sample', 'Russia moved troops towards Ukraine on 6 December 2021.'],
];

let timeline: Timeline;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ timeline, close } = await openTestTimeline());
  for (const [day, publisher, text] of ARTICLES)
    await ingestText(timeline, text, { publisher, publishedOn: requireCalendarDate(day) });
});
afterAll(() => close());

const toldBy = async (asOf?: CalendarDate): Promise<readonly TimelineEvent[]> => {
  const filter = asOf === undefined ? {} : { asOf };
  const { edges } = await timeline.listEvents({ filter });
  const exported: TimelineEvent[] = [];
  for await (const event of timeline.exportEvents(filter, 'DATE')) exported.push(event);
  expect(exported).toEqual(edges.map(({ node }) => node));
  expect(await timeline.countEvents(filter)).toBe(edges.length);
  return exported;
};

const tale = ({ date, mentions }: TimelineEvent) =>
  `${date.edtf} by ${mentions.map(({ article }) => article.publisher).join(' and ')}`;

describe('what was known', () => {
  test.each<[string, readonly string[]]>([
    ['2021-12-05', []],
    ['2021-12-06', ['2021-12-04/2021-12-05 by Evening Sample']],
    ['2021-12-12', ['2021-12-04/2021-12-05 by Evening Sample']],
    ['2021-12-13', ['2021-12-04 by Evening Sample and Morning Sample']],
    ['2021-12-20', ['2021-12-04 by Evening Sample and Morning Sample', '2021-12-06 by Weekly Sample']],
  ])('from articles published by %s is what they told, and no more', async (day, expected) => {
    expect((await toldBy(requireCalendarDate(day))).map(tale)).toEqual(expected);
  });

  test('in the end is what is known now', async () => {
    expect(await toldBy(requireCalendarDate('9999-12-31'))).toEqual(await toldBy());
  });

  test('of one event is what the list has of it', async () => {
    const asOf = requireCalendarDate('2021-12-06');
    const [event] = await toldBy(asOf);
    expect(event && (await timeline.getEventAsOf(event.id, asOf))).toEqual(event);
    expect(
      event && (await timeline.getEventAsOf(event.id, requireCalendarDate('2021-12-05'))),
    ).toBeUndefined();
  });

  test('on a day of any year follows the dates of then', async () => {
    const onFourth = async (asOf: string) => {
      const page = { asOf: requireCalendarDate(asOf) };
      return (await timeline.listOnThisDate({ month: 12, day: 4 }, page)).edges.length;
    };
    expect([await onFourth('2021-12-12'), await onFourth('2021-12-13')]).toEqual([0, 1]);
  });
});

test('a cursor of one day is refused on another', async () => {
  const listAsOf = (day: string, after: string | undefined) =>
    timeline.listEvents({
      first: 1,
      filter: { asOf: requireCalendarDate(day) },
      ...(after !== undefined && { after }),
    });
  const { pageInfo } = await listAsOf('2021-12-20', undefined);
  const after = pageInfo.endCursor ?? '';
  expect((await listAsOf('2021-12-20', after)).edges.map(({ node }) => node.date.edtf)).toEqual([
    '2021-12-06',
  ]);
  await expect(listAsOf('2021-12-19', after)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
});

test('an article that is read again with an earlier day of publication was known earlier', async () => {
  const again = await openTestTimeline();
  const text = 'NATO ministers met in Brussels on 3 December 2021.';
  const asOf = requireCalendarDate('2021-12-10');
  const countAfter = async (day: string) => {
    await ingestText(again.timeline, text, { publishedOn: requireCalendarDate(day) });
    return again.timeline.countEvents({ asOf });
  };
  expect([await countAfter('2021-12-13'), await countAfter('2021-12-10')]).toEqual([0, 1]);
  expect(await again.timeline.verify()).toEqual([]);
  await again.close();
});
