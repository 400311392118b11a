import { constituentOf, headOfSpan, headsOf, roleOf } from '../../../parsing/tree/sentence-tree.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import { isFiscalEnd } from '../../sentences/skipped-tokens.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedResolution } from './dated-statement.ts';
import { namesHappening } from './event-noun.ts';

/** Words of comparison with another time, which then dates nothing: "more than in 2019". */
const COMPARISON = new Set(['than', 'like', 'unlike', 'as', 'below', 'above']);

/** Number of tokens before the time that are searched for a comparison. */
const COMPARISON_REACH = 16;
const COMPARES = /^(?:compared|versus|against|than)$/u;
const AMOUNT = /^(?:[$£€#¥%]|percent|million|billion|trillion|cents?|pence|points?|dollars?|euros?|yen)$/u;

/**
 * Words for being due or valid on a day, which is not the day of the act: "a dividend payable Dec. 7",
 * "holders of record Nov. 22".
 */
const VALIDITY =
  /^(?:payable|due|effective|dated|maturing|expiring|dating|redeemable|callable|record|beginning|ending)$/u;

/** Words that open a condition, which is neither past nor planned: "if Russia invades in January". */
const CONDITION = /^(?:if|unless|whether|should|lest)$/u;

/**
 * Whether a time is only the background or measure of something else: "than in 2019", "the worst attack since
 * 2014", "the quarter ended Sept. 30", "reported a loss for the quarter", "a dividend payable Dec. 7", "if they met next week".
 */
export function isBackground(
  sentence: SentenceAnalysis,
  resolution: DatedResolution,
  at: number,
  clause: Clause,
  lexicon: Lexicon,
): boolean {
  const { tokens, previous } = sentence;
  const preposition = tokens[at - 1]?.pos === 'ADP' ? at - 1 : at;
  const previousWord = previous[preposition] ?? -1;
  const before = tokens[previousWord]?.lower === 'back' ? (previous[previousWord] ?? -1) : previousWord;
  const word = tokens[before]?.lower ?? '';
  return (
    COMPARISON.has(word) ||
    /^(?:than|unlike|versus)$/u.test(tokens[at - 1]?.lower ?? '') ||
    isBaseOfChange(sentence, preposition, clause) ||
    isComparedAmount(sentence, at, clause) ||
    (tokens[at - 1]?.lower === 'since' && isSuperlative(tokens, at)) ||
    isFiscalEnd(tokens, at) ||
    isDistance(tokens, preposition) ||
    isAccountingPeriod(sentence, resolution, at, clause) ||
    isInAside(sentence, resolution, clause, lexicon) ||
    isValidity(sentence, before, clause) ||
    isConditional(sentence, clause)
  );
}

const REPORTS =
  /^(?:announce|declare|disclose|estimate|expect|forecast|post|predict|project|publish|release|report|say)$/u;
const PERIODS: ReadonlySet<string> = new Set(['MONTH', 'QUARTER', 'YEAR_PART', 'YEAR', 'RANGE']);

/** "reported a loss *for the third quarter*", "posted a profit *in the quarter*": the report came later. */
function isAccountingPeriod(
  { tokens }: SentenceAnalysis,
  { date }: DatedResolution,
  at: number,
  { verb }: Clause,
): boolean {
  if (!REPORTS.test(verb?.lemma ?? '') || !PERIODS.has(date.precision)) return false;
  let before = at - 1;
  while (/^(?:DET|ADJ|PRON)$/u.test(tokens[before]?.pos ?? '')) before -= 1;
  const preposition = tokens[before]?.lower;
  return (
    preposition === 'for' ||
    (preposition === 'in' && date.precision === 'QUARTER' && /^(?:post|report)$/u.test(verb?.lemma ?? ''))
  );
}

/** "The bill, *under debate on Monday*, would ban fishing": a time in what commas add to a subject that is no happening. */
function isInAside(
  { parsed, tokens }: SentenceAnalysis,
  { timex }: DatedResolution,
  { verb }: Clause,
  lexicon: Lexicon,
): boolean {
  const time = parsed === null || verb === null ? null : headOfSpan(parsed, timex);
  if (parsed === null || verb === null || time === null || time > verb.first) return false;
  const path = [time, ...headsOf(parsed, time)];
  const place = path.findIndex((index) => roleOf(parsed, index) === 'nsubj');
  const [aside, subject] = [path[place - 1], path[place]];
  if (aside === undefined || subject === undefined || roleOf(parsed, aside) !== 'nmod') return false;
  const [first = aside] = constituentOf(parsed, aside);
  const follows = [first, first - 1].some((index) => tokens[index]?.text === ',');
  return subject < first && follows && !namesHappening(tokens[subject], lexicon);
}

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

const CHANGES =
  /^(?:advance|climb|decline|decrease|dip|double|drop|ease|fall|gain|grow|improve|increase|jump|narrow|plunge|rise|shrink|slide|slip|soar|surge|triple|tumble|widen)$/u;

/** "grew 19 % *from a year ago*": the time that a change is counted from. "Rose from May to July" has a range. */
const isBaseOfChange = (
  { tokens, skipped, next }: SentenceAnalysis,
  preposition: number,
  { verb }: Clause,
): boolean =>
  tokens[preposition]?.lower === 'from' &&
  CHANGES.test(verb?.lemma ?? '') &&
  !/^(?:to|until|through)$/u.test(tokens[afterSkipped(skipped, next, preposition)]?.lower ?? '');

const afterSkipped = (
  skipped: SentenceAnalysis['skipped'],
  next: SentenceAnalysis['next'],
  from: number,
): number => {
  let at = next[from] ?? -1;
  while (skipped[at] === true) at = next[at] ?? -1;
  return at;
};

/** "eight working days *after* 12 October": the time is counted from, and is not that of the act. */
const isDistance = (tokens: SentenceAnalysis['tokens'], preposition: number): boolean =>
  /^(?:after|before)$/u.test(tokens[preposition]?.lower ?? '') &&
  /^(?:minutes|hours|days?|weeks?|months?|years?)$/u.test(tokens[preposition - 1]?.lower ?? '');

/** "the worst attack since 2014" does not begin in 2014. */
const isSuperlative = (tokens: SentenceAnalysis['tokens'], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 8), at)
    .some(({ lower }) => /^(?:first|most|least|worst|best|\p{L}{3,}est)$/u.test(lower));

/** After a verb such an adjective does date the statement: "is due Monday". */
function isValidity({ tokens, groupAt, previous }: SentenceAnalysis, word: number, clause: Clause): boolean {
  if (!VALIDITY.test(tokens[word]?.lower ?? '') || groupAt[word] === clause.verb) return false;
  return clause.verb?.last !== previous[word];
}

function isConditional(sentence: SentenceAnalysis, { opener, kind, base }: Clause): boolean {
  if (opener !== null && CONDITION.test(sentence.tokens[opener]?.lower ?? '')) return true;
  return kind === 'COORDINATE' && base !== null && isConditional(sentence, base);
}
