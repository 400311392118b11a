import type { Span } from '../../../domain/event/mention.ts';
import { hasTense } from '../../../parsing/tree/predicate.ts';
import { isInsideNoun } from '../../sentences/skipped-tokens.ts';
import { isFiniteForm } from '../../sentences/verb-groups.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { timeWords } from '../times/time-words.ts';
import { finish } from './title-text.ts';

/** In UTF-16 code units. */
const LONGEST = 200;
/** A sentence of this length stays whole where a cut would take the given clause. */
const LONGEST_WHOLE = 220;
/** The least that a cut at a comma leaves: a shorter part often ends before the verb of the sentence. */
const SHORTEST = 120;
const CUT = '…';
/** Words that join a sentence to the one before it. */
const OPENING =
  /^(?:(?:and|but|so|yet|meanwhile|meantime|however|also|in addition|still),?\s|[,;:.–—-]\s)+/iu;

/** Where the title of a sentence may begin and end, besides the sentence's own ends: positions in the text. */
export interface TitlePlaces {
  /** The statement that the title tells. */
  readonly clause: Span;
  /** The end of the statement's verb, before which no title is cut. */
  readonly verbEnd: number;
  readonly beginnings: readonly number[];
  readonly phraseEnds: readonly number[];
  /** A time such as "tonight", which says nothing to readers of another day; null where the title keeps its times. */
  readonly time: Span | null;
}

/**
 * A sentence's own words as a title. Some 200 characters stay whole. A longer sentence is cut at the end of a clause, else at
 * the end of a phrase, else at the end of a word. Where the given clause lies far behind, the title begins at the first of
 * `beginnings` that leaves room for it, else with the sentence.
 */
export function sentenceTitle(
  text: string,
  { start, end }: Span,
  { clause, verbEnd, beginnings, phraseEnds, time }: TitlePlaces,
): string {
  const between = (from: number, to: number): string =>
    time === null || time.start < from || time.end > to
      ? plain(text.slice(from, to))
      : plain(`${text.slice(from, time.start)}${text.slice(time.end, to)}`).replaceAll(
          / (?=[,;:.])|,(?= ?,)/gu,
          '',
        );
  const sentence = between(start, end).replace(OPENING, '');
  const isNear = (beginning: number): boolean => clause.end - beginning < LONGEST;
  if (sentence.length <= (isNear(start) ? LONGEST : LONGEST_WHOLE))
    return paired(capitalized(finish(sentence)));
  const isBefore = (beginning: number): boolean => beginning > start && beginning <= clause.start;
  const begin = isNear(start) ? start : (beginnings.find((at) => isBefore(at) && isNear(at)) ?? start);
  const opening = begin === start ? '' : CUT;
  const words = between(begin, end).replace(OPENING, '');
  if (opening.length + words.length <= LONGEST) return paired(capitalized(finish(opening + words)));
  const kept = words.slice(0, LONGEST - opening.length);
  const opened = between(begin, end).length - words.length;
  const lengthTo = (place: number): number => between(begin, place).length - opened;
  const verb = lengthTo(verbEnd) + 1;
  const least = verb < LONGEST ? Math.max(SHORTEST, verb) : SHORTEST;
  const best = Math.max(least, isNear(begin) ? lengthTo(Math.min(clause.end, begin + LONGEST)) - 1 : 0);
  const ends = [...kept.matchAll(/[,;:](?=\s)|\s[-–—](?=\s)/gu)].map(({ index }) => index);
  const phrases = phraseEnds
    .filter((place) => place > begin && place < begin + 2 * LONGEST)
    .map(lengthTo)
    .filter((length) => length <= kept.length);
  const lastFrom = (lengths: readonly number[], from: number): number | undefined =>
    lengths.findLast((length) => length >= from);
  const at =
    lastFrom(ends, best) ?? lastFrom(phrases, best) ?? lastFrom(phrases, least) ?? kept.search(/\s\S*$/u);
  const cut = kept.slice(0, at).replace(/[\s,;:–—-]+$/u, '');
  return paired(capitalized(`${opening}${cut}${CUT}`));
}

