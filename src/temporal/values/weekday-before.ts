import { weekdayNumberOf } from '../../domain/time/calendar-names.ts';
import { WEEKDAY } from './patterns.ts';

const WEEKDAY_BEFORE = new RegExp(
  String.raw`\b(?<name>${WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b)\.?,?\s+(?:the\s+)?$`,
);
const REACH = 16;

/** The weekday right before a position, from 1 for Monday: "Friday, " before "3 May". `length` counts its characters up to there. */
export function weekdayBefore(
  text: string,
  start: number,
): { readonly weekday: number; readonly length: number } | null {
  const found = WEEKDAY_BEFORE.exec(text.slice(Math.max(0, start - REACH), start));
  return found === null
    ? null
    : { weekday: weekdayNumberOf(found.groups?.['name'] ?? ''), length: found[0].length };
}
