import { dayBoundsOf } from '../../../domain/time/event-date.ts';
import { dependentsWith, dependentWith, type SentenceTree } from '../../../parsing/tree/sentence-tree.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { VerbGroup } from '../../sentences/verb-groups.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from './dated-statement.ts';
import { namesHappening } from './event-noun.ts';

/** Verbs for what lasts: "They *owned* nine ships". */
export const STATES: ReadonlySet<string> = new Set(
  'belong consist contain cost depend deserve exist hate have include know lack like love matter mean need own possess remain resemble seem want weigh'.split(
    ' ',
  ),
);

/** Verbs of posts and dwellings, states where they last "since" a time: "has *led* the museum since May". */
const LASTING =
  /^(?:chair|employ|head|hold|house|keep|lead|lie|live|manage|occupy|operate|play|reside|rule|run|serve|stand|stay|study|teach|use|wait|work)$/u;

/** Verbs of goals: "*wants* to sell twice as much by 2040". */
const GOALS = /^(?:aim|goal|hope|seek|strive|target|want|wish)$/u;
const DAYS_OF_A_YEAR = 366;

/**
 * Whether a clause tells no event. It tells a state over weeks or more ("owned nine ships in 2019", "was mayor until 1974") or a
 * state of today ("Today the harbour is a park"), or what has been so since a time. It tells a goal ("wants to double sales by 2040"). It counts over years ("lost
 * 900 ships between 1990 and 2010"). It asks ("Who sank the ferry on Monday?").
 */
export function tellsState(
  { parsed, tokens }: SentenceAnalysis,
  { kind, verb, clause, resolution: { date } }: DatedStatement,
  anchorDay: number,
  lexicon: Lexicon,
): boolean {
  if (kind === 'NOUN' || verb === null || parsed === null) return false;
  if (isQuestion(tokens, clause.tokens.at(-1) ?? -1)) return true;
  const { earliestDay, latestDay } = dayBoundsOf(date);
  const isWide = date.precision !== 'DAY' && date.precision !== 'WEEK';
  if (date.role === 'BEFORE' && isWide && [verb, clause.verb].some((each) => GOALS.test(each?.lemma ?? '')))
    return true;
  const predicate = predicateOfVerb(parsed, verb.head);
  if (date.precision === 'RANGE' && latestDay - earliestDay > DAYS_OF_A_YEAR && counts(parsed, predicate))
    return true;
  if (date.role === 'AFTER' && hasLastedSince(tokens, verb, anchorDay - earliestDay)) return true;
  const isPresent =
    /^(?:is|are|['’]s|['’]re)$/u.test(tokens[verb.first]?.lower ?? '') && earliestDay === anchorDay;
  const isAhead = earliestDay > anchorDay || verb.form === 'FUTURE' || verb.form === 'MODAL';
  const isLasting = kind === 'CLAUSE' && !isAhead && (isWide || isPresent);
  return (
    isLasting &&
    isState(parsed, predicate, verb.lemma) &&
    !concernsHappening(parsed, predicate, tokens, lexicon)
  );
}

/**
 * Whether a perfect tells what has been so since a time: "has led the club since May", "has been falling since May". After a year it
 * sums up: "has closed 40 mines since 1983".
 */
const hasLastedSince = (
  tokens: SentenceAnalysis['tokens'],
  { first, last, lemma }: VerbGroup,
  daysAgo: number,
): boolean =>
  /^(?:has|have|had|['’](?:ve|d|s))$/u.test(tokens[first]?.lower ?? '') &&
  first < last &&
  (daysAgo > DAYS_OF_A_YEAR || LASTING.test(lemma) || tokens[last]?.lower.endsWith('ing') === true);

/** Whether a clause ends with a question mark, inside or outside its quotation marks. */
export const isQuestion = (tokens: SentenceAnalysis['tokens'], last: number): boolean =>
  [last - 1, last, last + 1, last + 2].some((index) => tokens[index]?.text === '?');

/** "the *number* of strikes fell", "sank *90* ships". */
const counts = (tree: SentenceTree, predicate: number): boolean =>
  dependentsWith(tree, predicate, 'nsubj', 'obj').some(
    (noun) => tree.words[noun]?.lemma === 'number' || dependentWith(tree, noun, 'nummod') !== null,
  );

/** "was mayor", "had nine ships", "there was no ship"; not "was able to leave" or "has to leave". */
const isState = (tree: SentenceTree, predicate: number, lemma: string): boolean =>
  (STATES.has(lemma) ||
    dependentWith(tree, predicate, 'expl') !== null ||
    (dependentWith(tree, predicate, 'cop') !== null && tree.words[predicate]?.upos !== 'VERB')) &&
  dependentWith(tree, predicate, 'xcomp', 'ccomp', 'csubj') === null;

/** "The *vote* was in June", "It was the worst *crash* of the year". */
const concernsHappening = (
  tree: SentenceTree,
  predicate: number,
  tokens: SentenceAnalysis['tokens'],
  lexicon: Lexicon,
): boolean =>
  [predicate, ...dependentsWith(tree, predicate, 'nsubj', 'obj')].some((noun) =>
    namesHappening(tokens[noun], lexicon),
  );