/**
 * The places where a title may begin inside a sentence: the subjects of clauses with a verb of their own. Relative clauses and
 * pronouns give none, and neither does a source between commas: "The ships, *the ministry said*, left".
 */
export function beginningsOf(
  { tree, tokens, parsed }: SentenceAnalysis,
  isSpeech: (lemma: string) => boolean,
): readonly number[] {
  return tree.clauses.flatMap(({ kind, verb, opener, tokens: words }) => {
    const first = words.find(
      (index) => index !== opener && /^[\p{L}\p{N}$€£“"]/u.test(tokens[index]?.text ?? ''),
    );
    const hasVerb =
      verb !== null &&
      isFiniteForm(verb) &&
      (parsed === null || hasTense(parsed, predicateOfVerb(parsed, verb.head)));
    const hasSubject = hasVerb && first !== undefined && first < verb.first;
    const isSource = verb !== null && isSpeech(verb.lemma) && tokens[(first ?? 0) - 1]?.text === ',';
    const isPronoun = tokens[first ?? -1]?.pos === 'PRON';
    return hasSubject && !isSource && !isPronoun && /^(?:MAIN|COORDINATE|COMPLEMENT)$/u.test(kind)
      ? [tokens[first]?.start ?? 0]
      : [];
  });
}

/** The places between a noun or adverb and a word that opens another phrase: "The mine was closed in the spring| for good". */
export function phraseEndsOf({ tokens }: SentenceAnalysis): readonly number[] {
  return tokens.flatMap(({ pos, lower, end }, index) => {
    const next = tokens[index + 1];
    const isEnd = /^(?:NOUN|PROPN|ADV)$/u.test(pos) && !/^(?:as|so|more|less|most|only|just)$/u.test(lower);
    const opens = next !== undefined && /^(?:ADP|CCONJ|SCONJ)$/u.test(next.pos) && !TIED.test(next.lower);
    return isEnd && opens ? [end] : [];
  });
}

/** "tonight", "next week": a time that has meaning on the day of the article alone. Null for other times, and inside a phrase. */
export function passingTime(sentence: SentenceAnalysis, time: Span): Span | null {
  const { tokens, text } = sentence;
  if (!PASSING.test(text.slice(time.start, time.end)) || isInsideNoun(tokens, time)) return null;
  const words = [...timeWords(sentence, time)].sort((one, other) => one - other);
  const [first, last] = [words[0] ?? -1, words.at(-1) ?? -1];
  const isWhole = words.length === last - first + 1;
  const isTied =
    /^(?:ADP|DET|SCONJ)$/u.test(tokens[first - 1]?.pos ?? '') ||
    /^(?:AUX|VERB)$/u.test(tokens[last + 1]?.pos ?? '');
  const [start, end] = [tokens[first]?.start, tokens[last]?.end];
  return isWhole && !isTied && start !== undefined && end !== undefined ? { start, end } : null;
}

const PASSING =
  /^(?:(?:earlier|later) )?(?:today|tonight|yesterday|tomorrow|(?:this|next) \S+)(?: (?:morning|afternoon|evening|night))?$/iu;

/** Prepositions that are closely tied to the noun before them. */
const TIED = /^(?:of|to)$/u;

const capitalized = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);

const plain = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim();

/** A quotation that another sentence opens or closes, or of which a cut took the end, has both its marks. */
function paired(title: string): string {
  const count = (mark: string): number => title.split(mark).length - 1;
  if (count('“') > count('”')) return `${title}”`;
  if (count('”') > count('“')) return `“${title}`;
  if (count('"') % 2 === 0) return title;
  return title.endsWith('"') ? `"${title}` : `${title}"`;
}
