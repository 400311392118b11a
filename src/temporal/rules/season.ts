/**
 * Seasons. "summer of 2014" 2014-SU · "spring 2021" 2021-SP · "the winter" after a year: the winter of that year. "fall"
 * needs a year.
 */

import { yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import { seasonNumberOf } from '../../domain/time/calendar-names.ts';
import type { Period } from '../../domain/time/period.ts';
import { SEASON_CODES } from '../../domain/time/timex.ts';
import { ANCHOR, type Context, NO_REFERENCE, patternFamily, type Reading, type RuleMatch } from '../rule.ts';
import { chooseYear, otherYear } from '../tense/choose-year.ts';
import { isHabit } from '../tense/habit.ts';
import { GAP, SEASON } from '../values/patterns.ts';
import { recurring } from '../values/recurring.ts';
import { yearOfTwoDigits } from '../values/year-of-two-digits.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'season/with-year': 'the words give season and year',
  'season/of-relative-year': 'the year is counted from the anchor',
  'season/recurring': 'it is that season of every year, and no single time',
  'season/alone':
    'without a year it is the one that fits best: the nearest in news, that of the story in history writing',
};

const PATTERN = new RegExp(
  String.raw`\b(?:the${GAP})?(?<season>${SEASON})(?:(?:${GAP}of)?,?${GAP}(?<year>(?:1[5-9]|20)\d\d)(?!\d)(?:[-–/]\d\d(?:\d\d)?)?|(?:${GAP}of)?${GAP}['’‘](?<short>\d\d)(?![\w'’])|(?:${GAP}of)?${GAP}(?<yearWord>last|this|next|that)${GAP}year)?\b(?!-)`,
  'dgi',
);
/** The month in which each season begins: winter belongs to the year it begins in. */
const FIRST_MONTHS = [3, 6, 9, 12];
const IN_SEASON = /\b(?:in|during|since|until|till|by|throughout|early|late|mid|last)[\s-]+$/i;
const LOOSELY_IN_SEASON = /\b(?:through|all|for|of)\s+$/i;
/** "Climber Killed in Fall", "lost it in the fall": a person fell. */
const TUMBLE =
  /\b(?:kill|die|dead|death|fatal|injur|hurt|surviv|slip|climb|hospital|ladder|cliff)\w*\b[^.;]*$|\b(?:lost|broke|broken|fractured|damaged|smashed|sustained)\s+(?:it|them|(?:an?|his|her|their)\s+(?:\w+\s+)?\w+)\s+in\s+(?:the\s+)?$/i;
const TUMBLE_REACH = 60;
/** "the fall of the wall" */
const OF_SOMETHING = /^\s+of\b/i;

/** Without a year a season needs "the" or a preposition; "fall" and "spring", which mean other things too, need the latter. */
function isSeason(
  { start, end, text: words }: RuleMatch,
  name: string,
  { text, narrative }: Context,
): boolean {
  const before = text.slice(Math.max(0, start - 14), start);
  if (OF_SOMETHING.test(text.slice(end, end + 4))) return false;
  if (/fall$/i.test(words) && TUMBLE.test(text.slice(Math.max(0, start - TUMBLE_REACH), start))) return false;
  if (IN_SEASON.test(before)) return true;
  if (/^(?:fall|spring)$/i.test(name) && !(narrative && /^the\s+spring$/i.test(words))) return false;
  return /^the\b/i.test(words) || LOOSELY_IN_SEASON.test(before);
}

export const season = patternFamily(REASONS, PATTERN, (match, context): Reading | null => {
  const { season: name = '', short, yearWord } = match.groups;
  const year = short === undefined ? match.groups['year'] : yearOfTwoDigits(short, context);
  const number = seasonNumberOf(name) ?? 0;
  const at = (yearOf: number): Period => ({ unit: 'SEASON', index: yearOf * 4 + number });
  const here = yearMonthDayOf(context.anchor).year;
  const base = { kind: 'period', direction: null, confidence: 0.9 } as const;
  if (year !== undefined)
    return { ...base, period: at(Number(year)), rule: 'season/with-year', reference: NO_REFERENCE };
  if (yearWord !== undefined) {
    const shift = /last/i.test(yearWord) ? -1 : /next/i.test(yearWord) ? 1 : 0;
    return { ...base, period: at(here + shift), rule: 'season/of-relative-year', reference: ANCHOR };
  }
  if (!isSeason(match, name, context)) return null;
  if (isHabit(context.text, match)) return recurring(`XXXX-${SEASON_CODES[number]}`, 'season/recurring');
  const chosen = chooseYear(context, match, { month: FIRST_MONTHS[number] ?? 1, periodIn: at });
  return {
    ...base,
    period: at(chosen.year),
    rule: 'season/alone',
    reference: chosen.reference,
    confidence: 0.6,
    alternatives: otherYear(chosen, at),
  };
});
