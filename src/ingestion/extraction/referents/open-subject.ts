import { dependentsWith } from '../../../parsing/tree/sentence-tree.ts';
import { isPersonNoun } from '../../lexicon/person-nouns.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { firstPronoun } from './name-for-pronoun.ts';
import { EXPLAINS } from './noun-phrases.ts';

/** A subject that a title does not explain: "she", "the incident". */
export interface OpenSubject {
  readonly kind: 'HE' | 'SHE' | 'SOMEBODY' | 'OTHER';
  /** The lemma of a definite noun; null for a pronoun. */
  readonly noun: string | null;
}

const PRONOUN = /^(?:he|she|his|her|it|its|they|their)(?=\s)/iu;
const PERSONS: ReadonlyMap<string, 'HE' | 'SHE'> = new Map([
  ['he', 'HE'],
  ['his', 'HE'],
  ['she', 'SHE'],
  ['her', 'SHE'],
]);

/** The kind of the subject with which a title begins, where the title does not say who or what it is; null for another. */
export function openSubjectOf(title: string, sentence: SentenceAnalysis): OpenSubject | null {
  const [pronoun] = PRONOUN.exec(title) ?? [];
  if (pronoun !== undefined && firstPronoun(title, sentence)?.place === 0)
    return { kind: PERSONS.get(pronoun.toLowerCase()) ?? 'OTHER', noun: null };
  const head = headOf(title, sentence);
  const noun = sentence.tokens[head];
  if (noun === undefined || KNOWN.has(noun.lemma) || isExplained(title, sentence, head)) return null;
  const isAge = noun.lower === 'old' && sentence.tokens[head - 1]?.text === '-';
  if (noun.pos !== 'NOUN' && !isAge) return null;
  const isSomebody = isAge || (noun.lower === noun.lemma && isPersonNoun(noun.lemma));
  return { kind: isSomebody ? 'SOMEBODY' : 'OTHER', noun: noun.lemma };
}

/** The last word of "the old bridge", with which a title begins, in the sentence; -1 where it has none in small letters. */
function headOf(title: string, { tokens, text }: SentenceAnalysis): number {
  const words = title.toLowerCase();
  const first = tokens.findIndex(({ lower, start }, index) => {
    const said = text.slice(start, tokens[index + 1]?.end).toLowerCase();
    return lower === 'the' && words.startsWith(said) && !/^\p{L}/u.test(words.slice(said.length));
  });
  let head = first;
  while (first !== -1 && isPlain(tokens[head + 1])) head += 1;
  return head === first || head - first > MOST_WORDS ? -1 : head;
}

/** Whether a title keeps words behind its first noun that say which one is meant: "the fire *that* …", "the bridge *in* Leeds". */
function isExplained(title: string, { tokens, parsed }: SentenceAnalysis, head: number): boolean {
  const after = tokens[head + 1];
  if (parsed === null || after === undefined || /^(?:PROPN|NUM)$/u.test(after.pos)) return true;
  const rest = title
    .toLowerCase()
    .split(tokens[head]?.lower ?? ' ')
    .slice(1)
    .join(' ')
    .trimStart();
  if (!rest.startsWith(after.lower)) return false;
  if (EXPLAINS.test(after.lower)) return true;
  return dependentsWith(parsed, head, 'nmod', 'acl', 'appos', 'conj').some((index) => index > head);
}

/** Most words of a subject that may be unknown, hyphens included: "the 34-year-old actress". */
const MOST_WORDS = 6;

const isPlain = (token: SentenceAnalysis['tokens'][number] | undefined): boolean =>
  token !== undefined &&
  (/^[-‑]$/u.test(token.text) ||
    (/^(?:ADJ|NOUN|NUM)$/u.test(token.pos) && /^[\p{Ll}\p{N}]/u.test(token.text)));

/** Nouns that need no name. */
const KNOWN: ReadonlySet<string> = new Set(
  'government president world public economy army internet weather market pope sun moon police country nation state city'.split(
    ' ',
  ),
);
