import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DayBounds, OPEN_END_DAY, OPEN_START_DAY } from '../../../src/domain/time/event-date.ts';
import type { PeriodBounds } from '../../../src/domain/time/period.ts';
import { gapsBetween } from '../../../src/timeline/read/find-gaps.ts';

const bound = (earliestDay: number, latestDay = earliestDay): DayBounds => ({ earliestDay, latestDay });

const NO_LIMITS = { first: null, last: null };

test.each<[string, readonly DayBounds[], { first: number | null; last: number | null }, readonly string[]]>([
  ['two days leave what is between them', [bound(3), bound(9)], NO_LIMITS, ['4-8']],
  ['days side by side leave nothing', [bound(3), bound(4)], NO_LIMITS, []],
  [
    'limits add what comes before and after',
    [bound(3), bound(9)],
    { first: 1, last: 10 },
    ['1-2', '4-8', '10-10'],
  ],
  ['no bounds leave all of the limits', [], { first: 1, last: 10 }, ['1-10']],
  ['no bounds and no limits leave nothing to say', [], NO_LIMITS, []],
  ['a week may lie at either end of itself', [bound(8, 14)], { first: 1, last: 20 }, ['1-13', '9-20']],
  [
    'a month around a day says nothing more',
    [bound(1, 30), bound(10)],
    { first: 1, last: 30 },
    ['1-9', '11-30'],
  ],
  [
    'what is open at an end lies in no stretch',
    [bound(OPEN_START_DAY, 5), bound(5, OPEN_END_DAY)],
    { first: 1, last: 9 },
    ['1-9'],
  ],
])('%s', (_, bounds, limits, expected) => {
  const found = gapsBetween(bounds, limits);
  expect(found.map(({ first, last }) => `${first}-${last}`)).toEqual(expected);
});

const LAST = 12;

/** All stretches of days 1 to 12 that hold no bound whole and that no longer one has in it. */
function longestByHand(bounds: readonly DayBounds[]): readonly PeriodBounds[] {
  const isFree = ({ first, last }: PeriodBounds) =>
    first >= 1 &&
    last <= LAST &&
    !bounds.some(({ earliestDay, latestDay }) => earliestDay >= first && latestDay <= last);
  const gaps: PeriodBounds[] = [];
  for (let first = 1; first <= LAST; first += 1)
    for (let last = first; last <= LAST; last += 1) {
      const longer = [
        { first: first - 1, last },
        { first, last: last + 1 },
      ];
      if (isFree({ first, last }) && !longer.some(isFree)) gaps.push({ first, last });
    }
  return gaps;
}

const bounds = fc
  .array(
    fc
      .tuple(fc.integer({ min: 1, max: LAST }), fc.integer({ min: 0, max: 5 }))
      .map(([day, more]) => bound(day, Math.min(LAST, day + more))),
    { maxLength: 6 },
  )
  .map((given) => given.toSorted((a, b) => a.earliestDay - b.earliestDay || a.latestDay - b.latestDay));

test('the stretches are all of those that hold nothing whole and cannot be made longer', () => {
  fc.assert(
    fc.property(bounds, (given) => {
      expect(gapsBetween(given, { first: 1, last: LAST })).toEqual(longestByHand(given));
    }),
    { numRuns: 500 },
  );
});
