/**
 * Quarters and halves. On 2021-12-21: "the third quarter" 2021-Q3 · "third-quarter earnings" 2021-Q3 · "the fourth quarter" 2021-Q4 ·
 * "Q1 2022" 2022-Q1 · "the first quarter of 2020" 2020-Q1 ·
 * "the first half of 2021" 2021-H1 · "second half" 2021-H2.
 */
import { type Period, periodOf } from '../../domain/time/period.ts';
import { timexValueOf } from '../../domain/time/timex.ts';
import {
  ANCHOR,
  type Context,
  NO_REFERENCE,
  type PeriodReading,
  patternFamily,
  type Reading,
  type RuleMatch,
  referenceTo,
} from '../rule.ts';
import { leansAhead } from '../tense/lean.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'quarter/with-year': 'the words give quarter and year',
  'quarter/of-relative-year':
    'the year is counted from the anchor, or it is the year that the text named before',
  'quarter/latest': 'without a year it is the latest one that has begun, unless its clause points ahead',
};

const ORDINAL = 'first|second|third|fourth|1st|2nd|3rd|4th|final|last';
const YEAR_TAIL = String.raw`(?:(?:${GAP}of)?(?:${GAP}(?:fiscal|calendar))?(?:${GAP}year)?,?${GAP}(?<year>(?:19|20)\d\d)\b|(?:${GAP}of)?${GAP}(?<yearWord>last|this|next|the|the${GAP}same|that)${GAP}(?:fiscal${GAP})?year\b)?`;
const PATTERN = new RegExp(
  String.raw`\b(?:the${GAP})?(?:(?<owner>this|last|next)${GAP}year['’]s${GAP}|(?<ago>year-(?:ago|earlier))${GAP}|(?<lead>(?:19|20)\d\d)${GAP})?(?:fiscal${GAP})?(?:(?<ordinal>${ORDINAL})[\s-]+(?:fiscal[\s-]+)?(?<unit>quarter|half|semester)|Q(?<number>[1-4]))(?!-?finals?|\w|['’]?s?\s+(?:of\s+the\s+(?:game|match)|mile))${YEAR_TAIL}`,
  'dgi',
);
const GAME =
  /\b(?:yards?|touchdown|goals?|score[ds]?|scoring|games?|match|innings?|bet(?:ter|ting)|kick-off|penalty|coach|striker|goalkeeper|team|players?|midfielders?|equali[sz]er|referee|rebounds?|halftime|half-time|overtime|fouls?|tackle[ds]?|quarterback|injur(?:y|ies|ed)|the\s+break|(?:left|off|on)\s+the\s+(?:court|field|pitch|ice))\b/i;

const NUMBERS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};

export const quarter = patternFamily(REASONS, PATTERN, (match, context): Reading | null => {
  const ordinal = (match.groups['ordinal'] ?? '').toLowerCase();
  const half = /half|semester/i.test(match.groups['unit'] ?? '');
  const last = half ? 2 : 4;
  const number =
    Number(match.groups['number'] ?? 0) || NUMBERS[ordinal] || (/final|last/.test(ordinal) ? last : 0);
  if (number > last || (ordinal === 'last' && match.groups['year'] === undefined)) return null;
  if (GAME.test(context.text.slice(Math.max(0, match.start - 60), match.end + 60))) return null;
  if (half && !isHalfYear(match)) return null;
  return { ...inYear(number, half ? 'HALF' : 'QUARTER', match, context), kind: 'period', direction: null };
});

const isHalfYear = ({ text, groups }: RuleMatch): boolean =>
  groups['year'] !== undefined ||
  groups['yearWord'] !== undefined ||
  /^the\b/i.test(text) ||
  /-half/i.test(text);

type Placed = Pick<PeriodReading, 'period' | 'rule' | 'reference' | 'confidence' | 'alternatives'>;

function inYear(number: number, unit: 'QUARTER' | 'HALF', match: RuleMatch, context: Context): Placed {
  const parts = unit === 'HALF' ? 2 : 4;
  const at = (year: number): Period => ({ unit, index: year * parts + number - 1 });
  const year = match.groups['year'] ?? match.groups['lead'];
  if (year !== undefined)
    return { period: at(Number(year)), rule: 'quarter/with-year', reference: NO_REFERENCE, confidence: 0.95 };
  const here = periodOf('YEAR', context.anchor).index;
  const word = match.groups['yearWord'] ?? match.groups['owner'] ?? (match.groups['ago'] && 'last');
  if (word !== undefined) {
    const mentioned = /^th(?:e|at)/i.test(word) ? context.discourse.lastOf('YEAR') : undefined;
    const shift = /last/i.test(word) ? -1 : /next/i.test(word) ? 1 : 0;
    return {
      period: at(mentioned?.period.index ?? here + shift),
      rule: 'quarter/of-relative-year',
      reference: referenceTo(mentioned),
      confidence: 0.8,
    };
  }
  const now = periodOf(unit, context.anchor);
  const thisYear = at(here);
  const ahead = thisYear.index > now.index;
  const forward = ahead && leansAhead(context, match);
  const [period, other] = !ahead || forward ? [thisYear, at(here - 1)] : [at(here - 1), thisYear];
  const because =
    ahead && !forward ? 'it has not begun, and nothing in its clause points ahead' : 'it is a year older';
  return {
    period,
    rule: 'quarter/latest',
    reference: ANCHOR,
    confidence: 0.85,
    alternatives: [{ value: timexValueOf(other), because }],
  };
}
