import type { EventType } from '../../../domain/event/event-type.ts';
import type { EventPattern } from '../../lexicon/event-patterns.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/** A type and its pattern, for explanations. The pattern is null for the defaults STATEMENT and OTHER. */
export interface TypeDecision {
  readonly type: EventType;
  readonly pattern: string | null;
}

export const STATEMENT: TypeDecision = { type: 'STATEMENT', pattern: null };
export const OTHER: TypeDecision = { type: 'OTHER', pattern: null };

/**
 * The type of one word among the words around it. Of the matching patterns for its lemma and part of speech,
 * the one with most conditions wins, then the one listed first. Null where no pattern matches.
 */
export function typeOfWord(
  { tokens, next }: SentenceAnalysis,
  index: number,
  around: ReadonlySet<string>,
  lexicon: Lexicon,
  accepts: (pattern: EventPattern) => boolean = () => true,
): TypeDecision | null {
  const token = tokens[index];
  if (token === undefined) return null;
  const following = tokens[next[index] ?? -1]?.lower ?? '';
  const pos = token.pos === 'PROPN' ? 'NOUN' : token.pos === 'AUX' ? 'VERB' : token.pos;
  let best: EventPattern | null = null;
  for (const pattern of patternsOf(token, lexicon)) {
    if (pattern.pos !== pos || !accepts(pattern)) continue;
    const near = pattern.adjacent ? pattern.with.has(following) : meets(pattern.with, around);
    if (near && meets(pattern.also, around) && (best === null || conditionsOf(pattern) > conditionsOf(best)))
      best = pattern;
  }
  return best === null ? null : { type: best.type, pattern: nameOf(best, around, following) };
}

/** The patterns of a lemma, and of the word as it stands: "a *shooting*" is a noun beside the verb "shoot". */
function patternsOf(
  { lemma, lower }: SentenceAnalysis['tokens'][number],
  { patterns }: Lexicon,
): readonly EventPattern[] {
  const ofLemma = patterns.get(lemma) ?? [];
  return lower === lemma ? ofLemma : ofLemma.concat(patterns.get(lower) ?? []);
}

/** `CONSULT/hold+talks`: the word, then the words that fulfil its conditions. */
function nameOf(
  { id, with: near, also, adjacent }: EventPattern,
  around: ReadonlySet<string>,
  following: string,
): string {
  const first = adjacent ? following : Array.from(near).find((word) => around.has(word));
  const second = Array.from(also).find((word) => around.has(word));
  return [id, first, second].filter((part) => part !== undefined).join('+');
}

const conditionsOf = (pattern: EventPattern): number =>
  Math.min(pattern.with.size, 1) + Math.min(pattern.also.size, 1);

const meets = (wanted: ReadonlySet<string>, words: ReadonlySet<string>): boolean =>
  wanted.size === 0 || [...wanted].some((word) => words.has(word));

/** The lemmas and lower-case forms of words. Quoted words, and those of a body's name ("*Food* Agency"), decide no type. */
export function wordsOf(
  { tokens, quotes, names }: SentenceAnalysis,
  indices: readonly number[],
): ReadonlySet<string> {
  const bodies = names.filter(({ kind, first, last }) => kind === 'ORGANIZATION' && first < last);
  const named = new Set(
    bodies.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, step) => first + step)),
  );
  const words = new Set<string>();
  for (const index of indices) {
    const token = tokens[index];
    if (token === undefined || quotes[index]?.quoted || named.has(index)) continue;
    words.add(token.lemma);
    words.add(token.lower);
    if (tokens[index + 1]?.text === '-') words.add(`${token.lower}-${tokens[index + 2]?.lower ?? ''}`);
  }
  return words;
}
