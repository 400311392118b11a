import { actorId } from '../domain/ids.ts';
import type { Actor } from '../domain/mention.ts';
import type { FoundName } from './found-name.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './sentence.ts';
import { slugOfName } from './slug-of-name.ts';

/** People whom an article has named in full, by surname in lower case, so that "Ms. Ortiz" later is Elena Ortiz. */
export type Surnames = Map<string, FoundName>;

const MAX_WORDS = 5;
const CAPITALIZED = /^\p{Lu}[\p{L}'’-]*\.?$/u;
/** "Defense Ministry" alone is every country's. */
const GENERIC =
  /^(?:Agriculture|Central|Constitutional|Defen[cs]e|Economy|Energy|Finance|Foreign|Health|High|Interior|Justice|National|Security|State|Supreme|Trade)$/u;
const PARTICLE = /^(?:al|bin|da|de|del|der|di|du|el|la|le|van|von)$/u;

/**
 * Names that stand in no table: runs of capitalised proper nouns of two words or more, or of one after a title ("Mr.") or
 * after the full name was given. They get ids of their own: `act_elena-ortiz`. Adds to `surnames` what it learns.
 */
export function findNewNames(
  tokens: readonly Token[],
  skipped: readonly boolean[],
  known: readonly FoundName[],
  surnames: Surnames,
  lexicon: Lexicon,
): readonly FoundName[] {
  for (const name of known) if (name.kind === 'PERSON') learn(surnames, tokens, name);
  const taken = new Set(known.flatMap(({ first, last }) => range(first, last)));
  const found: FoundName[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (skipped[at] || taken.has(at) || !isNameWord(tokens[at])) continue;
    const end = runEnd(tokens, skipped, taken, at);
    const name = nameOfRun(tokens, at, end, surnames, lexicon);
    if (name !== null) found.push(name);
    at = end;
  }
  return found;
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, step) => first + step);

const isNameWord = (token: Token | undefined): boolean =>
  token !== undefined && CAPITALIZED.test(token.text) && (token.pos === 'PROPN' || token.pos === 'NOUN');

function runEnd(
  tokens: readonly Token[],
  skipped: readonly boolean[],
  taken: ReadonlySet<number>,
  first: number,
): number {
  let end = first;
  for (let at = first + 1; at < tokens.length && at - first < MAX_WORDS; at += 1) {
    if (skipped[at] || taken.has(at)) break;
    if (isNameWord(tokens[at])) end = at;
    else if (!PARTICLE.test(tokens[at]?.lower ?? '')) break;
  }
  return end;
}

function nameOfRun(
  tokens: readonly Token[],
  start: number,
  end: number,
  surnames: Surnames,
  { titleWords, organizationNouns }: Lexicon,
): FoundName | null {
  const isTitle = (index: number): boolean =>
    titleWords.has((tokens[index]?.lower ?? '').replace(/\.$/u, ''));
  let first = start;
  while (first < end && isTitle(first)) first += 1;
  if (isTitle(first)) return null;
  const titled = first > start || isTitle(start - 1);
  const words = tokens.slice(first, end + 1);
  const [one] = words;
  const span = { start: one?.start ?? 0, end: words.at(-1)?.end ?? 0, first, last: end };
  if (words.length === 1) {
    const namesake = surnames.get(one?.lower ?? '');
    if (namesake !== undefined) return { ...namesake, ...span };
    if (!titled) return null;
  }
  if (words.every(({ text }) => text.length > 1 && text === text.toUpperCase())) return null;
  const isOrganization = organizationNouns.has(words.at(-1)?.text ?? '');
  if (isOrganization && words.slice(0, -1).every(({ text }) => GENERIC.test(text))) return null;
  const name = { ...span, ...newName(words, isOrganization) };
  if (!isOrganization) learn(surnames, tokens, name, titled);
  return name;
}

function newName(
  words: readonly Token[],
  isOrganization: boolean,
): Omit<FoundName, 'start' | 'end' | 'first' | 'last'> {
  const name = words.map(({ text }) => text).join(' ');
  const actor: Actor = { id: actorId(`act_${slugOfName(name)}`), name };
  const kind = isOrganization ? 'ORGANIZATION' : 'PERSON';
  return { actor, place: null, kind, demonym: false, side: null, known: false };
}

function learn(surnames: Surnames, tokens: readonly Token[], name: FoundName, titled = false): void {
  const surname = tokens[name.last]?.lower;
  if (surname !== undefined && (titled || name.last > name.first)) surnames.set(surname, name);
}
