import { type DayNumber, yearMonthDayOf } from '../domain/calendar-date.ts';
import type { ResolutionMode } from '../domain/resolution.ts';

/** How much of a text is looked at, and how many years it must name before they say anything. */
const SAMPLE = 6000;
const FEW = 4;
/** The share of explicit years at least three years away from the anchor's that makes a text history. */
const SHARE = 0.7;
const YEAR = /(?<![\w$£€.,#-])(1[0-9]\d\d|20\d\d)(?![\w%]|[.,]\d)|\b\d{1,4}\s?BCE?\b/g;

/** History writing names many years, and most of them far from the anchor's; everything else is read as news. */
export function modeOf(text: string, anchor: DayNumber): ResolutionMode {
  const { year } = yearMonthDayOf(anchor);
  const years = Array.from(text.slice(0, SAMPLE).matchAll(YEAR), (match) => Number(match[1] ?? 0));
  const distant = years.filter((named) => Math.abs(named - year) >= 3).length;
  return years.length >= FEW && distant / years.length >= SHARE ? 'NARRATIVE' : 'NEWS';
}
