import { type DayNumber, yearMonthDayOf } from '../domain/time/calendar-date.ts';
import type { ResolutionMode } from '../domain/time/resolution.ts';
import { WEEKDAY } from './values/patterns.ts';

/** The length of the examined beginning of a text, and the least number of years in it that allow a judgement. */
const SAMPLE = 6000;
const FEW = 4;
/** In history writing, at least this share of the years lies three years or more from the anchor's. */
const SHARE = 0.7;
const YEAR = /(?<![\w$£€.,#-])(1[0-9]\d\d|20\d\d)(?![\w%]|[.,]\d)|\b\d{1,4}\s?BCE?\b/g;

/** Days that a report names from its own day: "Tuesday", "last week". */
const REPORTED = new RegExp(
  String.raw`\b(?:${WEEKDAY}|yesterday|today|tomorrow|tonight|(?:this|last|next)\s+(?:week|month|year|night))\b`,
  'gi',
);
/**
 * A history has at least so many distant years for each day of a report. An obituary or a chronology in a newspaper is
 * news.
 */
const YEARS_PER_REPORTED_DAY = 3;

/**
 * NARRATIVE for history writing: it names many years, most of them far from the anchor's, and hardly any day of a report
 * ("Tuesday", "last week"). NEWS for every other text.
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
