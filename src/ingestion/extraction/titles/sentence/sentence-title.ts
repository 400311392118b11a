import type { Span } from '../../../../domain/event/mention.ts';
import { finish } from '../title-text.ts';

/** In UTF-16 code units. */
const LONGEST = 200;
/** A sentence of this length stays whole where a cut would take the given clause. */
const LONGEST_WHOLE = 220;
/** The least that a cut leaves: at whole constituents, and at a comma, where a shorter part often lacks its verb. */
const SHORTEST_WHOLE = 60;
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
  /** Where a cut leaves whole constituents. */
  readonly wholeEnds: readonly number[];
  readonly phraseEnds: readonly number[];
  /** A time such as "tonight", which says nothing to readers of another day; null where the title keeps its times. */
  readonly time: Span | null;
}

/**
 * A sentence's own words as a title. Some 200 characters stay whole. A longer sentence is cut where whole constituents stay, else
 * at a comma, at the end of a phrase, or at the end of a word. Where the given clause lies far behind, the title begins at the
 * first of `beginnings` that leaves room for it, else with the sentence.
 */
export function sentenceTitle(text: string, { start, end }: Span, places: TitlePlaces): string {
  const words = wordsBetween(text, places.time);
  const isNear = places.clause.end - start < LONGEST;
  const sentence = opened(words(start, end));
  if (sentence.length <= (isNear ? LONGEST : LONGEST_WHOLE)) return finished(sentence);
  const begin = isNear ? start : (laterBeginning(start, places) ?? start);
  const opening = begin === start ? '' : CUT;
  const rest = opened(words(begin, end));
  if (opening.length + rest.length <= LONGEST) return finished(opening + rest);
  const kept = rest.slice(0, LONGEST - opening.length);
  const isLeftOut = words(begin, end).length - rest.length;
  const lengthTo = (place: number): number => words(begin, place).length - isLeftOut;
  return finished(`${opening}${cut(kept, begin, lengthTo, places)}${CUT}`);
}

/** The text between two positions, in one line, without a time. */
const wordsBetween =
  (text: string, time: Span | null) =>
  (from: number, to: number): string =>
    time === null || time.start < from || time.end > to
      ? plain(text.slice(from, to))
      : plain(`${text.slice(from, time.start)}${text.slice(time.end, to)}`).replaceAll(
          / (?=[,;:.])|,(?= ?,)/gu,
          '',
        );

/** The first beginning inside the sentence that leaves room for the statement. */
const laterBeginning = (start: number, { beginnings, clause }: TitlePlaces): number | undefined =>
  beginnings.find((at) => at > start && at <= clause.start && clause.end - at < LONGEST);

/** The words up to the best cut: the last after the whole statement, else the last after its verb. */
function cut(
  kept: string,
  begin: number,
  lengthTo: (place: number) => number,
  { clause, verbEnd, wholeEnds, phraseEnds }: TitlePlaces,
): string {
  const lengthsTo = (places: readonly number[]): readonly number[] =>
    places
      .filter((place) => place > begin && place < begin + 2 * LONGEST)
      .map(lengthTo)
      .filter((length) => length <= kept.length);
  const verb = lengthTo(verbEnd);
  const afterVerb = (least: number): number => (verb + 1 < LONGEST ? Math.max(least, verb) : least);
  const isNear = clause.end - begin < LONGEST;
  const whole = isNear ? lengthTo(Math.min(clause.end, begin + LONGEST)) - 1 : 0;
  const ends = lengthsTo(wholeEnds);
  const commas = [...kept.matchAll(/[,;:](?=\s)|\s[-–—](?=\s)/gu)].map(({ index }) => index);
  const phrases = lengthsTo(phraseEnds);
  const lastFrom = (lengths: readonly number[], from: number): number | undefined =>
    lengths.findLast((length) => length >= from);
  const least = afterVerb(SHORTEST);
  const at =
    lastFrom(ends, Math.max(whole, afterVerb(SHORTEST_WHOLE))) ??
    lastFrom(ends, afterVerb(SHORTEST_WHOLE)) ??
    lastFrom(commas, Math.max(whole, least)) ??
    lastFrom(phrases, Math.max(whole, least)) ??
    lastFrom(phrases, least) ??
    kept.search(/\s\S*$/u);
  return kept.slice(0, at).replace(/[\s,;:–—-]+$/u, '');
}

const opened = (words: string): string => words.replace(OPENING, '');

const finished = (words: string): string => paired(capitalized(finish(words)));

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
