import type { Span } from '../../domain/event/mention.ts';

/** A run of letters and digits, the unit in which names are compared: `U.S.` is two, `Jean-Yves` is two. */
export interface NamePiece extends Span {
  readonly text: string;
  readonly lower: string;
}

const PIECE = /[\p{L}\p{N}]+/gu;

/** The pieces of a text from `start` to `end`, at their places in the whole text. */
export function namePieces(text: string, start = 0, end: number = text.length): readonly NamePiece[] {
  return Array.from(text.slice(start, end).matchAll(PIECE), ({ 0: word, index }) => ({
    text: word,
    lower: word.toLowerCase(),
    start: start + index,
    end: start + index + word.length,
  }));
}

/** What may stand between two pieces of one name: a space, a hyphen, the stop of an initial, an apostrophe. */
const JOINT = /^(?:[ \u00a0]|[.] ?|['’]|-)$/u;

export const isJoint = (text: string, before: NamePiece, after: NamePiece): boolean =>
  JOINT.test(text.slice(before.end, after.start));

/** Whether a piece of a text may stand for a piece of a name: what the name writes with a capital, the text must too. */
export function fits(written: string, known: string): boolean {
  if (known.length > 1 && known === known.toUpperCase()) return written === known || written === `${known}s`;
  const isCapital = /^\p{Lu}/u.test(known);
  return !isCapital || /^[\p{Lu}\p{N}]/u.test(written);
}
