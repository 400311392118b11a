import { actorId } from '../../domain/event/ids.ts';
import type { Token } from '../sentences/sentence.ts';
import type { FoundName } from './find-names.ts';
import { slugOfName } from './slug-of-name.ts';

const CAPITAL = /^\p{Lu}[\p{L}\p{N}'’.-]*$/u;
/** Words that end the name of a company, bank, club or paper. */
const ENDS =
  /^(?:Co|Cos|Corp|Inc|Ltd|PLC|LLC|LLP|Company|Companies|Corporation|Airlines|Airways|Bank|Bancorp|Holdings|Industries|Motors|Brothers|Bros|Partners|Stores|Times|Post|Journal|Herald|Tribune|Gazette|University|College|FC)\.?$/u;
/** Words that begin a name with "of": "Bank of America", "University of Rochester". */
const BEGINS = /^(?:Bank|University|College|Museum|Church|Institute|Academy)$/u;
const JOINS = /^(?:&|amp)$/u;
const MOST_WORDS = 7;

/**
 * Names of companies, banks, clubs and papers that hold other names: "Pacific Gas & Electric Co.", "Bank of America". Nothing
 * inside them is an actor or a place. A name that the lexicon has whole stays as it is.
 */
export function findCompanies(
  tokens: readonly Token[],
  skipped: readonly boolean[],
  known: readonly FoundName[],
): readonly FoundName[] {
  const found: FoundName[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (skipped[at] || !isCapital(tokens[at])) continue;
    const end = runEnd(tokens, skipped, at);
    const last = lastOf(tokens, at, end);
    if (last !== null && !isKnown(known, at, last)) found.push(nameOf(tokens, at, last));
    at = end;
  }
  return found;
}

const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && CAPITAL.test(token.text) && /^(?:PROPN|NOUN|ADJ|X)$/u.test(token.pos);

/** The last capital of a run with "&" between capitals, and "of" behind "Bank" and its like. */
function runEnd(tokens: readonly Token[], skipped: readonly boolean[], first: number): number {
  let end = first;
  for (let at = first + 1; at < tokens.length && at - first < MOST_WORDS && !skipped[at]; at += 1) {
    const token = tokens[at];
    if (isCapital(token)) end = at;
    else {
      const joins =
        JOINS.test(token?.text ?? '') || (token?.lower === 'of' && BEGINS.test(tokens[at - 1]?.text ?? ''));
      if (!joins || end !== at - 1) break;
    }
  }
  return end;
}

/** Where the name of a company ends in a run; null where the run is none. */
function lastOf(tokens: readonly Token[], first: number, end: number): number | null {
  const words = tokens.slice(first, end + 1).map(({ text }) => text);
  const ending = words.findLastIndex((word) => ENDS.test(word));
  if (ending > 0) return words[ending]?.endsWith('.') === true ? first + ending : end;
  const isJoined = words.some((word, place) => JOINS.test(word) || (word === 'of' && place > 0));
  return isJoined && words.length > 2 ? end : null;
}

/** Whether the lexicon has the whole, or a person or a demonym in it: "Russian Foreign Ministry" still acts for Russia. */
const isKnown = (known: readonly FoundName[], first: number, last: number): boolean =>
  known.some(
    (name) =>
      name.first <= last &&
      name.last >= first &&
      ((name.first <= first && name.last >= last) || name.kind === 'PERSON' || name.demonym),
  );

function nameOf(tokens: readonly Token[], first: number, last: number): FoundName {
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
  const name = tokens
    .slice(first, last + 1)
    .map(({ text, start: at }, place) =>
      place > 0 && at > (tokens[first + place - 1]?.end ?? at) ? ` ${text}` : text,
    )
    .join('');
  return {
    start,
    end,
    first,
    last,
    actor: { id: actorId(`act_${slugOfName(name)}`), name },
    place: null,
    kind: 'ORGANIZATION',
    demonym: false,
    side: null,
    known: false,
  };
}
