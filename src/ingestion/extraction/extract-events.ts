import type { Article, ArticleWarning } from '../../domain/event/article.ts';
import type { Mention, Span } from '../../domain/event/mention.ts';
import type { Resolution, Unresolved } from '../../domain/time/resolution.ts';
import { governorsAmong } from '../../parsing/find-governors.ts';
import { splitSentences, type TextSentence } from '../../parsing/split-sentences.ts';
import { joinDayLists } from '../../temporal/day-lists.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Passage, readBody } from '../sentences/article-body.ts';
import type { Language } from '../sentences/language.ts';
import { type QuoteState, quoteStates } from '../sentences/quotations.ts';
import type { Sentence } from '../sentences/sentence.ts';
import { ArticleReader, isDated, type SentenceInput } from './article-reader.ts';
import { noEvents, unresolvedWarnings, weekdayWarnings } from './article-warnings.ts';
import { capitalizedWords, smallWords } from './capitalized-words.ts';
import { livePosts, resolvePosts } from './live-posts.ts';
import { sourcesOfNouns } from './referents/sources-of-nouns.ts';
import { sourcesOf } from './sources-of-names.ts';

/** The mentions of an article, and warnings for a person to check. */
export interface Extraction {
  readonly mentions: readonly Mention[];
  readonly warnings: readonly ArticleWarning[];
}

/** `dateline` is the printed dateline, which reports no event. */
interface Tools {
  readonly language: Language;
  readonly lexicon: Lexicon;
  readonly dateline: Span | null;
}

/**
 * Makes a mention of each dated statement of an article. A dated time expression belongs to its clause, to a purpose in the
 * clause or to a noun phrase. The sentences that it stands in and the article's first one get a tree, those that may name
 * their actors get tags. Durations, sets and "now" date nothing. Passages outside the article yield no mention.
 */
export function extractEvents(article: Article, { language, lexicon, dateline }: Tools): Extraction {
  const { text, anchor, title } = article;
  const sentences = splitSentences(text);
  const governorAt = governorsAmong(sentences, language.treeOf);
  const posts = livePosts(text, anchor);
  const outcomes = resolvePosts(text, posts, governorAt);
  const quotes = quoteStates(text, sentences);
  const passages = alongside(sentences, readBody(text, { dateline, title }), (passage) => passage);
  const times = alongside(sentences, joinDayLists(text, outcomes), spanOf);
  const around = alongside(sentences, posts, (post) => post);
  const parts = sentences.flatMap((sentence, index) =>
    (passages[index] ?? []).flatMap((passage): readonly Part[] => {
      const part = clip(sentence, quotes[index] ?? [], passage);
      if (part === null) return [];
      const inside = (times[index] ?? []).filter((time) => isInside(spanOf(time), part.sentence));
      const day = around[index]?.at(-1)?.anchor ?? anchor;
      return [{ ...part, outcomes: inside, anchor: day, isCaption: passage.kind === 'CAPTION' }];
    }),
  );
  const lead = parts.find(({ isCaption }) => !isCaption);
  const small = smallWords(parts.map(({ sentence }) => sentence));
  const hasTree = (part: Part | undefined): boolean =>
    part !== undefined && (part === lead || part.outcomes.some(isDated));
  const sources = sourcesOf(
    parts.map((part) => ({ tokens: part.sentence.tokens, isDated: hasTree(part) })),
    small,
  );
  const nouns = sourcesOfNouns(
    parts.map(({ sentence }) => sentence),
    (index) => hasTree(parts[index]),
  );
  const inputs = parts.map((part, index): SentenceInput | Part => {
    const { sentence } = part;
    if (hasTree(part)) return { ...part, sentence: language.parse(sentence) };
    if (sources.has(index)) return { ...part, sentence: language.tag(sentence) };
    return nouns.has(index) ? { ...part, tagged: language.tag(sentence) } : part;
  });
  const capitals = capitalizedWords(
    parts.map(({ sentence }) => sentence),
    small,
  );
  const reader = new ArticleReader(article, lexicon, capitals);
  for (const input of inputs) {
    if (isTagged(input)) reader.read(input);
    else reader.pass(input);
  }
  reader.end();
  const { mentions, contradictions } = reader;
  const warnings = [...contradictions, ...weekdayWarnings(text, outcomes), ...unresolvedWarnings(outcomes)];
  return { mentions, warnings: mentions.length === 0 ? [...warnings, noEvents()] : warnings };
}

const spanOf = (outcome: Resolution | Unresolved): Span =>
  outcome.kind === 'resolved' ? outcome.timex : outcome;

const isInside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

const isTagged = (input: SentenceInput | Part): input is SentenceInput => 'parsed' in input.sentence;

/** A sentence, or the part of it in a passage, that is not yet tagged. */
type Part = Omit<SentenceInput, 'sentence'> & {
  readonly sentence: TextSentence;
  readonly tagged?: Sentence;
};

/** The part of a sentence inside an ARTICLE or CAPTION passage; null where there is none. */
function clip(
  sentence: TextSentence,
  quotes: readonly QuoteState[],
  { kind, start, end }: Passage,
): Pick<Part, 'sentence' | 'quotes'> | null {
  if (kind !== 'ARTICLE' && kind !== 'CAPTION') return null;
  if (start <= sentence.start && end >= sentence.end) return { sentence, quotes };
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
