import type { Span } from '../../domain/event/mention.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly ends: { readonly pieces: readonly string[]; readonly value: T }[];
}

/** A name found at the pieces from `first` to `last` inclusive, with all values under that name. */
export interface NameMatch<T> {
  readonly first: number;
  readonly last: number;
  readonly values: readonly T[];
}

/** Names by their pieces. The cost of a look-up grows with the longest name, not with the number of names. */
export class NameTrie<T> {
  readonly #root: Node<T> = { next: new Map(), ends: [] };

  /** Adds a name: `U.S.`, `the Kremlin`, `president of Russia`. */
  add(name: string, value: T): void {
    const pieces = namePieces(name);
    let node = this.#root;
    for (const { lower } of pieces) {
      const known = node.next.get(lower);
      const child: Node<T> = known ?? { next: new Map(), ends: [] };
      if (known === undefined) node.next.set(lower, child);
      node = child;
    }
    node.ends.push({ pieces: pieces.map(({ text }) => text), value });
  }

  /** The longest name that starts at the given piece. A possessive inside ("Russia's Foreign Ministry") is skipped. */
  longest(text: string, pieces: readonly NamePiece[], first: number): NameMatch<T> | null {
    let best: NameMatch<T> | null = null;
    let node: Node<T> | undefined = this.#root;
    const written: string[] = [];
    for (let at = first; at < pieces.length; at += 1) {
      const piece = pieces[at];
      const before = pieces[at - 1];
      if (piece === undefined) break;
      if (at > first && before !== undefined && !isJoint(text, before, piece)) break;
      const child: Node<T> | undefined = node.next.get(piece.lower) ?? withoutPossessive(node, piece.lower);
      if (child === undefined && at > first && piece.text === 's') continue;
      node = child;
      if (node === undefined) break;
      written.push(piece.text);
      const values = node.ends.filter((end) =>
        end.pieces.every((known, index) => fits(written[index] ?? '', known)),
      );
      if (values.length > 0) best = { first, last: at, values: values.map(({ value }) => value) };
    }
    return best;
  }
}

/** Some texts have lost their apostrophes: `Moscows concerns`. */
const withoutPossessive = <T>(node: Node<T>, lower: string): Node<T> | undefined =>
  lower.length > 3 && lower.endsWith('s') ? node.next.get(lower.slice(0, -1)) : undefined;

/** A run of letters and digits, the unit of comparison: `U.S.` has two, `Jean-Yves` has two. */
export interface NamePiece extends Span {
  readonly text: string;
  readonly lower: string;
}

const PIECE = /[\p{L}\p{N}]+/gu;

/** The pieces of a text from `start` to `end`, with positions in the whole text. */
export function namePieces(text: string, start = 0, end: number = text.length): readonly NamePiece[] {
  return Array.from(text.slice(start, end).matchAll(PIECE), ({ 0: word, index }) => ({
    text: word,
    lower: word.toLowerCase(),
    start: start + index,
    end: start + index + word.length,
  }));
}

/** Separates two pieces of a name: a space, a hyphen, the full stop of an initial, or an apostrophe. */
const JOINT = /^(?:[ \u00a0]|[.] ?|['’]|-)$/u;

const isJoint = (text: string, before: NamePiece, after: NamePiece): boolean =>
  JOINT.test(text.slice(before.end, after.start));

/** Whether a piece of a text matches a piece of a name. A capital in the name must be a capital in the text. */
function fits(written: string, known: string): boolean {
  if (known.length > 1 && known === known.toUpperCase()) return written === known || written === `${known}s`;
  /** "the World *XI*" is not Xi. */
  if (known.length <= SHORT && written.length > 1 && written === written.toUpperCase())
    return written === known;
  const isCapital = /^\p{Lu}/u.test(known);
  return !isCapital || /^[\p{Lu}\p{N}]/u.test(written);
}

/** Most letters of a piece that is another word in capitals. */
const SHORT = 3;
