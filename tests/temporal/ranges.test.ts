import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { resolveText } from '../support/resolve-text.ts';

const datesOf = (text: string) =>
  resolveText(text, requireCalendarDate('2015-02-25')).map((found) =>
    found.kind === 'resolved' ? (found.date?.edtf ?? null) : undefined,
  );

test('the day from which something is moved dates nothing', () => {
  expect(datesOf('The regatta was delayed from Saturday to Monday.')).toEqual([null, '2015-02-23']);
  expect(datesOf('The regatta went on from Saturday to Monday.')).toEqual(['2015-02-21/2015-02-23', null]);
});
