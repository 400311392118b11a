import type { Span } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import { findKnownNames } from '../lexicon/find-names.ts';
import { findNewNames, type Named } from '../lexicon/find-new-names.ts';
import type { FoundName } from '../lexicon/found-name.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { findClauses } from '../sentences/find-clauses.ts';
import type { QuoteState } from '../sentences/quotations.ts';
import type { Sentence } from '../sentences/sentence.ts';
import { viewSentence } from '../sentences/sentence-view.ts';
import { skippedTokens } from '../sentences/skipped-tokens.ts';
import { tidyTags } from '../sentences/tidy-tags.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';

/** The clauses and names of one sentence. `named` learns the people it names in full. */
export function analyseSentence(
  text: string,
  sentence: Sentence,
  quotes: readonly QuoteState[],
  given: { times: readonly Span[]; day: CalendarDate; lexicon: Lexicon; named: Named },
): SentenceAnalysis {
  const { times, day, lexicon, named } = given;
  const skipped = skippedTokens(sentence.tokens, times);
  const tokens = tidyTags(sentence.tokens, skipped);
  const view = viewSentence(tokens, skipped, quotes);
  const known = findKnownNames(text, sentence, lexicon, day);
  const names = [...known, ...findNewNames(tokens, skipped, known, named, lexicon)].sort(inTextOrder);
  const tree = findClauses(view, (lemma) => lexicon.speech.has(lemma));
  return { ...view, text, start: sentence.start, end: sentence.end, tree, names, subjects: new Map() };
}

const inTextOrder = (one: FoundName, other: FoundName): number => one.start - other.start;
