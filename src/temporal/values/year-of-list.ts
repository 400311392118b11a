import { monthNumberOf } from '../../domain/time/calendar-names.ts';
import { GAP, MONTH } from './patterns.ts';

/** More than the rest of any list: ", May 5, June 6 and the 7th of July, 2019". */
const REACH = 100;
const LINK = String.raw`(?:\s?[-–—]\s?|,?${GAP}(?:and|or|to|through|thru|until|till|&)${GAP})`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const MEMBER = String.raw`(?:(?:early|mid|late)[\s-])?(?:the${GAP})?(?:${MONTH}(?:${GAP}?${DAY})?|${DAY}(?:${GAP}(?:of${GAP})?${MONTH})?)`;
const REST = new RegExp(
  String.raw`^(?:,${GAP}${MEMBER}){0,8}${LINK}${MEMBER},?${GAP}(?:of${GAP})?(?<year>(?:1[5-9]|20)\d\d)\b(?!\d|[.,:]\d)`,
  'i',
);
const BEGINNING = /^[\s,–—-]/;
const NAMES = new RegExp(String.raw`\b${MONTH}`, 'gi');

/**
 * The year that ends a list or range, for a month or day inside it: 2019 for "May 3" in "May 3 and June 4, 2019". A list goes on
 * in time, so that December in "Dec - Feb 2015" lies in 2014. Undefined where the list names no year at its end.
 */
export function yearOfList(text: string, end: number, month: number): number | undefined {
  const rest = text.slice(end, end + REACH);
  if (!BEGINNING.test(rest)) return undefined;
  const found = REST.exec(rest);
  if (found === null) return undefined;
  const last = found[0].match(NAMES)?.at(-1);
  const year = Number(found.groups?.['year']);
  return last !== undefined && monthNumberOf(last) < month ? year - 1 : year;
}
