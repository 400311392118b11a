import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/domain/event/event.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { Connection, PageArguments, Timeline } from '../../src/timeline/timeline.ts';
import { allEvents } from '../support/all-events.ts';
import { ingestText, openTestTimeline } from '../support/open-test-timeline.ts';
import { refusalOf } from '../support/refusal-of.ts';

const MONTHS = ['March', 'April', 'June', 'July', 'December'];
const TEXT = [
  ...MONTHS.map((month) => `Russia moved troops towards Ukraine on 21 ${month} 2021.`),
  'NATO ministers met in Brussels on 21 December 2020.',
  'Joe Biden will meet Vladimir Putin on 21 December 2022.',
  'NATO ministers met in Brussels in December 2019.',
].join(' ');

let timeline: Timeline;
let close: () => Promise<void>;
let all: readonly TimelineEvent[];

beforeAll(async () => {
  ({ timeline, close } = await openTestTimeline());
  await ingestText(timeline, TEXT);
  all = await allEvents(timeline);
});
afterAll(() => close());

type ListPage = (page: PageArguments) => Promise<Connection<TimelineEvent>>;

async function walkForward(list: ListPage, first: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo }: Connection<TimelineEvent> = await list({
      first,
      ...(after !== null && { after }),
    });
    ids.push(...edges.map(({ node }) => node.id));
    if (!pageInfo.hasNextPage) return ids;
    after = pageInfo.endCursor;
  }
}

async function walkBackward(list: ListPage, last: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let before: string | null = null; ; ) {
    const { edges, pageInfo }: Connection<TimelineEvent> = await list({
      last,
      ...(before !== null && { before }),
    });
    ids.unshift(...edges.map(({ node }) => node.id));
    if (!pageInfo.hasPreviousPage) return ids;
    before = pageInfo.startCursor;
  }
}

const idsOf = (page: Connection<TimelineEvent>): readonly string[] => page.edges.map(({ node }) => node.id);

test('the text tells of eight events', () => {
  expect(all.map(({ date }) => date.edtf)).toEqual([
    '2019-12',
    '2020-12-21',
    '2021-03-21',
    '2021-04-21',
    '2021-06-21',
    '2021-07-21',
    '2021-12-21',
    '2022-12-21',
  ]);
});

test.each(['DATE', 'DATE_DESC', 'RECORDED'] as const)(
  'walks of %s in pages of three, forward and backward, see every event once',
  async (order) => {
    const list: ListPage = (page) => timeline.listEvents({ ...page, order });
    const whole = idsOf(await list({ first: 100 }));
    expect([...whole].sort()).toEqual(all.map(({ id }) => id).sort());
    expect(await walkForward(list, 3)).toEqual(whole);
    expect(await walkBackward(list, 3)).toEqual(whole);
  },
);

test('a page of size 0 has no events but says whether there are any', async () => {
  expect(await timeline.listEvents({ first: 0 })).toMatchObject({
    edges: [],
    pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

test('a cursor goes on in the list of an equal filter and is refused by another one', async () => {
  const { pageInfo } = await timeline.listEvents({ first: 2, filter: { types: ['MOBILIZE'], actors: [] } });
  const after = pageInfo.endCursor ?? '';
  const next = await timeline.listEvents({ first: 2, after, filter: { types: ['MOBILIZE', 'MOBILIZE'] } });
  expect(next.edges.map(({ node }) => node.date.edtf)).toEqual(['2021-06-21', '2021-07-21']);
  expect(await refusalOf(() => timeline.listEvents({ after }))).toBe('BAD_CURSOR');
  expect(await refusalOf(() => timeline.listArticles({ after }))).toBe('BAD_CURSOR');
});

test('on this date are the events of that very day in any year that have happened, oldest first', async () => {
  const page = await timeline.listOnThisDate({ month: 12, day: 21 }, {});
  expect(page.edges.map(({ node }) => node.date.edtf)).toEqual(['2020-12-21', '2021-12-21']);
});

test('the count is that of the events that pass the filter', async () => {
  const range = {
    from: requireCalendarDate('2021-04-01'),
    to: requireCalendarDate('2021-07-31'),
    match: 'WITHIN',
  } as const;
  expect(await timeline.countEvents({ range })).toBe(3);
});

test('an export has the events of the list in its order', async () => {
  const exported: string[] = [];
  for await (const { id } of timeline.exportEvents({ text: 'troops' }, 'DATE_DESC')) exported.push(id);
  const listed = await timeline.listEvents({ first: 100, filter: { text: 'troops' }, order: 'DATE_DESC' });
  expect(exported).toEqual(idsOf(listed));
  expect(exported).toHaveLength(MONTHS.length);
});

test('an export of more than a page of the store misses nothing and repeats nothing', async () => {
  const { timeline: long, close: closeLong } = await openTestTimeline();
  const years = Array.from({ length: 205 }, (_, index) => 1800 + index);
  const sentences = years.map((year) => `NATO ministers met in Brussels on 3 May ${year}.`);
  await ingestText(long, sentences.join('\n\n'));
  expect((await allEvents(long)).map(({ date }) => date.edtf)).toEqual(years.map((year) => `${year}-05-03`));
  await closeLong();
});

test('an export with a bad filter is refused before it begins', async () => {
  const code = await refusalOf(() => timeline.exportEvents({ monthDay: { month: 2, day: 30 } }, 'DATE'));
  expect(code).toBe('BAD_FILTER');
});
