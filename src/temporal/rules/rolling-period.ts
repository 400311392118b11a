/**
 * A span that ends or begins with the anchor; "last year" is a year of the calendar instead. On 2021-12-21: "the past year" 2020 ·
 * "the next year" 2022 · "the last decade" P10Y · "the past week" P1W · "over the previous year" P1Y. None of them dates an event.
 */
import { yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import { ANCHOR, type Context, patternFamily, type Reading } from '../rule.ts';
import { durationReading } from '../values/duration-value.ts';
import { GAP, MONTH } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'stretch/twelve-months': 'it is the twelve months up to the anchor, or from it on',
  'stretch/duration':
    'it is the span of that length up to the anchor or from it on, not a period of the calendar',
};

const PATTERN = new RegExp(
  `\\b(?:(?<which>(?:the${GAP})?past|the${GAP}(?:last|next|coming))|(?<=\\bover${GAP})the${GAP}previous)${GAP}(?:fiscal${GAP})?(?<unit>week|month|quarter|year|decade|century)\\b(?!-(?:old|long)|${GAP}of${GAP}${MONTH}\\b)`,
  'dgi',
);

const VALUES: Readonly<Record<string, string>> = {
  week: 'P1W',
  month: 'P1M',
  quarter: 'P1Q',
  decade: 'P10Y',
  century: 'P100Y',
};

export const rollingPeriod = patternFamily(REASONS, PATTERN, ({ groups }, context): Reading | null => {
  const { which = '', unit = '' } = groups;
  if (/^[A-Z]/.test(unit)) return null;
  const ahead = /next|coming/i.test(which);
  if (context.narrative && /next/i.test(which)) return null;
  const value = which === '' && /^year$/i.test(unit) ? 'P1Y' : VALUES[unit.toLowerCase()];
  if (value === undefined) return twelveMonths(ahead, context);
  return {
    ...durationReading(value, 'stretch/duration', 0.7),
    direction: ahead ? 'FUTURE' : 'PAST',
    reference: ANCHOR,
  };
});

/** Twelve months are no year of the calendar: they take the value of last or next year, but date nothing. */
const twelveMonths = (ahead: boolean, { anchor }: Context): Reading => ({
  kind: 'value',
  type: 'DATE',
  value: String(yearMonthDayOf(anchor).year + (ahead ? 1 : -1)),
  rule: 'stretch/twelve-months',
  direction: ahead ? 'FUTURE' : 'PAST',
  reference: ANCHOR,
  confidence: 0.6,
});
