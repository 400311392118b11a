import { hangingOf } from '../../../parsing/tree/predicate.ts';
import { headOfSpan, roleOf } from '../../../parsing/tree/sentence-tree.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import { isFiscalEnd } from '../../sentences/skipped-tokens.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedResolution } from './dated-statement.ts';
import { namesHappening } from './event-noun.ts';

/**
 * Whether a time belongs to figures: they are compared with it, or it is the period that they account for. "Rose from
 * $9 million a year earlier", "an increase of 9 % from last year", "reported a loss for the quarter", "the budget for 2031",
 * "the 2031/32 budget".
 */
export const isOfFigures = (
  sentence: SentenceAnalysis,
  resolution: DatedResolution,
  at: number,
  clause: Clause,
  lexicon: Lexicon,
): boolean =>
  isBaseOfChange(sentence, at, clause) ||
  isComparedAmount(sentence, at, clause) ||
  isFiscalEnd(sentence.tokens, at) ||
  isFiscalYear(sentence, resolution) ||
  isAccountingPeriod(sentence, resolution, at, clause) ||
  isReportedPeriod(sentence, resolution, clause, lexicon);

/** "the *financial year*", "FY2031", "*2031/32*": a year that need not begin in January, so that its days are not known. */
function isFiscalYear({ text }: SentenceAnalysis, { timex }: DatedResolution): boolean {
  const around = text.slice(Math.max(0, timex.start - YEAR_BEFORE), timex.end + YEAR_AFTER);
  const isSplit = /\d{4}$/u.test(timex.text) && SPLIT_YEAR.test(around);
  return FISCAL.test(timex.text) || isSplit;
}

const FISCAL = /\b(?:financial|fiscal)\b|\bFY\s?\d/iu;
const SPLIT_YEAR = /\b(?:19|20)\d\d\/(?:\d\d){1,2}(?![\d/])/u;
const YEAR_BEFORE = '2031/'.length;
const YEAR_AFTER = '/2032 '.length;

const CHANGES =
  /^(?:advance|climb|decline|decrease|dip|double|drop|ease|fall|gain|grow|improve|increase|jump|narrow|plunge|rise|shrink|slide|slip|soar|surge|triple|tumble|widen)$/u;
const AMOUNT = /^(?:[$£€#¥%]|percent|million|billion|trillion|cents?|pence|points?|dollars?|euros?|yen)$/u;

/**
 * The time that a change is counted from: "grew 19 % *from a year ago*", "a gain of 19 % *from last year*". "Rose from May to
 * July" has a range.
 */
function isBaseOfChange({ tokens, skipped, next }: SentenceAnalysis, at: number, { verb }: Clause): boolean {
  const preposition = tokens[at - 1]?.pos === 'DET' ? at - 2 : at - 1;
  if (tokens[preposition]?.lower !== 'from') return false;
  const isChange = CHANGES.test(verb?.lemma ?? '') || AMOUNT.test(tokens[preposition - 1]?.lower ?? '');
  return (
    isChange && !/^(?:to|until|through)$/u.test(tokens[afterSkipped(skipped, next, preposition)]?.lower ?? '')
  );
}

const afterSkipped = (
  skipped: SentenceAnalysis['skipped'],
  next: SentenceAnalysis['next'],
  from: number,
): number => {
  let at = next[from] ?? -1;
  while (skipped[at] === true) at = next[at] ?? -1;
  return at;
};

/** Number of tokens before the time that are searched for a comparison. */
const COMPARISON_REACH = 16;
const COMPARES = /^(?:compared|versus|against|than)$/u;

/** "fell to $9 million *from $10 million* a year earlier", "8 million euros, compared with 7 million last year". */
function isComparedAmount(
  { tokens, groupAt, skipped }: SentenceAnalysis,
  at: number,
  { verb }: Clause,
): boolean {
  if (verb?.lemma === 'compare') return true;
  let hasAmount = false;
  for (let index = at - 1; index >= Math.max(0, at - COMPARISON_REACH); index -= 1) {
    const word = tokens[index]?.lower ?? '';
    if (COMPARES.test(word)) return hasAmount;
    if (word === 'from' && hasAmount && tokens[index + 1]?.pos !== 'DET') return true;
    if (word === ';' || (groupAt[index] && !skipped[index])) return false;
    hasAmount ||= AMOUNT.test(word);
  }
  return false;
}

const REPORTS =
  /^(?:announce|declare|disclose|estimate|expect|forecast|post|predict|project|publish|release|report|say)$/u;
const PERIODS: ReadonlySet<string> = new Set(['MONTH', 'QUARTER', 'YEAR_PART', 'YEAR', 'RANGE']);
/** Figures and papers that are drawn up for a period: "maintained its *outlook* for 2031". */
const OF_PERIODS =
  /^(?:accounts|agenda|budget|calendar|dividend|earnings|estimates?|expectations|figures|forecasts?|goals?|guidance|income|loss|outlook|profit|programme|projections?|results|revenues?|sales|schedule|targets?)$/u;

/** "reported a loss *for the third quarter*", "posted a profit *in the quarter*": the report came later. */
function isAccountingPeriod(
  { tokens }: SentenceAnalysis,
  { date }: DatedResolution,
  at: number,
  { verb }: Clause,
): boolean {
  if (verb === null || !PERIODS.has(date.precision)) return false;
  let before = at - 1;
  while (/^(?:DET|ADJ|PRON)$/u.test(tokens[before]?.pos ?? '')) before -= 1;
  const preposition = tokens[before]?.lower;
  const reports = REPORTS.test(verb.lemma);
  const isDrawnUp = before - 1 > verb.last && OF_PERIODS.test(tokens[before - 1]?.lower ?? '');
  return (
    (preposition === 'for' && (reports || isDrawnUp)) ||
    (preposition === 'in' && date.precision === 'QUARTER' && /^(?:post|report)$/u.test(verb.lemma))
  );
}

/** "reported *third quarter* profits": a period in front of what is reported, which is no happening. */
function isReportedPeriod(
  { parsed, tokens }: SentenceAnalysis,
  { date, timex }: DatedResolution,
  { verb }: Clause,
  lexicon: Lexicon,
): boolean {
  const time = parsed === null ? null : headOfSpan(parsed, timex);
  if (parsed === null || time === null || !REPORTS.test(verb?.lemma ?? '') || !PERIODS.has(date.precision))
    return false;
  const { noun } = hangingOf(parsed, time);
  return (
    noun !== null &&
    time < noun &&
    /^(?:obj|compound|conj)$/u.test(roleOf(parsed, noun)) &&
    !namesHappening(tokens[noun], lexicon)
  );
}
