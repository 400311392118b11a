import { shapeOf, tableEntries } from './features.ts';
import { entryRows, type WeightsHeader } from './weights.ts';

/** The rows of a word in the tables of embeddings: that of its shape inside a sentence, and those of its form and affixes. */
interface WordRows {
  readonly shape: number;
  readonly rows: readonly number[];
}

/** Most words recur. The rows of so many are kept, and all are dropped when there are more. */
const MOST_KEPT = 20_000;

/** Looks up the rows of words: `rain` has those of `rain`, `ra`, `rai`, `in`, `ain` and `rain`. */
export function wordRows(tables: Pick<WeightsHeader, 'tables'>): (word: string) => WordRows {
  const rowsOfEntries = entryRows(tables);
  const known = new Map<string, WordRows>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const rows = tableEntries(word).map((entry, table) => rowsOfEntries[table]?.get(entry) ?? 0);
    if (known.size >= MOST_KEPT) known.clear();
    const read = { shape: shapeOf(word, false), rows };
    known.set(word, read);
    return read;
  };
}
