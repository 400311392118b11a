import { dependentsWith } from '../../../parsing/tree/sentence-tree.ts';
import { isPersonNoun } from '../../lexicon/person-nouns.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { firstPronoun } from './name-for-pronoun.ts';

/** What a subject that a title does not explain stands for: "she", "the incident". */
export type OpenSubject = 'HE' | 'SHE' | 'SOMEBODY' | 'OTHER';

const PRONOUN = /^(?:he|she|his|her|it|its|they|their)(?=\s)/iu;
const PERSONS: ReadonlyMap<string, OpenSubject> = new Map([
  ['he', 'HE'],
  ['his', 'HE'],
  ['she', 'SHE'],
  ['her', 'SHE'],
]);
/** The kind of the subject with which a title begins, where the title does not say who or what it is; null for another. */
export function openSubjectOf(title: string, sentence: SentenceAnalysis): OpenSubject | null {
  const [pronoun] = PRONOUN.exec(title) ?? [];
  if (pronoun !== undefined)
    return firstPronoun(title, sentence)?.place === 0
      ? (PERSONS.get(pronoun.toLowerCase()) ?? 'OTHER')
      : null;
  if (!/^the /iu.test(title)) return null;
  const { tokens, parsed } = sentence;
  const words = title.toLowerCase();
  const first = tokens.findIndex(({ lower, start }, index) => {
    const [noun, after] = [tokens[index + 1], tokens[index + 2]];
    const said = sentence.text.slice(start, after?.end).toLowerCase().replaceAll(/\s+/gu, ' ');
    return lower === 'the' && noun !== undefined && words.startsWith(said);
  });
  if (first === -1 || parsed === null) return null;
  let head = first;
  while (isPlain(tokens[head + 1])) head += 1;
  const noun = tokens[head];
  if (head === first || head - first > MOST_WORDS || noun === undefined || KNOWN.has(noun.lemma)) return null;
  if (/^(?:PROPN|NUM)$/u.test(tokens[head + 1]?.pos ?? '') || EXPLAINS.test(tokens[head + 1]?.lower ?? ''))
    return null;
  if (dependentsWith(parsed, head, 'nmod', 'acl', 'appos', 'conj').some((index) => index > head)) return null;
  const isAge = noun.lower === 'old' && tokens[head - 1]?.text === '-';
  if (noun.pos !== 'NOUN' && !isAge) return null;
  return isAge || isPersonNoun(noun.lemma) ? 'SOMEBODY' : 'OTHER';
}

/** Most words of a subject that may be unknown, hyphens included: "the 34-year-old actress". */
const MOST_WORDS = 6;

const isPlain = (token: SentenceAnalysis['tokens'][number] | undefined): boolean =>
  token !== undefined &&
  (/^[-‑]$/u.test(token.text) ||
    (/^(?:ADJ|NOUN|NUM)$/u.test(token.pos) && /^[\p{Ll}\p{N}]/u.test(token.text)));

const EXPLAINS = /^(?:of|who|whose|which|that|where)$/u;

/** Nouns that need no name. */
const KNOWN: ReadonlySet<string> = new Set(
  'government president world public economy army internet weather market pope sun moon police country nation state city'.split(
    ' ',
  ),
);
