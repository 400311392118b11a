import { fits, isJoint, type NamePiece, namePieces } from './name-pieces.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly ends: { readonly pieces: readonly string[]; readonly value: T }[];
}

/** A name found at some pieces: `first` to `last` inclusive, with everything that bears it. */
export interface NameMatch<T> {
  readonly first: number;
  readonly last: number;
  readonly values: readonly T[];
}

/** Names by their pieces. A look-up costs as many steps as the longest name has pieces, whatever the number of names. */
export class NameTrie<T> {
  readonly #root: Node<T> = { next: new Map(), ends: [] };

  /** Adds a name as it is written: `U.S.`, `the Kremlin`, `president of Russia`. */
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
