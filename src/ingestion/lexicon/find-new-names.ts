import type { Token } from '../sentences/sentence.ts';
import type { FoundName } from './find-names.ts';
import type { Lexicon } from './lexicon.ts';
import { localBody, loneName, lonePlace } from './lone-names.ts';
import {
  isInitials,
  isLegalForm,
  isNameWord,
  isOddName,
  isParticle,
  joinsName,
  opensName,
} from './name-joints.ts';
import { nameOfRun } from './name-of-run.ts';
import { GRAMMAR_WORD } from './new-name.ts';
import { learnPerson, learnShort, type Surnames } from './surnames.ts';

/** The people named so far, and the words that the article writes with a capital inside sentences, in lower case. */
export interface Named {
  readonly surnames: Surnames;
  readonly capitals: ReadonlySet<string>;
}

/** The most words of a run of capitals with its titles. */
const MAX_RUN = 9;
/**
 * Names that the lexicon lacks: runs of two or more capitalized proper nouns. A single word counts after a title ("Mr.") or
 * after the full name. Each name gets an id of its own (`act_elena-ortiz`), and people are added to `surnames`.
 */
export function findNewNames(
  tokens: readonly Token[],
  skipped: readonly boolean[],
  known: readonly FoundName[],
  { surnames, capitals }: Named,
  lexicon: Lexicon,
): readonly FoundName[] {
  for (const name of known)
    if (name.kind === 'PERSON') learnPerson(surnames, tokens, name);
    else if (name.kind === 'ORGANIZATION' && !name.known) learnShort(surnames, tokens, name);
  const taken = new Set(known.flatMap(({ first, last }) => range(first, last)));
  const found: FoundName[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (skipped[at] || taken.has(at) || isOpening(tokens, at, capitals, lexicon)) continue;
    if (!isNameWord(tokens[at]) && !isInitials(tokens, at) && !opensName(tokens, at)) continue;
    if (GRAMMAR_WORD.test(tokens[at]?.text ?? '')) continue;
    const end = runEnd(tokens, skipped, taken, at);
    const name =
      localBody(tokens, at, end, surnames, lexicon) ??
      nameOfRun(tokens, at, end, surnames, lexicon) ??
      loneName(tokens, skipped, at, end, capitals, lexicon) ??
      lonePlace(tokens, at, end, surnames, lexicon);
    if (name !== null) found.push(name);
    if (name?.kind === 'ORGANIZATION') learnShort(surnames, tokens, name);
    at = Math.max(end, name?.last ?? end);
  }
  return found;
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, step) => first + step);

/** "*Convinced* de Gaulle": a participle that opens a sentence is no name, unless the article writes it with a capital inside. */
const isOpening = (
  tokens: readonly Token[],
  index: number,
  capitals: ReadonlySet<string>,
  { givenNames }: Lexicon,
): boolean =>
  (index === 0 || tokens[index - 1]?.pos === 'PUNCT') &&
  /(?:ed|ing)$/u.test(tokens[index]?.text ?? '') &&
  !capitals.has(tokens[index]?.lower ?? '') &&
  !givenNames.has(tokens[index]?.lower ?? '');

function runEnd(
  tokens: readonly Token[],
  skipped: readonly boolean[],
  taken: ReadonlySet<number>,
  first: number,
): number {
  let end = first;
  for (let at = first + 1; at < tokens.length && at - first < MAX_RUN; at += 1) {
    if (skipped[at] || taken.has(at)) break;
    if (isNameWord(tokens[at]) || isLegalForm(tokens, at) || isOddName(tokens[at])) end = at;
    else if (!(joinsName(tokens, at) || isParticle(tokens[at]))) break;
  }
  return end;
}
