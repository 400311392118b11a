import { actorId, placeId } from '../../domain/event/ids.ts';
import { MONTH_NAMES } from '../../domain/time/calendar-names.ts';
import type { Token } from '../sentences/sentence.ts';
import type { FoundName } from './find-names.ts';
import { slugOfName } from './slug-of-name.ts';

/** Words of grammar with the capital of a beginning. */
export const GRAMMAR_WORD =
  /^(?:An?|The|This|These|Those|But|And|If|In|On|At|For|When|While|After|Before|It|He|She|They|We|You|I|No|Yes|His|Her|Its|Their)$/u;

/** Capitalized words of calendar and grammar that belong to no name. */
export const NO_NAME = new RegExp(
  String.raw`^(?:${MONTH_NAMES.filter((name) => name !== 'May').join('|')}|\p{L}+day|English|Christmas|Easter|Ramadan)$|${GRAMMAR_WORD.source}`,
  'u',
);

/** Last words of places that have a government, and of clubs: "Hale County" sues, and stands for a place behind "in". */
export const GOVERNED = /^(?:Borough|City|County|Province|State|Town|Township|Village)$/u;

/** "Resolution 505", "MiG-29": a name with a number names a thing. */
export function isNumbered(tokens: readonly Token[], last: number): boolean {
  const [end, after] = [tokens[last], tokens[last + 1]];
  if (after === undefined || after.start - (end?.end ?? 0) > 1) return false;
  return /^\d/u.test(after.text) || (after.text === '-' && /^\d/u.test(tokens[last + 2]?.text ?? ''));
}

/** A name that no table has, with an id of its own. A THING is neither an actor nor a place. */
export function newName(
  kind: FoundName['kind'],
  tokens: readonly Token[],
  first: number,
  last: number,
): FoundName {
  const words = tokens.slice(first, last + 1);
  const name = words
    .map(({ text, start }, place) =>
      place > 0 && start > (words[place - 1]?.end ?? start) ? ` ${text}` : text,
    )
    .join('');
  const id = slugOfName(kind === 'PERSON' ? withoutInitials(name) : name);
  const isMedia = kind === 'ORGANIZATION' && MEDIA.test(words.at(-1)?.text ?? '');
  const isActor = kind !== 'PLACE' && kind !== 'THING';
  return {
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
    first,
    last,
    actor: isActor ? { id: actorId(`act_${id}`), name } : null,
    place: kind === 'PLACE' || kind === 'STATE' ? { id: placeId(`plc_${id}`), name } : null,
    kind: isMedia ? 'MEDIA' : kind,
    demonym: false,
    side: null,
    known: false,
  };
}

/** Last words of the names of papers and stations, which report what others do. */
const MEDIA =
  /^(?:Daily|Gazette|Herald|Newspaper|News|Post|Radio|TV|Television|Telegraph|Times|Tribune|\p{Lu}\p{Ll}+news)$/u;

/** "James C. Kopp" is James Kopp. */
const withoutInitials = (name: string): string => name.replaceAll(/ \p{Lu}\.(?= )/gu, '');
