import type { Modality } from '../../../../domain/event/mention.ts';
import {
  constituentOf,
  dependentsWith,
  dependentWith,
  roleOf,
  type SentenceTree,
} from '../../../../parsing/tree/sentence-tree.ts';
import type { SentenceAnalysis } from '../../sentence-analysis.ts';
import type { DatedStatement } from '../../times/dated-statement.ts';
import { timeWords } from '../../times/time-words.ts';
import { LONGEST_TITLE } from '../title-cut.ts';
import { isCutOff, OWNED } from '../title-forms.ts';
import { capitalize } from '../title-text.ts';
import { wordsAsTitle } from '../title-words.ts';
import { namedAfter } from './noun-tokens.ts';

/** Occasions that are held. */
const HELD =
  /^(?:auction|ballot|ceremony|concert|conference|congress|debate|election|exhibition|festival|funeral|game|hearing|inauguration|match|meeting|negotiation|parade|plebiscite|poll|primary|race|rally|referendum|session|summit|talk|tournament|trial|vigil|vote|wedding)$/u;
/** Acts that take place, and that may be planned. */
const DONE =
  /^(?:evacuation|flight|invasion|landing|launch|march|offensive|operation|premiere|protest|raid|strike|takeover|tour|trip|visit|voyage|walkout)$/u;
/** Acts and accidents that take place. No title calls them planned. */
const BEFALLS =
  /^(?:accident|attack|avalanche|blackout|blast|bombing|burglary|clash|collapse|collision|coup|crash|derailment|disaster|earthquake|eruption|explosion|fire|flood|incident|killing|landslide|massacre|mudslide|murder|outage|quake|robbery|shooting|slaying|stabbing|storm|tsunami|uprising|wildfire)$/u;

/**
 * The title of a happening that a noun names: "A presidential election was held" of "protested against last week's presidential
 * election". Null where the noun does not show what verb it takes, or whether it has an article.
 */
export function nounTitle(
  sentence: SentenceAnalysis,
  { kind, noun, resolution }: DatedStatement,
  modality: Modality,
): string | null {
  const { parsed, tokens } = sentence;
  if (parsed === null || kind !== 'NOUN' || noun === null) return null;
  const isPlural = parsed.words[noun.head]?.xpos === 'NNS';
  const verb = verbOf(singularOf(tokens[noun.head]?.lower ?? ''), modality, isPlural);
  const times = timeWords(sentence, resolution.timex);
  const named = namedAfter(sentence, noun.first, noun.last);
  const indices = phraseOf(parsed, noun).filter((index) => !times.has(index));
  if (isShare(parsed, noun.head) || isListed(parsed, indices, noun.head)) return null;
  const article = articleOf(sentence, indices, times, isPlural);
  if (verb === null || article === null || tokens[indices.at(-1) ?? -1]?.pos === 'ADP') return null;
  const own = indices.filter((index) => parsed.words[index]?.upos !== 'DET' || index > noun.head);
  const phrase = wordsAsTitle(sentence, own);
  const name =
    named === null ? phrase : `${phrase}, ${wordsAsTitle(sentence, wordsTo(noun.last + 2, named))},`;
  const title = capitalize(`${article === 'A' ? indefinite(name) : article}${name} ${verb}`);
  const isUnsure = /[,;:“”"()]/u.test(phrase) || OWNED.test(title) || isCutOff(title);
  return isUnsure || own.length < 2 || title.length > LONGEST_TITLE ? null : title;
}

/** A phrase that ends in a dated noun, with the noun's verb: "The October 9 vote was held". Null where it shows no verb. */
export function happeningOf(
  phrase: string,
  { noun }: DatedStatement,
  { tokens, parsed }: SentenceAnalysis,
  modality: Modality,
): string | null {
  const { lower = '', text = '' } = tokens[noun?.head ?? -1] ?? {};
  const isPlural = parsed?.words[noun?.head ?? -1]?.xpos === 'NNS';
  const verb = phrase.endsWith(text) ? verbOf(singularOf(lower), modality, isPlural) : null;
  return noun === null || verb === null ? null : `${phrase} ${verb}`;
}

/** "one of the closest *elections*". */
const isShare = (tree: SentenceTree, noun: number): boolean =>
  roleOf(tree, noun) === 'nmod' &&
  /^(?:any|each|half|many|most|none|one|part|some)$/u.test(
    tree.words[tree.words[noun]?.head ?? -1]?.lemma ?? '',
  );

/** "fraud and *a vote*", "*the vote* and a fraud": the noun is one of a list. */
const isListed = (tree: SentenceTree, indices: readonly number[], noun: number): boolean =>
  indices.some((index) => index < noun && tree.words[index]?.upos === 'CCONJ') ||
  dependentsWith(tree, noun, 'conj').some((index) => indices.includes(index));

/** The noun with the words before it by the tree, and with its complements. */
function phraseOf(
  tree: SentenceTree,
  { head, last }: NonNullable<DatedStatement['noun']>,
): readonly number[] {
  const before = constituentOf(tree, head).filter((index) => index < head);
  const first = before.find((index) => head - index === before.length - before.indexOf(index)) ?? head;
  const isCase = dependentWith(tree, head, 'case') === first;
  const from = isCase ? first + 1 : first;
  return wordsTo(from, last);
}

const wordsTo = (from: number, last: number): readonly number[] =>
  Array.from({ length: last - from + 1 }, (_, step) => from + step);

const singularOf = (noun: string): string => noun.replace(/(?<!s)s$/u, '');

function verbOf(noun: string, modality: Modality, isPlural: boolean): string | null {
  const [isHeld, isDone] = [HELD.test(noun), DONE.test(noun)];
  if (modality === 'PLANNED') return isHeld || isDone ? `${isPlural ? 'are' : 'is'} planned` : null;
  if (modality === 'UNREAL') return null;
  if (isHeld) return isPlural ? 'were held' : 'was held';
  return isDone || BEFALLS.test(noun) ? 'took place' : null;
}

/** "the", or "A" in the place of "last week's"; empty after a possessive and before a plural. Null where it is not known. */
function articleOf(
  { tokens, parsed }: SentenceAnalysis,
  [first = 0]: readonly number[],
  times: ReadonlySet<number>,
  isPlural: boolean,
): string | null {
  const word = tokens[first];
  if (word?.pos === 'DET')
    return /^(?:an?|the)$/u.test(word.lower) ? `${word.lower === 'the' ? 'the ' : 'A'}` : null;
  if (parsed?.words[first]?.label === 'nmod:poss') return word?.pos === 'PRON' ? null : '';
  if (isPlural) return '';
  return times.has(first - 1) && /^['’]s?$/u.test(tokens[first - 1]?.text ?? '') ? 'A' : null;
}

const indefinite = (name: string): string => (/^(?:[aeio]|un(?!i)|8|11\b|18\b)/iu.test(name) ? 'An ' : 'A ');
