/**
 * Weekdays. On Tuesday 2021-12-21: "Tuesday" 2021-12-21 · "on Friday" 2021-12-17 · "will meet on Friday" 2021-12-24 · "last
 * Tuesday" 2021-12-14 · "next Tuesday" 2021-12-28. With a part of the day: "Monday night" 2021-12-20TNI.
 * In the plural: "Fridays" XXXX-WXX-5 (SET), also in opening hours: "open Tuesday to Friday". After another day: "the following Monday".
 */
import { weekdayOf } from '../../domain/time/calendar-date.ts';
import { weekdayNumberOf } from '../../domain/time/calendar-names.ts';
import { boundsOf, dayPeriod } from '../../domain/time/period.ts';
import { timexValueOf } from '../../domain/time/timex.ts';
import { ANCHOR, type Context, patternFamily, type Reading, type RuleMatch, referenceTo } from '../rule.ts';
import { pointsAhead } from '../tense/lean.ts';
import { stepThatFits } from '../tense/step-that-fits.ts';
import { TIME_OF_DAY, timeOfDayCode } from '../values/clock-reading.ts';
import { GAP, MONTH, WEEKDAY } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'weekday/same-or-last': 'a weekday alone is the latest one up to the anchor, the anchor’s own day included',
  'weekday/next-by-cue':
    'words before it ("will", "scheduled", "due", "by") point ahead, so it is the next such day after the anchor',
  'weekday/last': '"last" means the latest such day before the anchor',
  'weekday/next': '"next" means the first such day after the anchor',
  'weekday/this':
    '"this" means the first such day from the anchor on, or the last one before it in a clause about the past',
  'weekday/from-earlier-day': 'it is counted from the day that the text named before',
  'weekday/every': 'a weekday in the plural or of opening hours recurs and is no single day',
};

const PATTERN = new RegExp(
  String.raw`\b(?<which>(?:this${GAP}(?:past|coming)|the${GAP}(?:following|next|previous|same)|last|next|this|past|coming)${GAP})?` +
    String.raw`(?<day>${WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thur|Fri)\b(?=\.|,|${GAP}(?:at|\d|${MONTH}|${TIME_OF_DAY})))(?<plural>s)?\b(?:${GAP}(?:in${GAP}the${GAP})?(?<time>${TIME_OF_DAY})\b)?`,
  'dgi',
);

/** The latest such weekday before `day`; `inclusive` lets `day` itself count. */
const lastBefore = (weekday: number, day: number, inclusive: boolean): number => {
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return day - (back === 0 && !inclusive ? 7 : back);
};

const firstAfter = (weekday: number, day: number, inclusive: boolean): number =>
  lastBefore(weekday, day, inclusive) === day && inclusive ? day : lastBefore(weekday, day, true) + 7;

/** "every Tuesday and Thursday" */
const EVERY_BEFORE = new RegExp(`\\b(?:every|each)\\s+(?:${WEEKDAY})\\s+(?:and|or)\\s+$`, 'i');
const before = ({ start }: RuleMatch, { text }: Context): string =>
  text.slice(Math.max(0, start - 24), start);

const DAYS_JOINED = String.raw`\s?(?:-|–|to|through|until|till)\s?`;
const SHORT_DAY = String.raw`(?:${WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?)`;
const FIRST_DAY = new RegExp(`\\b${SHORT_DAY}${DAYS_JOINED}$`);
const LAST_DAY = new RegExp(`^${DAYS_JOINED}${SHORT_DAY}`);
const HOURS =
  /\b(?:is|are|stays?|remains?)\s+open\b|\bopen\s+(?:from\s+)?(?:\d|$)|^Open\b|\n\s*Open\b|\bopening\s+(?:hours|times)\b|\b(?:office|business|visiting)\s+hours\b/;
const HOURS_REACH = 60;

/** "The shop is open Tuesday to Saturday": opening hours come again each week. */
function isOpeningHours({ start, end }: RuleMatch, { text }: Context): boolean {
  const before = text.slice(Math.max(0, start - HOURS_REACH), start);
  const sentence = before.split(/[.!?]\s+(?=[A-Z])(?<!\b[ap]\.m\.\s+)/).at(-1) ?? '';
  return (FIRST_DAY.test(before) || LAST_DAY.test(text.slice(end, end + 16))) && HOURS.test(sentence);
}

/** "one Friday in March" and "on a Sunday." are any such day; "a Tuesday vote" is on Tuesday. */
const isAnyDay = (match: RuleMatch, context: Context): boolean =>
  /\b(?:an?|one|any|some)\s+$/i.test(before(match, context)) &&
  /^(?:\s+in\b|\s*[.,;)])/.test(context.text.slice(match.end, match.end + 4));

export const weekday = patternFamily(REASONS, PATTERN, (match, context): Reading | null => {
  const { day = '', plural, which = '', time } = match.groups;
  if (!/^[A-Z]/.test(day) || isAnyDay(match, context)) return null;
  const number = weekdayNumberOf(day);
  if (plural !== undefined || EVERY_BEFORE.test(before(match, context)) || isOpeningHours(match, context))
    return {
      kind: 'value',
      type: 'SET',
      value: `XXXX-WXX-${number}`,
      rule: 'weekday/every',
      direction: null,
      reference: ANCHOR,
      confidence: 0.8,
    };
  const reading = readDay(number, which.toLowerCase().replace(/\s+/g, ' ').trim(), match, context);
  return time === undefined ? reading : { ...reading, time: timeOfDayCode(time) };
});

function readDay(number: number, which: string, match: RuleMatch, context: Context) {
  const { anchor, discourse } = context;
  const relative = (
    day: number,
    rule: string,
    direction: 'PAST' | 'PRESENT' | 'FUTURE',
    confidence: number,
  ) => ({ kind: 'period', period: dayPeriod(day), rule, direction, reference: ANCHOR, confidence }) as const;
  if (which === 'last' || which === 'past' || which === 'this past')
    return relative(lastBefore(number, anchor, false), 'weekday/last', 'PAST', 0.9);
  if (which === 'next' || which === 'coming' || which === 'this coming')
    return relative(firstAfter(number, anchor, false), 'weekday/next', 'FUTURE', 0.85);
  if (which === 'this') {
    const day = firstAfter(number, anchor, true);
    const step = stepThatFits(context, match, dayPeriod(day));
    return relative(day + step * 7, 'weekday/this', step < 0 ? 'PAST' : 'FUTURE', 0.7);
  }
  if (which.startsWith('the ')) {
    const before = discourse.lastOf('DAY');
    const from = before === undefined ? anchor : boundsOf(before.period).first;
    const day =
      which === 'the previous'
        ? lastBefore(number, from, false)
        : firstAfter(number, from, which === 'the same');
    const reference = referenceTo(before);
    return {
      ...relative(day, 'weekday/from-earlier-day', which === 'the previous' ? 'PAST' : 'FUTURE', 0.7),
      reference,
    };
  }
  const [back, ahead] = [lastBefore(number, anchor, true), firstAfter(number, anchor, false)];
  const besides = (day: number, because: string) => ({
    alternatives: [{ value: timexValueOf(dayPeriod(day)), because }],
  });
  if (weekdayOf(anchor) !== number && pointsAhead(context, match))
    return {
      ...relative(ahead, 'weekday/next-by-cue', 'FUTURE', 0.8),
      ...besides(back, 'its clause points ahead'),
    };
  return {
    ...relative(back, 'weekday/same-or-last', back === anchor ? 'PRESENT' : 'PAST', 0.95),
    ...besides(ahead, 'nothing in its clause points ahead'),
  };
}
