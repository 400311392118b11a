import type { Span } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { SentenceTree } from '../../parsing/tree/sentence-tree.ts';
import { findLongNames } from '../lexicon/find-long-names.ts';
import { type FoundName, findKnownNames } from '../lexicon/find-names.ts';
import { findNewNames, type Named } from '../lexicon/find-new-names.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Clause, ClauseTree } from '../sentences/clause.ts';
import { findClauses } from '../sentences/find-clauses.ts';
import type { QuoteState } from '../sentences/quotations.ts';
import type { Sentence } from '../sentences/sentence.ts';
import { type SentenceView, viewSentence } from '../sentences/sentence-view.ts';
import { skippedTokens } from '../sentences/skipped-tokens.ts';
import { tidyTags } from '../sentences/tidy-tags.ts';
import type { DatedResolution } from './times/dated-statement.ts';

/** The subject of a clause: token indices of the noun phrase, and the names in it. */
export interface Subject {
  readonly tokens: readonly number[];
  readonly names: readonly FoundName[];
  /** The pronoun ("he", "they"), if the phrase is one. */
  readonly pronoun: string | null;
}

/** All that is known about a sentence before its times are attached. */
export interface SentenceAnalysis extends SentenceView {
  /** The text of the whole article. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tree: ClauseTree;
  /** The sentence's tree, whose words are the tokens. Null for a sentence without a date. */
  readonly parsed: SentenceTree | null;
  /** In text order. */
  readonly names: readonly FoundName[];
  /** The time expressions that give a date. In text order. */
  readonly dated: readonly DatedResolution[];
  /** Cache of the subjects found so far. */
  readonly subjects: Map<Clause, Subject>;
}

/** Finds the clauses and names of a sentence. Adds the people that it names in full to `named`. */
export function analyseSentence(
  text: string,
  sentence: Sentence,
  quotes: readonly QuoteState[],
  given: {
    times: readonly Span[];
    dated: readonly DatedResolution[];
    day: CalendarDate;
    lexicon: Lexicon;
    named: Named;
  },
): SentenceAnalysis {
  const { times, dated, day, lexicon, named } = given;
  const skipped = skippedTokens(sentence.tokens, times);
  const tokens = tidyTags(sentence.tokens, skipped, named.capitals);
  const view = viewSentence(tokens, skipped, quotes);
  const listed = findKnownNames(text, sentence, lexicon, day);
  const long = findLongNames(tokens, skipped, listed, lexicon);
  const isPart = (name: FoundName): boolean =>
    long.some(({ first, last }) => first <= name.last && name.first <= last);
  const known = [...listed.filter((name) => !isPart(name)), ...long].sort(inTextOrder);
  const names = [...known, ...findNewNames(tokens, skipped, known, named, lexicon)]
    .filter((name) => name.kind !== 'THING' && !isTitleOfWork(view, name))
    .sort(inTextOrder);
  const tree = findClauses(view, (lemma) => lexicon.speech.has(lemma));
  const { start, end, parsed } = sentence;
  return { ...view, text, start, end, tree, parsed, names, dated, subjects: new Map() };
}

/** “The Art Thief”, "Alice": a name that fills a quotation names a work, unless it is known. */
function isTitleOfWork({ tokens }: SentenceView, { first, last, known }: FoundName): boolean {
  const start = /^(?:an?|the)$/iu.test(tokens[first - 1]?.text ?? '') ? first - 2 : first - 1;
  const end = /^[,.]$/u.test(tokens[last + 1]?.text ?? '') ? last + 2 : last + 1;
  return !known && /^["“‘]$/u.test(tokens[start]?.text ?? '') && /^["”’]$/u.test(tokens[end]?.text ?? '');
}

const inTextOrder = (one: FoundName, other: FoundName): number => one.start - other.start;
