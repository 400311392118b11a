import type { Span } from '../../../domain/event/mention.ts';

/** In UTF-16 code units. */
const LONGEST = 200;
/** The least that a cut at a comma leaves: a shorter part often ends before the verb of the sentence. */
const SHORTEST = 120;
const CUT = '…';
/** Words that join a sentence to the one before it. */
const OPENING =
  /^(?:(?:and|but|so|yet|meanwhile|meantime|however|also|in addition|still),?\s|[,;:.–—-]\s)+/iu;

/**
 * A sentence's own words as a title. Up to 200 characters stay whole. A longer sentence is cut at the end of a clause, else at
 * the end of a word. The title keeps the given clause: it begins later in the sentence where that clause lies far behind.
 */
export function sentenceTitle(text: string, { start, end }: Span, clause: Span): string {
  const begin = clause.end - start <= LONGEST ? start : beginningBefore(text, start, clause);
  const words = plain(text.slice(begin, end)).replace(OPENING, '');
  const opening = begin === start ? '' : CUT;
  if (opening.length + words.length <= LONGEST) return capitalized(finish(opening + words));
  const kept = words.slice(0, LONGEST - opening.length);
  const least = Math.max(
    SHORTEST,
    plain(text.slice(begin, Math.min(clause.end, begin + LONGEST))).length - 1,
  );
  const ends = [...kept.matchAll(/[,;:](?=\s)|\s[-–—](?=\s)/gu)].map(({ index }) => index);
  const at = ends.findLast((each) => each >= least) ?? kept.search(/\s\S*$/u);
  return capitalized(`${opening}${closed(kept.slice(0, at).replace(/[\s,;:–—-]+$/u, ''))}`);
}

const capitalized = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);

/** The end of a sentence that has room for the clause: from behind a comma or, where there is none, from a word on. */
function beginningBefore(text: string, start: number, clause: Span): number {
  const earliest = Math.max(start, Math.min(clause.start, clause.end - LONGEST + CUT.length));
  const before = text.slice(earliest, Math.max(earliest, clause.start));
  const comma = /[,;]\s+(?=\S)/u.exec(before) ?? (before === '' ? null : /\s+(?=\S)/u.exec(before));
  return comma === null ? earliest : earliest + comma.index + comma[0].length;
}

const plain = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim();

/** A sentence ends without its full stop, as titles do. */
const finish = (title: string): string => title.replace(/(?<![.…])\.(?=[”"’']*$)/u, '');

/** The cut is shown, and a quotation of which it took the end is closed. */
function closed(cut: string): string {
  const curly = cut.split('“').length > cut.split('”').length ? '”' : '';
  const straight = cut.split('"').length % 2 === 0 ? '"' : '';
  return `${cut}${CUT}${curly}${straight}`;
}
