import { describe, expect, test } from 'vitest';
import { addDays, requireCalendarDate, toDayNumber, weekdayOf } from '../../src/domain/time/calendar-date.ts';
import { resolveText } from '../support/resolve-text.ts';

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const WEEK = Array.from({ length: 7 }, (_, index) => addDays(requireCalendarDate('2021-12-20'), index));

const dayOf = (text: string, anchor: (typeof WEEK)[number]): number => {
  const [outcome] = resolveText(text, anchor);
  if (outcome?.kind !== 'resolved') throw new Error(`nothing found in "${text}"`);
  return toDayNumber(requireCalendarDate(outcome.timex.value)) - toDayNumber(anchor);
};

describe.each(WEEK)('with the anchor on %s', (anchor) => {
  test.each(NAMES)('a bare %s is the latest one on or before the anchor', (name) => {
    const back = (weekdayOf(toDayNumber(anchor)) - NAMES.indexOf(name) - 1 + 7) % 7;
    expect(dayOf(`The court ruled on ${name}.`, anchor)).toBe(0 - back);
  });

  test.each(NAMES)(
    'a coming %s is the first one after the anchor, the anchor itself for its own weekday',
    (name) => {
      const ahead = (NAMES.indexOf(name) + 1 - weekdayOf(toDayNumber(anchor)) + 7) % 7;
      expect(dayOf(`The court will rule on ${name}.`, anchor)).toBe(ahead);
    },
  );
});
