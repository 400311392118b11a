import type { Account } from '../account.ts';

/** Of the same days; and how much less for each doubling of the longer span over the shorter inside it. */
const SAME = 1;
const A_DOUBLING = 0.045;
const LEAST = 0.5;
/** Of spans that share some days, neither inside the other. */
const CROSSING = 0.7;

/**
 * How well two dates go together: 1 for the same days, less the wider the one is around the other, 0 for dates that share
 * no day. Open ones are compared as they are written.
 */
export function scoreDates(one: Account, other: Account): number {
  if (one.date.precision === 'OPEN' || other.date.precision === 'OPEN')
    return one.date.edtf === other.date.edtf ? SAME : 0;
  const first = Math.max(one.bounds.earliestDay, other.bounds.earliestDay);
  const last = Math.min(one.bounds.latestDay, other.bounds.latestDay);
  const shared = last - first + 1;
  if (shared <= 0) return 0;
  const [short, long] = one.length <= other.length ? [one.length, other.length] : [other.length, one.length];
  if (shared < short) return (CROSSING * shared) / short;
  return Math.max(LEAST, SAME - A_DOUBLING * Math.log2(long / short));
}
