import type { Place } from '../../../domain/event/mention.ts';
import type { FoundName } from '../../lexicon/find-names.ts';
import { LOCATIVE, MOTION, TOPIC } from '../../sentences/grammar-words.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/** The places among some tokens, each once. Names after "over" or "about" are topics and left out. */
export function placesAmong(sentence: SentenceAnalysis, indices: readonly number[]): readonly Place[] {
  const { tokens, skipped } = sentence;
  /** "at *about* 5 p.m." is no topic. */
  const isTopic = (index: number): boolean =>
    TOPIC.has(tokens[index]?.lower ?? '') && !skipped[index] && tokens[index + 1]?.pos !== 'NUM';
  const topic = indices.find(isTopic) ?? Number.POSITIVE_INFINITY;
  const inside = new Set(indices.filter((index) => index < topic));
  const places: Place[] = [];
  let before: FoundName | null = null;
  for (const name of sentence.names) {
    if (!inside.has(name.first) || !inside.has(name.last) || isBased(sentence, name)) continue;
    const goesOn: boolean = before !== null && isListed(sentence, before, name);
    const isPlace: boolean = name.actor === null || goesOn || isPlaceHere(sentence, name);
    if (isPlace && name.place !== null) places.push(name.place);
    before = isPlace && name.place !== null ? name : null;
  }
  return unique(places);
}

/** "the *Wexcombe*-based bank": the home of a subject is not the place of its act. */
const isBased = ({ tokens }: SentenceAnalysis, { last }: FoundName): boolean =>
  tokens[last + 1]?.text === '-' && tokens[last + 2]?.pos !== 'PROPN';

/** Each id once, in order of first appearance. */
export function unique<T extends { readonly id: string }>(named: readonly T[]): readonly T[] {
  const found = new Map<string, T>();
  for (const one of named) if (!found.has(one.id)) found.set(one.id, one);
  return [...found.values()];
}

/**
 * "in Geneva", "near the Ukrainian border", "flew to Moscow": whether the words before a name make it a
 * place, though it could also be an actor.
 */
export function isPlaceHere({ tokens, previous, next }: SentenceAnalysis, name: FoundName): boolean {
  if (name.place === null) return false;
  let at = previous[name.first] ?? -1;
  /** "fled Paris": a city there stands for no state. */
  if (name.place.name !== name.actor?.name && LEAVING.has(tokens[at]?.lemma ?? '')) return true;
  if (tokens[at]?.text === ',' && TOWN.test(tokens[previous[at] ?? -1]?.lower ?? '')) at = previous[at] ?? -1;
  if (TOWN.test(tokens[at]?.lower ?? '')) at = previous[at] ?? -1;
  while (/^(?:DET|ADJ|NUM)$/u.test(tokens[at]?.pos ?? '')) at = previous[at] ?? -1;
  const preposition = tokens[at]?.lower ?? '';
  if (LOCATIVE.has(preposition)) return tokens[next[name.last] ?? -1]?.pos !== 'NOUN';
  if (preposition === 'with') return /^(?:border|frontier)$/u.test(tokens[previous[at] ?? -1]?.lower ?? '');
  if (preposition !== 'to' && preposition !== 'from') return false;
  return MOTION.has(tokens[previous[at] ?? -1]?.lemma ?? '');
}

const LEAVING = new Set(['cross', 'enter', 'flee', 'leave', 'quit', 'reach', 'tour', 'visit']);

/** "in the capital, Moscow" and "in the port city Odesa". */
const TOWN = /^(?:capital|city|port|region|resort|town|village)$/u;

function isListed({ tokens }: SentenceAnalysis, before: FoundName, name: FoundName): boolean {
  const between = tokens.slice(before.last + 1, name.first);
  return (
    between.length > 0 && between.every(({ text, pos }) => text === ',' || pos === 'CCONJ' || pos === 'DET')
  );
}
