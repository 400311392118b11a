/**
 * Days counted from the anchor. On 2021-12-21:
 * "today" 2021-12-21 · "yesterday" 2021-12-20 · "tomorrow" 2021-12-22 · "tonight" 2021-12-21TNI · "last night" 2021-12-20TNI ·
 * "this morning" 2021-12-21TMO · "yesterday afternoon" 2021-12-20TAF · "the day before yesterday" 2021-12-19.
 * "today" for the present age ("what is happening today", "today's world") is PRESENT_REF and dates nothing.
 */
import { dayPeriod } from '../../domain/time/period.ts';
import { ANCHOR, patternFamily } from '../rule.ts';
import { isPresentAge } from '../tense/present-age.ts';
import { TIME_OF_DAY, timeOfDayCode } from '../values/clock-reading.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'relative-day/named': 'the word names a day next to the anchor, or the anchor itself',
  'relative-day/two-days': 'it is two days from the anchor',
  'relative-day/tonight': 'it is the night of the anchor',
  'relative-day/part-of-day': 'it is a part of the anchor’s day, or of the day before for "last"',
  'relative-day/present-age': 'here "today" means the present age, not a day',
};

const PATTERN = new RegExp(
  String.raw`\b(?:(?<far>the${GAP}day${GAP}(?:before${GAP}yesterday|after${GAP}tomorrow))|(?<day>today|yesterday|tomorrow)(?:${GAP}(?<part>${TIME_OF_DAY}))?|` +
    String.raw`(?<tonight>tonight)|(?<which>this|last)${GAP}(?<time>morning|afternoon|evening|night))\b`,
  'dgi',
);

const OFFSETS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

const directionOf = (offset: number) => (offset < 0 ? 'PAST' : offset > 0 ? 'FUTURE' : 'PRESENT');

export const relativeDay = patternFamily(REASONS, PATTERN, (match, context) => {
  const { far, day = '', part, tonight, which, time } = match.groups;
  const reading = (offset: number, rule: string, code?: string) =>
    ({
      kind: 'period',
      period: dayPeriod(context.anchor + offset),
      rule,
      direction: directionOf(offset),
      reference: ANCHOR,
      confidence: 0.95,
      ...(code === undefined ? {} : { time: code }),
    }) as const;
  if (far !== undefined) return reading(/yesterday/i.test(far) ? -2 : 2, 'relative-day/two-days');
  if (tonight !== undefined) return reading(0, 'relative-day/tonight', 'TNI');
  if (time !== undefined)
    return reading(which?.toLowerCase() === 'last' ? -1 : 0, 'relative-day/part-of-day', timeOfDayCode(time));
  if (
    part === undefined &&
    day.toLowerCase() === 'today' &&
    (context.narrative || isPresentAge(context.text, match))
  )
    return {
      kind: 'value',
      type: 'DATE',
      value: 'PRESENT_REF',
      rule: 'relative-day/present-age',
      direction: 'PRESENT',
      reference: ANCHOR,
      confidence: 0.7,
    };
  return reading(OFFSETS[day.toLowerCase()] ?? 0, 'relative-day/named', part && timeOfDayCode(part));
});
