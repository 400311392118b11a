import type { DayBounds } from '../../../domain/time/event-date.ts';
import type { Account } from '../account.ts';
import { relateActs } from '../acts.ts';

/** The score of equal dates, and the loss for each doubling of the longer span around the shorter. */
const SAME = 1;
const A_DOUBLING = 0.045;
const LEAST = 0.5;
/** The loss for each day between two reports of undated acts. */
const A_DAY_BETWEEN = 0.05;
/** The score of a night that one account counts to the day before it and the other to the day after it. */
const SAME_NIGHT = 0.9;
/** The score of a lead without a date and a day that is its article's own: papers mostly report the day before. */
const SAME_DAY = 0.7;
/** The score of spans that overlap in part. */
const CROSSING = 0.7;

/**
 * The agreement of two dates: 1 for the same days, less the wider one is around the other, 0 without a common
 * day. Open dates are compared by their EDTF.
 */
export function scoreDates(one: Account, other: Account): number {
  if (one.date.precision === 'OPEN' || other.date.precision === 'OPEN')
    return one.date.edtf === other.date.edtf ? SAME : 0;
  if (isReport(one) && isReport(other)) return scoreReports(one, other);
  const shared = sharedDays(one.days, other.days);
  if (shared <= 0) return isSameNight(one, other) ? SAME_NIGHT : 0;
  const [short, long] = one.length <= other.length ? [one.length, other.length] : [other.length, one.length];
  if (shared < short) return (CROSSING * shared) / short;
  if (isReportedOn(one, other) || isReportedOn(other, one)) return SAME_DAY;
  return Math.max(LEAST, SAME - A_DOUBLING * Math.log2(long / short));
}

/** A lead without a date, as the news of its article's day. */
export const isReport = ({ date }: Account): boolean => date.role === 'PUBLISHED';

const isReportedOn = (report: Account, other: Account): boolean =>
  isReport(report) && other.length === 1 && other.days.latestDay === report.days.latestDay;

const sharedDays = (one: DayBounds, other: DayBounds): number =>
  Math.min(one.latestDay, other.latestDay) - Math.max(one.earliestDay, other.earliestDay) + 1;

const isSameNight = (one: Account, other: Account): boolean =>
  relateActs(one.acts, other.acts) === 'SAME' &&
  (sharedDays(one.bounds, other.days) > 0 || sharedDays(one.days, other.bounds) > 0);

/** Two papers report the news on the same day, or soon after one another. */
function scoreReports(one: Account, other: Account): number {
  const between = Math.abs(one.days.latestDay - other.days.latestDay);
  return between < one.length ? SAME - A_DAY_BETWEEN * between : 0;
}
