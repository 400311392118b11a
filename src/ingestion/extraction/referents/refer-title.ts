import type { Mention } from '../../../domain/event/mention.ts';
import type { Gender, Lexicon } from '../../lexicon/lexicon.ts';
import { isPersonNoun } from '../../lexicon/person-nouns.ts';
import { contentWords } from '../../sentences/wording.ts';
import { bodyNoun, calledSo, type Discourse } from '../actors/discourse.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { isAboutSomebody, namesOneOf, withHeadline } from './headline-beside.ts';
import { nameForPronoun } from './name-for-pronoun.ts';
import type { Fuller, NounMemory } from './noun-memory.ts';
import { type OpenNoun, openNounsOf } from './open-references.ts';
import { type UnknownReference, unknownReferenceOf } from './unknown-reference.ts';

/** The article before a sentence: its people, its nouns and its headline. */
export interface Told {
  readonly lexicon: Lexicon;
  readonly discourse: Discourse;
  readonly nouns: NounMemory;
  readonly headline: string | null;
  /** The text before the sentence. */
  readonly before: string;
  /** Whether the mention's date is near the article's day: background is of other events than the headline. */
  readonly isNews: boolean;
}

type Titled = Pick<Mention, 'title' | 'titleKind'>;

/**
 * A title with the words that a reader lacks: the name for a pronoun, "the merger of Alba and Borea" for "the merger", else the
 * article's headline behind it. A title that needs none, or for which the article has several, stays as it is.
 */
export function referTitle(titled: Titled, sentence: SentenceAnalysis, told: Told): Titled {
  if (titled.titleKind === 'HEADLINE' || sentence.parsed === null) return titled;
  const named = withName(titled.title, sentence, told);
  const filled = withNouns(named, sentence, told, isSure);
  const unknown = unknownReferenceOf(filled, sentence, (noun) => isMentioned(told, noun));
  const beside = unknown === null ? null : withHeadlineFor(unknown, filled, sentence, told);
  const title = beside ?? withNouns(filled, sentence, told, () => true);
  return title === titled.title ? titled : { title, titleKind: 'EDITED' };
}

/** Whether the headline, or the text before a sentence, has a word of the meaning of a noun. */
const isMentioned = ({ before, headline }: Told, noun: string): boolean =>
  has(`${headline ?? ''} ${before}`, noun);

/** Whether a text has a word of the meaning of a noun. */
const has = (text: string, noun: string): boolean => !contentWords(text).isDisjointFrom(contentWords(noun));

/** The title with the headline for words that stay unknown; null where the headline may tell of another person or act. */
function withHeadlineFor(
  { kind, noun, isNews: meansNews }: UnknownReference,
  title: string,
  { names, text, start, end }: SentenceAnalysis,
  { headline, discourse, nouns, isNews, before: textBefore }: Told,
): string | null {
  if (headline === null || (noun !== null && nouns.areSeveral(noun))) return null;
  const before = discourse.before.flat().filter(({ kind }) => kind === 'PERSON' || kind === 'EITHER');
  const people = (gender: Gender | null): readonly string[] => [
    ...new Set(
      before.flatMap((entity) =>
        gender === null || (entity.gender ?? gender) === gender ? [entity.words] : [],
      ),
    ),
  ];
  const fitsPronoun = (gender: Gender): boolean => {
    const candidates = people(gender);
    return candidates.length <= 1 && (namesOneOf(headline, candidates) || isAboutSomebody(headline, gender));
  };
  const here = names.filter(({ kind }) => kind === 'PERSON').flatMap(({ actor }) => actor?.name ?? []);
  const fits = {
    HE: () => fitsPronoun('MALE'),
    SHE: () => fitsPronoun('FEMALE'),
    SOMEBODY: () => namesOneOf(headline, [...here, ...people(null)]) || isAboutSomebody(headline, null),
    OTHER: () =>
      (isNews && (meansNews || has(headline, noun ?? ''))) || isOfSentence(headline, text.slice(start, end)),
  };
  return fits[kind]() ? withHeadline(title, headline, textBefore + text.slice(start, end)) : null;
}

/** Whether a sentence has enough words of the headline to be about the same story. */
function isOfSentence(headline: string, sentence: string): boolean {
  const words = contentWords(headline);
  return [...contentWords(sentence)].filter((word) => words.has(word)).length >= SHARED;
}

const SHARED = 2;

/** Most characters of a title into which words are put. */
const LONGEST = 200;

function withName(title: string, sentence: SentenceAnalysis, told: Told): string {
  const named = nameForPronoun(title, sentence, told);
  if (named === null || title.toLowerCase().includes(named.words.toLowerCase())) return title;
  return put(title, named, named.words);
}

type Accepts = (fuller: Fuller) => boolean;

const isSure: Accepts = ({ isSure: sure }) => sure;

/** Puts in from behind, so that the places before stay true. */
function withNouns(title: string, sentence: SentenceAnalysis, told: Told, accepts: Accepts): string {
  return openNounsOf(title, sentence).reduceRight((text, open) => {
    const fuller = fullerFor(open, told);
    /** "The deputies" behind a verb may be others than the ones before. */
    const isTaken =
      fuller !== null && ((fuller.isSure && !open.isPlural) || open.start === 0) && accepts(fuller);
    return isTaken && !isSaid(text, fuller.words) ? put(text, open, fuller.words) : text;
  }, title);
}

function fullerFor({ noun, isPlural }: OpenNoun, { discourse, nouns }: Told): Fuller | null {
  const mayBeNamed = !isPlural && (isPersonNoun(noun) || bodyNoun(noun) !== null);
  const bearer = mayBeNamed ? calledSo(discourse, noun) : null;
  if (bearer === null) return nouns.fullerFor(noun, isPlural);
  return nouns.isOne(noun) ? { words: nouns.asWritten(noun, bearer.words), isSure: true } : null;
}

/** Whether a title has all names of a phrase already. */
function isSaid(title: string, words: string): boolean {
  const names = words.match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? [];
  return names.length > 0 && names.every((name) => title.includes(name));
}

function put(title: string, { start, end }: { start: number; end: number }, words: string): string {
  /** "the merger of Alba and Borea's terms" would be torn. */
  if (/^['’]s?\s/u.test(title.slice(end)) && / (?:against|at|between|in|near|of|on|with) /u.test(words))
    return title;
  const isFirst = !/[\p{L}\p{N}]/u.test(title.slice(0, start));
  const shown = isFirst ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  const text = title.slice(0, start) + shown + title.slice(end);
  return text.length <= LONGEST ? text : title;
}
