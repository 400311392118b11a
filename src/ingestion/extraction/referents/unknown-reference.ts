import { isPersonNoun } from '../../lexicon/person-nouns.ts';
import { bodyNoun } from '../actors/discourse.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { isAge, isExplained } from './explained-noun.ts';
import { firstPronoun } from './name-for-pronoun.ts';

/** Words of a title that do not say who or what is meant: "she", "the incident", "these talks". */
export interface UnknownReference {
  readonly kind: 'HE' | 'SHE' | 'SOMEBODY' | 'OTHER';
  /** The lemma of a noun; null for a pronoun. */
  readonly noun: string | null;
  /** Whether the words stand for the news itself: a subject, "the incident", "such talks". "The offer" may be one of several. */
  readonly isNews: boolean;
}

const PERSONS: ReadonlyMap<string, 'HE' | 'SHE'> = new Map([
  ['he', 'HE'],
  ['him', 'HE'],
  ['his', 'HE'],
  ['she', 'SHE'],
  ['her', 'SHE'],
]);

/**
 * The first pronoun or noun phrase of a title that a reader cannot know; null where there is none. Behind the subject, "the
 * offer" counts only where the text before the sentence mentions an offer.
 */
export function unknownReferenceOf(
  title: string,
  sentence: SentenceAnalysis,
  isMentioned: (noun: string) => boolean,
): UnknownReference | null {
  const pronoun = firstPronoun(title, sentence);
  const isUnknownPronoun = pronoun !== null && !/\p{L}/u.test(title.slice(0, pronoun.place));
  if (isUnknownPronoun) {
    const { lower = '' } = sentence.tokens[pronoun.index] ?? {};
    return { kind: PERSONS.get(lower) ?? 'OTHER', noun: null, isNews: true };
  }
  return unknownNounOf(title, sentence, isMentioned);
}

function unknownNounOf(
  title: string,
  sentence: SentenceAnalysis,
  isMentioned: (noun: string) => boolean,
): UnknownReference | null {
  const lower = title.toLowerCase();
  for (const { words, head, isPointing } of definitePhrases(sentence)) {
    const place = placeOf(lower, words);
    const noun = sentence.tokens[head];
    if (place === -1 || noun === undefined || isExplained(sentence, head, lower.slice(place + words.length)))
      continue;
    const isPerson = isAge(sentence, head) || isPersonNoun(noun.lemma);
    const isSubject = place === 0;
    const isMeant =
      isPointing || isSubject || SHELLS.has(noun.lemma) || NEWS.has(noun.lemma) || isMentioned(noun.lemma);
    if (!isMeant || (!isPointing && KNOWN.has(noun.lemma))) continue;
    if (!isSubject && hasBearer(title.slice(0, place), noun.lemma, isPerson)) continue;
    const isSomebody = isPerson && (isAge(sentence, head) || noun.lower === noun.lemma);
    const isNews = isSubject || isPointing || NEWS.has(noun.lemma);
    return { kind: isSomebody ? 'SOMEBODY' : 'OTHER', noun: noun.lemma, isNews };
  }
  return null;
}

/** Whether a title names earlier what a noun may stand for: "Alba said *the company* …", "the raid …, and *the raid* …". */
const hasBearer = (before: string, noun: string, isPerson: boolean): boolean =>
  before.toLowerCase().includes(noun) ||
  ((isPerson || bodyNoun(noun) !== null) && /\p{Lu}\p{Ll}+/u.test(before.slice(1)));

/** The place of whole words in a title; -1 where it does not have them, or has them in a quotation. */
function placeOf(title: string, words: string): number {
  const place = title.indexOf(words);
  if (place === -1) return -1;
  const isWhole =
    !/[\p{L}\p{N}-]$/u.test(title.slice(0, place)) &&
    !/^[\p{L}\p{N}]/u.test(title.slice(place + words.length));
  return isWhole ? place : -1;
}

interface DefinitePhrase {
  /** In small letters. */
  readonly words: string;
  readonly head: number;
  /** Whether the phrase always refers to earlier text: "these talks", "the same offer". */
  readonly isPointing: boolean;
}

/** "the old bridge", "these talks", "such a deal", each with nothing but small words in it. */
function* definitePhrases(sentence: SentenceAnalysis): Generator<DefinitePhrase> {
  const { tokens, quotes, skipped, text } = sentence;
  for (const [first, { lower, pos }] of tokens.entries()) {
    const points = POINTS.test(lower) && pos === 'DET';
    if ((lower !== 'the' && !points) || quotes[first]?.quoted === true || skipped[first] === true) continue;
    const from = lower === 'such' && /^an?$/u.test(tokens[first + 1]?.lower ?? '') ? first + 2 : first + 1;
    let head = from - 1;
    while (isPlain(tokens[head + 1]) && skipped[head + 1] !== true) head += 1;
    if (head < from || head - first > MOST_WORDS || skipped[head] === true) continue;
    if (tokens[head]?.pos !== 'NOUN' && !isAge(sentence, head)) continue;
    const inside = tokens.slice(from, head);
    if (inside.some(({ lower: word }) => SINGLES_OUT.test(word))) continue;
    yield {
      words: text.slice(tokens[first]?.start, tokens[head]?.end).toLowerCase(),
      head,
      isPointing: points || inside.some(({ lower: word }) => word === 'same'),
    };
  }
}

const POINTS = /^(?:such|that|these|this|those)$/u;

/** "the *biggest* mill", "the *first* woman": no others are. */
const SINGLES_OUT = /^(?:\p{L}{3,}est|first|last|latest|most|next|only)$/u;

/** Most words of a phrase that may be unknown, hyphens included: "the 34-year-old actress". */
const MOST_WORDS = 6;

const isPlain = (token: SentenceAnalysis['tokens'][number] | undefined): boolean =>
  token !== undefined &&
  (/^[-‑]$/u.test(token.text) ||
    (/^(?:ADJ|NOUN|NUM)$/u.test(token.pos) && /^[\p{Ll}\p{N}]/u.test(token.text)));

/** Nouns that need no name. */
const KNOWN: ReadonlySet<string> = new Set(
  'army city country economy government internet market moon nation police pope president public state sun weather world'.split(
    ' ',
  ),
);

/** Nouns that stand for the news of the article. */
const NEWS: ReadonlySet<string> = new Set(
  'agreement announcement attack case deal decision development incident issue matter situation'.split(' '),
);

/** Nouns that refer to the content of earlier sentences (shell nouns: Schmid 2000). */
const SHELLS: ReadonlySet<string> = new Set(
  `accusation allegation argument claim comment concern discussion dispute finding move offer plan proposal remark request
  suggestion verdict`.split(/\s+/u),
);
