import { type DayNumber, yearMonthDayOf } from '../domain/time/calendar-date.ts';
import type { ResolutionMode } from '../domain/time/resolution.ts';
import { isPresentAge } from './tense/present-age.ts';
import { WEEKDAY } from './values/patterns.ts';

const YEAR = /(?<![\w$£€.,#-])(1[0-9]\d\d|20\d\d)(?![\w%]|[.,]\d)|\b\d{1,4}\s?BCE?\b/g;
/** A year that lies so many years or more from the anchor's is distant. */
const DISTANT = 3;
/** A history names at least so many distant years. */
const FEWEST_DISTANT = 3;
/** At least this share of the years that a history names is distant. */
const DISTANT_SHARE = 0.3;

/** Days that a report names from its own day: "Tuesday", "last week". */
const REPORTED = new RegExp(
  String.raw`\b(?:${WEEKDAY}|yesterday|today|tomorrow|tonight|(?:this|last|next)\s+(?:week|month|year|night))\b`,
  'gi',
);
/** A history names at most one day of a report in so many characters. */
const CHARACTERS_PER_REPORTED_DAY = 4000;

/**
 * NARRATIVE for history writing: it names years far from the anchor's, and hardly any day of a report ("Tuesday", "last
 * week"). NEWS for every other text. The whole text counts, since the first part of a history may name few years.
 */
export function modeOf(text: string, anchor: DayNumber): ResolutionMode {
  const { year } = yearMonthDayOf(anchor);
  const years = Array.from(text.matchAll(YEAR), (match) => Number(match[1] ?? 0));
  const distant = years.filter((named) => Math.abs(named - year) >= DISTANT).length;
  if (distant < FEWEST_DISTANT || distant < years.length * DISTANT_SHARE) return 'NEWS';
  const reported = Array.from(text.matchAll(REPORTED)).filter(
    ({ 0: words, index }) => !isPresentAge(text, { start: index, end: index + words.length }),
  ).length;
  return reported <= text.length / CHARACTERS_PER_REPORTED_DAY ? 'NARRATIVE' : 'NEWS';
}
