import { actorId } from '../../domain/event/ids.ts';
import type { Actor, Place, Span } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { Sentence, Token } from '../sentences/sentence.ts';
import type { Lexicon } from './lexicon.ts';
import { actorOf, type NameMeaning, placeOf } from './name-meanings.ts';
import { type NameMatch, type NamePiece, namePieces } from './name-trie.ts';

/** A name in a sentence. A capital or a state may be both actor and place; the words around it decide. */
export interface FoundName extends Span {
  /** Token indices, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly actor: Actor | null;
  readonly place: Place | null;
  /** A THING is neither an actor nor a place: "Vietnam War". */
  readonly kind: 'STATE' | 'ORGANIZATION' | 'PERSON' | 'MEDIA' | 'PLACE' | 'THING';
  /** Whether it is an adjective such as "Russian". It is an actor only before "troops", "officials" and the like. */
  readonly demonym: boolean;
  /** The state for which an organization acts. */
  readonly side: Actor | null;
  /** Whether the lexicon has the name. Other names are known by their form alone. */
  readonly known: boolean;
}

/** The names of a sentence that the lexicon has, with offices as held on the article's day. In text order. */
export function findKnownNames(
  text: string,
  sentence: Sentence,
  { names, actors }: Lexicon,
  day: CalendarDate,
): readonly FoundName[] {
  const pieces = namePieces(text, sentence.start, sentence.end);
  const found: FoundName[] = [];
  const tokenAt = tokenIndex(sentence.tokens);
  for (let at = 0; at < pieces.length; at += 1) {
    const match = names.longest(text, pieces, at);
    if (match === null) continue;
    const name = nameOf(match, pieces, tokenAt, day);
    if (name === null || isRoad(text, name)) continue;
    const side = name.side === null ? undefined : actors.get(name.side.id);
    found.push({ ...name, side: side === undefined ? null : actorOf(side) });
    at = match.last;
  }
  return found;
}

/** "a crash on *US* 380" */
const isRoad = (text: string, { start, end }: Span): boolean =>
  /^U\.?S\.?$/u.test(text.slice(start, end)) &&
  /^\.?[ -]\d{1,3}(?![\p{L}\p{N},.-]*[\p{L}\p{N}])/u.test(text.slice(end, end + 12));

function nameOf(
  { first, last, values }: NameMatch<NameMeaning>,
  pieces: readonly NamePiece[],
  tokenAt: (position: number) => number,
  day: CalendarDate,
): FoundName | null {
  const [start, end] = [pieces[first]?.start ?? 0, pieces[last]?.end ?? 0];
  const actor = values.find(isActor) ?? values.find((meaning) => isHeldOn(meaning, day));
  const demonym = actor === undefined ? values.find(isDemonym) : undefined;
  const place = values.find(isPlace);
  const entry = (actor ?? demonym)?.entry;
  if (entry === undefined && place === undefined) return null;
  return {
    start,
    end,
    first: tokenAt(start),
    last: tokenAt(end - 1),
    actor: entry === undefined ? null : actorOf(entry),
    place: place === undefined ? null : placeOf(place.entry),
    kind: entry?.kind ?? 'PLACE',
    demonym: demonym !== undefined,
    side: entry?.kind === 'ORGANIZATION' && entry.side !== undefined ? sideOf(entry.side) : null,
    known: true,
  };
}

/** The name is the id until the caller looks it up. */
const sideOf = (side: string) => ({ id: actorId(`act_${side}`), name: side });

type ActorMeaning = Extract<NameMeaning, { kind: 'ACTOR' | 'DEMONYM' }>;

const isActor = (meaning: NameMeaning): meaning is ActorMeaning => meaning.kind === 'ACTOR';
const isDemonym = (meaning: NameMeaning): meaning is ActorMeaning => meaning.kind === 'DEMONYM';
const isPlace = (meaning: NameMeaning): meaning is Extract<NameMeaning, { kind: 'PLACE' }> =>
  meaning.kind === 'PLACE';
const isHeldOn = (
  meaning: NameMeaning,
  day: CalendarDate,
): meaning is Extract<NameMeaning, { kind: 'OFFICE' }> =>
  meaning.kind === 'OFFICE' && meaning.from <= day && (meaning.to === null || day <= meaning.to);

/** The index of the token that covers a position. Positions must come in rising order. */
function tokenIndex(tokens: readonly Token[]): (position: number) => number {
  let index = 0;
  return (position) => {
    while (index < tokens.length - 1 && (tokens[index]?.end ?? 0) <= position) index += 1;
    return index;
  };
}
