/**
 * Days that share a month with other days of a list or range. In "Dec. 20–26": "26" 2021-12-26 · in "20–26 December" and
 * "between 20 and 26 December": "20" 2021-12-20 · in "May 3, 5 and 9 of 2019": "5" 2019-05-05 and "9 of 2019" 2019-05-09.
 */
import type { Span } from '../../domain/event/mention.ts';
import { dayNumberOf, isRealDay } from '../../domain/time/calendar-date.ts';
import { monthNumberOf } from '../../domain/time/calendar-names.ts';
import { dayPeriod } from '../../domain/time/period.ts';
import type { Candidate, Context, Family, Reading } from '../rule.ts';
import { chooseYear, otherYear } from '../tense/choose-year.ts';
import { GAP, MONTH } from '../values/patterns.ts';
import { yearOfList } from '../values/year-of-list.ts';

const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const DASH = String.raw`\s?[-–—]\s?`;
const AND = `,?${GAP}(?:and|or|to|through|until|till)${GAP}(?:the${GAP})?`;
const COMMAS = `(?:,${GAP}${DAY}){0,8}`;
/** "3-5", "3 and 5", "3, 5 and 9". */
const DAYS = `${DAY}(?:${DASH}${DAY}|${COMMAS}${AND}${DAY})`;
const YEAR = String.raw`(?<tail>,?${GAP}(?:of${GAP})?(?<year>(?:1[5-9]|20)\d\d)\b(?!\d|[.,:]\d))?`;
/** A lower-case word after the last number is mostly the thing that it counts: "March 3 and 12 people". */
const NO_COUNT = String.raw`(?!\d|[:.,]\d|%|-|${GAP}(?!(?:in|at|on|for|with|by|to|as|when|after|and|but|before|from|the)\b)[a-z])`;

const MONTH_FIRST = new RegExp(
  String.raw`\b(?<month>${MONTH})${GAP}(?<days>${DAYS})\b${YEAR}${NO_COUNT}`,
  'dgi',
);
const MONTH_LAST = new RegExp(
  String.raw`(?<![\d$£€.,:])\b(?<days>${DAYS})${GAP}(?:of${GAP})?(?<month>${MONTH})\b${YEAR}`,
  'dgi',
);

/** The days of a list that stand without the name of their month. A day right beside the name is read with it. */
export const dayList: Family = {
  reasons: { 'day-range/month-of-the-other-end': 'another day of the range or list names the month' },
  find: (text) => [
    ...Array.from(text.matchAll(MONTH_FIRST), (found) => daysOf(found).slice(1)).flat(),
    ...Array.from(text.matchAll(MONTH_LAST), (found) => daysOf(found).slice(0, -1)).flat(),
  ],
};

function daysOf({ groups = {}, indices }: RegExpExecArray): readonly Candidate[] {
  const { month: name = '', days = '', year } = groups;
  const [start = 0, end = 0] = indices?.groups?.['days'] ?? [];
  const [monthStart = 0, monthEnd = 0] = indices?.groups?.['month'] ?? [];
  const tail = indices?.groups?.['tail']?.[1];
  if (!/^[A-Z]/.test(name)) return [];
  const list = { start: Math.min(start, monthStart), end: Math.max(end, monthEnd) };
  return Array.from(days.matchAll(/\d{1,2}(?:st|nd|rd|th)?/gi), (found) => {
    const span = { start: start + found.index, end: start + found.index + found[0].length };
    const isLast = span.end === end;
    const given = { written: year === undefined ? undefined : Number(year), month: monthNumberOf(name) };
    return {
      start: span.start,
      end: isLast && tail !== undefined && monthStart < start ? tail : span.end,
      read: (context) => readDay(span, { ...given, day: Number.parseInt(found[0], 10) }, list, context),
    };
  });
}

/** The clause of the whole list decides its year. */
function readDay(
  span: Span,
  given: { readonly written: number | undefined; readonly month: number; readonly day: number },
  list: Span,
  context: Context,
): Reading | null {
  const written = given.written ?? yearOfList(context.text, span.end, given.month);
  const chosen = chooseYear(context, list, { ...given, written });
  const parts = { month: given.month, day: given.day, year: chosen.year };
  if (!isRealDay(parts)) return null;
  return {
    kind: 'period',
    period: dayPeriod(dayNumberOf(parts)),
    rule: 'day-range/month-of-the-other-end',
    direction: null,
    reference: chosen.reference,
    confidence: 0.85,
    alternatives: otherYear(chosen, (other) => dayPeriod(dayNumberOf({ ...parts, year: other }))),
  };
}
