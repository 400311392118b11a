import type { Actor, Participant, ParticipantRole, Place } from '../../../domain/event/mention.ts';
import type { FoundName } from '../../lexicon/find-names.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { LOCATIVE, MOTION, TOPIC } from '../../sentences/grammar-words.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/** Actors and places, each once, the main actor first. */
export interface Participants {
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
}

/** Sorts the names among some tokens into actors and places. Names after "over" or "about" are topics and left out. */
export function participantsAmong(
  sentence: SentenceAnalysis,
  indices: readonly number[],
  lexicon: Lexicon,
): Participants {
  const topic =
    indices.find((index) => TOPIC.has(sentence.tokens[index]?.lower ?? '')) ?? Number.POSITIVE_INFINITY;
  const inside = new Set(indices.filter((index) => index < topic));
  const names = sentence.names.filter(({ first, last }) => inside.has(first) && inside.has(last));
  const actors: Actor[] = [];
  const places: Place[] = [];
  let before: FoundName | null = null;
  let wasPlace = false;
  for (const name of names) {
    const goesOn: boolean = wasPlace && before !== null && isListed(sentence, before, name);
    const where: boolean = isPlaceHere(sentence, name) || goesOn;
    wasPlace = name.place !== null && (where || name.actor === null);
    if (wasPlace && name.place !== null) places.push(name.place);
    else if (name.actor !== null && acts(sentence, name, before, lexicon)) {
      actors.push(name.actor);
      if (name.side !== null) actors.push(name.side);
    }
    before = name;
  }
  return { actors: unique(actors), places: unique(places) };
}

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
  if (tokens[at]?.text === ',' && TOWN.test(tokens[previous[at] ?? -1]?.lower ?? ''))
    at = previous[previous[at] ?? -1] ?? -1;
  while (/^(?:DET|ADJ|NUM)$/u.test(tokens[at]?.pos ?? '')) at = previous[at] ?? -1;
  const preposition = tokens[at]?.lower ?? '';
  if (LOCATIVE.has(preposition)) return !isModifier(tokens[next[name.last] ?? -1]?.pos);
  if (preposition === 'with') return /^(?:border|frontier)$/u.test(tokens[previous[at] ?? -1]?.lower ?? '');
  if (preposition !== 'to' && preposition !== 'from') return false;
  return MOTION.has(tokens[previous[at] ?? -1]?.lemma ?? '');
}

/** "in the capital, Moscow". */
const TOWN = /^(?:capital|city|port|region|resort|town|village)$/u;

const isModifier = (pos: string | undefined): boolean => pos === 'NOUN';

function isListed({ tokens }: SentenceAnalysis, before: FoundName, name: FoundName): boolean {
  const between = tokens.slice(before.last + 1, name.first);
  return (
    between.length > 0 && between.every(({ text, pos }) => text === ',' || pos === 'CCONJ' || pos === 'DET')
  );
}

/** Whether a name stands for a participant, and does not modify another noun ("Russian borders", "NATO expansion"). */
function acts(
  sentence: SentenceAnalysis,
  name: FoundName,
  before: FoundName | null,
  lexicon: Lexicon,
): boolean {
  if (name.kind === 'MEDIA') return false;
  const { tokens, next } = sentence;
  if (tokens[name.first - 1]?.lower === 'former' || isPrefixed(sentence, name)) return false;
  const after = tokens[next[name.last] ?? -1];
  const modifies = after?.pos === 'NOUN' || (name.demonym && after !== undefined && after.pos !== 'PUNCT');
  if (name.kind === 'PERSON') return true;
  if (tokens[name.first - 1]?.lower === 'of' && before?.kind === 'PERSON' && name.first - before.last <= 2)
    return false;
  return !modifies || isCollective(sentence, name.last, lexicon);
}

/** "pro-Russian separatists", "anti-American protests": these groups only favour or oppose the named state. */
const isPrefixed = ({ text }: SentenceAnalysis, { start }: FoundName): boolean =>
  /\b(?:pro|anti|non)-$/iu.test(text.slice(Math.max(0, start - 5), start));

/**
 * "Russian troops", "US military officials", "the French foreign minister": people within the next words of
 * the noun phrase. Further states may stand between ("Turkish and Greek troops").
 */
function isCollective(
  { tokens, next, names }: SentenceAnalysis,
  last: number,
  { collectives, titleWords }: Lexicon,
): boolean {
  let isTitled = false;
  let isJoined = false;
  let at = next[last] ?? tokens.length;
  for (let step = 0; step < LONGEST_PHRASE && at < tokens.length; step += 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    const another = names.find(({ first }) => first === at);
    if (another !== undefined) {
      if (!another.demonym || !isJoined) return false;
      at = next[another.last] ?? tokens.length;
      continue;
    }
    isJoined = token.pos === 'CCONJ' || token.text === ',';
    if (collectives.has(token.lower) || collectives.has(token.lemma)) return true;
    if (titleWords.has(token.lower)) isTitled = true;
    else if (!isJoined && !/^(?:NOUN|ADJ|PROPN)$/u.test(token.pos)) break;
    at = next[at] ?? tokens.length;
  }
  return isTitled;
}

const LONGEST_PHRASE = 4;

/** The actors as participants with one role. */
export const withRole = (actors: readonly Actor[], role: ParticipantRole): readonly Participant[] =>
  actors.map((actor) => ({ ...actor, role }));
