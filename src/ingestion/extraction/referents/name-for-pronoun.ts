import { dependentWith, roleOf, type SentenceTree } from '../../../parsing/tree/sentence-tree.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { isPersonNoun } from '../../lexicon/person-nouns.ts';
import { type Antecedent, type Discourse, referentOf } from '../actors/discourse.ts';
import { isPlaceHere } from '../actors/places.ts';
import { isImpersonal } from '../actors/pronoun.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { namesOneOf } from './headline-beside.ts';

/** A name to put in for a pronoun of a title. */
export interface NamedPronoun {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

interface Given {
  readonly discourse: Discourse;
  readonly lexicon: Lexicon;
  readonly headline: string | null;
}

/** The forms of each pronoun. "Her" is an owner before its noun. */
const FORMS: ReadonlyMap<string, 'he' | 'she' | 'it' | 'they'> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['his', 'he'],
  ['she', 'she'],
  ['her', 'she'],
  ['it', 'it'],
  ['its', 'it'],
  ['they', 'they'],
  ['them', 'they'],
  ['their', 'they'],
]);

const OWNERS = /^(?:his|her|its|their)$/u;
const PRONOUNS = /(?<![\p{L}\p{N}'’])(?:he|him|his|she|her|it|its|they|them|their)(?![\p{L}\p{N}'’])/giu;

/** The first pronoun of a title. It is the first of its sentence too, so that none before it has another antecedent. */
export function firstPronoun(
  title: string,
  sentence: SentenceAnalysis,
): { place: number; index: number } | null {
  const index = sentence.tokens.findIndex(
    ({ lower }, at) => FORMS.has(lower) && sentence.quotes[at]?.quoted !== true,
  );
  const lower = sentence.tokens[index]?.lower;
  if (lower === undefined) return null;
  const next = sentence.tokens[index + 1]?.lower ?? '';
  const found = [...title.matchAll(PRONOUNS)].find(
    (match) =>
      match[0].toLowerCase() === lower &&
      title
        .slice(match.index + lower.length)
        .trimStart()
        .toLowerCase()
        .startsWith(next),
  );
  return found === undefined ? null : { place: found.index, index };
}

/**
 * The name for the first pronoun of a title: "Zora Hart's" for "her lawyer". Null where several may be meant, and where a
 * candidate stands in the sentence itself.
 */
export function nameForPronoun(title: string, sentence: SentenceAnalysis, given: Given): NamedPronoun | null {
  const found = firstPronoun(title, sentence);
  if (found === null || sentence.parsed === null) return null;
  const { place, index } = found;
  const { lower = '' } = sentence.tokens[index] ?? {};
  const subject = FORMS.get(lower) ?? 'it';
  const isPerson = subject === 'he' || subject === 'she';
  const role = roleOf(sentence.parsed, index);
  const isOwner = OWNERS.test(lower) && (lower !== 'her' || role === 'nmod' || role === 'det');
  if (isImpersonal(sentence, index) || hasCandidate(sentence, index, isPerson)) return null;
  if (isBeforeSubject(sentence.parsed, index)) return null;
  const meant = referentOf(subject, { ...given.discourse, here: [] });
  if (meant === null || (isPerson && !isSurelyPerson(meant, given))) return null;
  return { start: place, end: place + lower.length, words: isOwner ? `${meant.words}'s` : meant.words };
}

/** Whether words before a pronoun may be what it stands for: people for "he", any noun for "it". */
function hasCandidate(sentence: SentenceAnalysis, pronoun: number, isPerson: boolean): boolean {
  const { tokens, names, quotes } = sentence;
  const isNamed = names.some(
    (name) => name.first < pronoun && (name.kind === 'PERSON' || !name.known) && !isPlaceHere(sentence, name),
  );
  return (
    isNamed ||
    tokens.some(({ pos, lemma }, index) => {
      if (index >= pronoun) return false;
      if (!isPerson) return pos === 'NOUN' || pos === 'PROPN';
      return pos === 'NOUN' && isPersonNoun(lemma) && quotes[index]?.quoted !== true;
    })
  );
}

/** "When *he* arrived, the owner called": the subject of the sentence comes after the pronoun, and may be the same person. */
function isBeforeSubject(tree: SentenceTree, pronoun: number): boolean {
  const root = tree.words.findIndex(({ head }) => head === -1);
  const subject = dependentWith(tree, root, 'nsubj') ?? -1;
  return subject > pronoun && tree.words[pronoun]?.head !== subject;
}

/** Two capitalized words may name a film. A person's name begins with a given name, or the headline has its last word. */
function isSurelyPerson({ actors, words }: Antecedent, { lexicon, headline }: Given): boolean {
  const [first = ''] = words.toLowerCase().split(' ');
  const isKnown = lexicon.actors.has(actors[0]?.id ?? '') || lexicon.givenNames.has(first);
  return isKnown || (headline !== null && namesOneOf(headline, [words]));
}
