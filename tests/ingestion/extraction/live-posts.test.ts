import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import { livePosts } from '../../../src/ingestion/extraction/live-posts.ts';
import { mentionsOf } from '../read-text.ts';

const BLOG = [
  'Storm over the coast: what we know',
  '16 May 2019, 07.10 GMT',
  'The ferry to Ystad sank this morning.',
  '21:40, 15 May 2019',
  'Rescuers left the harbour today. A crane fell yesterday.',
  '15 May 2019 at 9:05 a.m.',
  'The mayor closed the bridge on Monday.',
].join('\n');

const daysOf = (text: string, anchor?: string) =>
  mentionsOf(text, anchor).map(({ title, date, anchor: { date: day, basis } }) => [
    title,
    date?.edtf,
    day,
    basis,
  ]);

test('the times of a live blog count from the day of their post', () => {
  expect(daysOf(BLOG, '2019-05-20')).toEqual([
    ['The ferry to Ystad sank', '2019-05-16', '2019-05-16', 'DATELINE'],
    ['Rescuers left the harbour', '2019-05-15', '2019-05-15', 'DATELINE'],
    ['A crane fell', '2019-05-14', '2019-05-15', 'DATELINE'],
    ['The mayor closed the bridge', '2019-05-13', '2019-05-15', 'DATELINE'],
  ]);
});

const ANCHOR = { date: requireCalendarDate('2019-05-20'), basis: 'METADATA' } as const;

test.each([
  ['one such line', 'The ferry sank.\n16 May 2019, 07.10\nIt rained.'],
  ['times of day without a day', '07:10\nThe ferry sank.\n08:20\nIt rained.'],
  ['lines from other years', '16 May 2012, 07.10\nFirst!\n17 May 2012, 08.20\nSecond!'],
  ['days in sentences', 'At 07.10 on 16 May 2019 it rained.\nAt 08.20 on 16 May 2019 it snowed.'],
])('a text with %s is one part with the day of its article', (_, text) => {
  expect(livePosts(text, ANCHOR)).toEqual([{ start: 0, end: text.length, anchor: ANCHOR }]);
});
