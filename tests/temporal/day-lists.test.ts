import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { joinDayLists } from '../../src/temporal/day-lists.ts';
import { resolveText } from '../support/resolve-text.ts';

const datesOf = (text: string) =>
  joinDayLists(text, resolveText(text, requireCalendarDate('2019-05-15'))).map((found) =>
    found.kind === 'resolved' && found.date !== null
      ? [found.date.edtf, found.date.role, found.date.display]
      : null,
  );

test('days in a row are one date that spans them', () => {
  const days = ['2019-05-06/2019-05-08', 'SPANS', '6–8 May 2019'];
  expect(datesOf('The hearing went on on May 6, 7 and 8.')).toEqual([days, null, null]);
  expect(datesOf('The hearing went on on May 6, on May 7, and May 8.')).toEqual([days, null, null]);
  expect(datesOf('Snow fell on Sunday and Monday.')).toEqual([
    ['2019-05-12/2019-05-13', 'SPANS', '12–13 May 2019'],
    null,
  ]);
});

test('other days are one date within which they lie, and its display names each', () => {
  expect(datesOf('The hearing went on on May 3, 4 and 7.')).toEqual([
    ['2019-05-03/2019-05-07', 'WITHIN', '3, 4 and 7 May 2019'],
    null,
    null,
  ]);
  expect(datesOf('The choir sang on April 30 and May 2.')).toEqual([
    ['2019-04-30/2019-05-02', 'WITHIN', '30 April 2019 and 2 May 2019'],
    null,
  ]);
});

test('a list that is told backwards has the same date', () => {
  expect(datesOf('The choir sang on Monday and Sunday.')[0]).toEqual([
    '2019-05-12/2019-05-13',
    'SPANS',
    '12–13 May 2019',
  ]);
});

test('a limit stays the first day of its list', () => {
  expect(datesOf('The judge adjourned until June 3 and 4.')).toEqual([
    ['../2019-06-03', 'BEFORE', 'until 3 June 2019'],
    null,
  ]);
});

test('days with other words between them, and days that lie far apart, are dates of their own', () => {
  const [one, other] = datesOf('Two died on May 6 and three on May 8.');
  expect([one?.[0], other?.[0]]).toEqual(['2019-05-06', '2019-05-08']);
  expect(datesOf('The choir sang on January 6, 2018 and May 8, 2019.').map((date) => date?.[0])).toEqual([
    '2018-01-06',
    '2019-05-08',
  ]);
});
