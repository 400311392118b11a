import { caseOf } from '../../../parsing/tree/participants.ts';
import { hangingOf } from '../../../parsing/tree/predicate.ts';
import { constituentOf, headOfSpan, headsOf, roleOf } from '../../../parsing/tree/sentence-tree.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { isOfFigures } from './accounting-time.ts';
import type { DatedResolution } from './dated-statement.ts';
import { namesHappening } from './event-noun.ts';

/** Words of comparison with another time, which then dates nothing: "more than in 2019". */
const COMPARISON = new Set(['than', 'like', 'unlike', 'as', 'below', 'above']);

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
    isOfFigures(sentence, resolution, at, clause, lexicon) ||
    isSuperlative(tokens, at) ||
    isDistance(tokens, preposition) ||
    isYearOfName(sentence, resolution, at, lexicon) ||
    isOfSource(sentence, resolution) ||
    isInAside(sentence, resolution, clause, lexicon) ||
    isValidity(sentence, before, clause) ||
    isConditional(sentence, clause)
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

/** "eight working days *after* 12 October": the time is counted from, and is not that of the act. */
const isDistance = (tokens: SentenceAnalysis['tokens'], preposition: number): boolean =>
  /^(?:after|before)$/u.test(tokens[preposition]?.lower ?? '') &&
  /^(?:minutes|hours|days?|weeks?|months?|years?)$/u.test(tokens[preposition - 1]?.lower ?? '');

/** "the worst attack since 2014" and "the first since the 2014 season" do not begin in 2014. */
const isSuperlative = (tokens: SentenceAnalysis['tokens'], at: number): boolean =>
  tokens.slice(Math.max(0, at - 2), at).some(({ lower }) => lower === 'since') &&
  tokens
    .slice(Math.max(0, at - 8), at)
    .some(({ lower }) => /^(?:first|most|least|worst|best|\p{L}{3,}est)$/u.test(lower));

/** "the Hart Prize *2031* went to", "coronavirus disease *2031*": a year without a preposition is part of the name before it. */
function isYearOfName(
  { tokens, skipped }: SentenceAnalysis,
  { timex }: DatedResolution,
  at: number,
  lexicon: Lexicon,
): boolean {
  const before = tokens[at - 1];
  if (!/^\d{4}$/u.test(timex.text) || before === undefined) return false;
  return (
    before.pos === 'PROPN' || (before.pos === 'NOUN' && !skipped[at - 1] && !namesHappening(before, lexicon))
  );
}

/** "according to a filing *on Tuesday*": the day of a source, which may be long after the act. */
function isOfSource({ parsed }: SentenceAnalysis, { timex }: DatedResolution): boolean {
  const word = parsed === null ? null : headOfSpan(parsed, timex);
  if (parsed === null || word === null) return false;
  const { predicate, noun } = hangingOf(parsed, word);
  if (noun === null) return false;
  const path = [word, ...headsOf(parsed, word)];
  return path.slice(0, path.indexOf(predicate)).some((index) => caseOf(parsed, index) === 'according');
}

/** After a verb such an adjective does date the statement: "is due Monday". */
function isValidity({ tokens, groupAt, previous }: SentenceAnalysis, word: number, clause: Clause): boolean {
  if (!VALIDITY.test(tokens[word]?.lower ?? '') || groupAt[word] === clause.verb) return false;
  return clause.verb?.last !== previous[word];
}

function isConditional(sentence: SentenceAnalysis, { opener, kind, base }: Clause): boolean {
  if (opener !== null && CONDITION.test(sentence.tokens[opener]?.lower ?? '')) return true;
  return kind === 'COORDINATE' && base !== null && isConditional(sentence, base);
}
