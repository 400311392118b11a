import type { Article, ArticleWarning } from '../../domain/event/article.ts';
import type { Mention, Span } from '../../domain/event/mention.ts';
import type { Resolution, Unresolved } from '../../domain/time/resolution.ts';
import type { FindGovernors } from '../../parsing/find-governors.ts';
import { resolveText } from '../../temporal/resolve-text.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Passage, readBody } from '../sentences/article-body.ts';
import type { Language } from '../sentences/language.ts';
import { type QuoteState, quoteStates } from '../sentences/quotations.ts';
import type { Sentence } from '../sentences/sentence.ts';
import { ArticleReader } from './article-reader.ts';
import { noEvents, unresolvedWarnings, weekdayWarnings } from './article-warnings.ts';
import { capitalizedWords } from './capitalized-words.ts';

/** The mentions of an article, and warnings for a person to check. */
export interface Extraction {
  readonly mentions: readonly Mention[];
  readonly warnings: readonly ArticleWarning[];
}

/** `dateline` is the printed dateline, which reports no event. */
interface Tools {
  readonly language: Language;
  readonly lexicon: Lexicon;
  readonly findGovernors: FindGovernors;
  readonly dateline: Span | null;
}

/**
 * Makes a mention of each dated statement of an article. A dated time expression belongs to its clause, to a purpose in the
 * clause or to a noun phrase. Durations, sets and "now" date nothing. Passages outside the article yield no mention.
 */
export function extractEvents(article: Article, tools: Tools): Extraction {
  const { language, lexicon, findGovernors, dateline } = tools;
  const { text, anchor, title } = article;
  const outcomes = resolveText(text, anchor.date, { governorAt: findGovernors(text) });
  const sentences = language.read(text);
  const quotes = quoteStates(text, sentences);
  const passages = alongside(sentences, readBody(text, { dateline, title }), (passage) => passage);
  const times = alongside(sentences, outcomes, spanOf);
  const reader = new ArticleReader(article, lexicon, capitalizedWords(sentences));
  for (const [index, sentence] of sentences.entries())
    for (const passage of passages[index] ?? []) {
      const part = clip(sentence, quotes[index] ?? [], passage);
      if (part === null) continue;
      const inside = (times[index] ?? []).filter((time) => isInside(spanOf(time), part.sentence));
      reader.read({ ...part, outcomes: inside, isCaption: passage.kind === 'CAPTION' });
    }
  const { mentions, contradictions } = reader;
  const warnings = [...contradictions, ...weekdayWarnings(text, outcomes), ...unresolvedWarnings(outcomes)];
  return { mentions, warnings: mentions.length === 0 ? [...warnings, noEvents()] : warnings };
}

const spanOf = (outcome: Resolution | Unresolved): Span =>
  outcome.kind === 'resolved' ? outcome.timex : outcome;

const isInside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** The part of a sentence inside an ARTICLE or CAPTION passage; null where there is none. */
function clip(
  sentence: Sentence,
  quotes: readonly QuoteState[],
  { kind, start, end }: Passage,
): { sentence: Sentence; quotes: readonly QuoteState[] } | null {
  if (kind !== 'ARTICLE' && kind !== 'CAPTION') return null;
  const kept = [...sentence.tokens.keys()].filter((index) => {
    const token = sentence.tokens[index];
    return token !== undefined && token.start >= start && token.end <= end;
  });
  const tokens = kept.flatMap((index) => sentence.tokens[index] ?? []);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    sentence: { start: first.start, end: last.end, tokens },
    quotes: kept.flatMap((index) => quotes[index] ?? []),
  };
}

/** The items that overlap each span, found in one pass. Both lists are in text order, and items do not overlap each other. */
function alongside<T>(
  spans: readonly Span[],
  items: readonly T[],
  spanOf: (item: T) => Span,
): readonly (readonly T[])[] {
  let from = 0;
  return spans.map(({ start, end }) => {
    while (from < items.length && endOf(items[from], spanOf) <= start) from += 1;
    const found: T[] = [];
    for (let at = from; at < items.length; at += 1) {
      const item = items[at];
      if (item === undefined || spanOf(item).start >= end) break;
      found.push(item);
    }
    return found;
  });
}

const endOf = <T>(item: T | undefined, spanOf: (item: T) => Span): number =>
  item === undefined ? Number.POSITIVE_INFINITY : spanOf(item).end;
