import { type DayNumber, yearMonthDayOf } from '../domain/time/calendar-date.ts';
import type { ResolutionMode } from '../domain/time/resolution.ts';
import { WEEKDAY } from './values/patterns.ts';

/** How much of a text is looked at, and how many years it must name before they say anything. */
const SAMPLE = 6000;
const FEW = 4;
/** The share of explicit years at least three years away from the anchor's that makes a text history. */
const SHARE = 0.7;
const YEAR = /(?<![\w$£€.,#-])(1[0-9]\d\d|20\d\d)(?![\w%]|[.,]\d)|\b\d{1,4}\s?BCE?\b/g;

/** Days that a report names from where it stands. */
const REPORTED = new RegExp(
  String.raw`\b(?:${WEEKDAY}|yesterday|today|tomorrow|tonight|(?:this|last|next)\s+(?:week|month|year|night))\b`,
  'gi',
);
/** So many distant years at least for each day that is named as a report would: an obituary or a chronology in the paper is news. */
const YEARS_PER_REPORTED_DAY = 3;

/**
 * History writing names many years, most of them far from the anchor's, and hardly a day as a report would ("Tuesday",
 * "last week"); everything else is read as news.
 */
export function modeOf(text: string, anchor: DayNumber): ResolutionMode {
  const { year } = yearMonthDayOf(anchor);
  const sample = text.slice(0, SAMPLE);
  const years = Array.from(sample.matchAll(YEAR), (match) => Number(match[1] ?? 0));
  const distant = years.filter((named) => Math.abs(named - year) >= 3).length;
  if (years.length < FEW || distant / years.length < SHARE) return 'NEWS';
  const reported = sample.match(REPORTED)?.length ?? 0;
  return distant >= reported * YEARS_PER_REPORTED_DAY ? 'NARRATIVE' : 'NEWS';
}
