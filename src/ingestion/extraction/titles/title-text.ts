import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { joined, type TitlePiece } from './title-cut.ts';

/** Removes quotation marks that have lost their partner. */
function withPairedMarks(title: string): string {
  const pairs = [
    ['“', '”'],
    ['«', '»'],
    ['``', "''"],
  ] as const;
  let paired = title;
  for (const [opens, closes] of pairs)
    if (paired.split(opens).length !== paired.split(closes).length)
      paired = paired.replaceAll(opens, '').replaceAll(closes, '');
  return paired.split('"').length % 2 === 0 ? paired.replaceAll('"', '') : paired;
}

/** The text of a title's words, with its punctuation in order. */
export const textOf = (pieces: readonly TitlePiece[]): string => tidy(joined(pieces));

/** Leaves one space between words, none before punctuation, and no loose words or marks at either end. */
function tidy(title: string): string {
  return withPairedMarks(title)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ([,;:.?!])/gu, '$1')
    .replaceAll(/: ?:/gu, ':')
    .replaceAll(/[,;:](?: ?[,;:])+/gu, ',')
    .replace(/^(?:[\s,;:.–—-]|(?:and|but|or|that|also) )+/iu, '')
    .replaceAll(/[.,;:](?=[”"’]*$)/gu, '')
    .replaceAll(/,(?='')/gu, '')
    .replace(/[\s,;:.–—-]+$/u, '')
    .trim();
}

export const capitalize = (title: string): string => {
  const at = title.search(/[\p{L}\p{N}]/u);
  return at === -1 ? title : title.slice(0, at) + title.charAt(at).toUpperCase() + title.slice(at + 1);
};

/** A title has no full stop at its end. */
export const finish = (title: string): string => title.replace(/(?<![.…])\.(?=[”"’']*$)/u, '');

/** How far into an article its first sentence may begin. */
const OPENING = 500;

/**
 * A title without the capitals of an article's first word: "POLICE are appealing" → "Police are appealing". The word must stand
 * elsewhere without them, since "AIDS" may begin an article too.
 */
export function withoutDropCap(title: string, { text, start }: SentenceAnalysis): string {
  const [word = ''] = title.match(/^\p{Lu}{2,}(?=\s\S*\p{Ll})/u) ?? [];
  if (word === '' || start > OPENING || !text.startsWith(word, start)) return title;
  const small = word.toLowerCase();
  const isUsed = new RegExp(String.raw`(?<!\p{L})(?:${small}|${capitalize(small)})(?!\p{L})`, 'u').test(text);
  return isUsed ? `${capitalize(small)}${title.slice(word.length)}` : title;
}
