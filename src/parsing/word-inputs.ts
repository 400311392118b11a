import { shapeOf, TABLES, tableEntries } from './features.ts';
import type { Kernel, WithMemory } from './kernel.ts';
import { FLOAT, type Layer, runLayer, SHORT } from './layer.ts';
import type { MemoryPlan } from './memory-plan.ts';
import { entryRows, type Weights } from './weights.ts';

/** Most words recur. The inputs of so many are kept, 4 kB a word, and all are dropped when there are more. */
const MOST_KEPT = 2048;

/** Gives the address of each word's input for a layer, after that of the root. */
export type InputsOf = (words: readonly string[]) => (layer: number) => (row: number) => number;

/**
 * The input that a word gives to each layer over the summed embeddings of words. It depends on the word alone, and on whether the
 * word is the first one. Memory is planned at once; the kernel on it comes later.
 */
export function planWordInputs(
  weights: Weights,
  { plan, planFloats, planTable }: MemoryPlan,
  { layers, scale, mostWords }: { layers: readonly Layer[]; scale: number; mostWords: number },
): (kernel: Kernel & WithMemory) => InputsOf {
  const width = weights.floats('root').length;
  const root = planFloats(weights.floats('root'));
  const tables = [...TABLES, 'shape'].map(planTable);
  const rowsOfEntries = entryRows(weights);
  const planRows = (size: number): number => plan((mostWords + 1) * width * size);
  const [sums, shorts] = [planRows(FLOAT), planRows(SHORT)];
  const shortScale = planFloats([scale]);
  const kept = layers.map(({ outputs }) => plan(MOST_KEPT * outputs * FLOAT));

  return (kernel) => {
    const { floats } = kernel;
    const places = new Map<string, number>();

    function sum(word: string, row: number, to: number): void {
      const copy = (from: number) => floats.copyWithin(to / FLOAT, from / FLOAT, from / FLOAT + width);
      const rowOf = (table: number, entry: number) => (tables[table] ?? 0) + entry * width * FLOAT;
      copy(row === 0 ? root : rowOf(TABLES.length, shapeOf(word, row === 1)));
      if (row === 0) return;
      for (const [table, entry] of tableEntries(word).entries())
        kernel.addRow(to, rowOf(table, rowsOfEntries[table]?.get(entry) ?? 0), width);
    }

    return (words) => {
      if (places.size + words.length >= MOST_KEPT) places.clear();
      const first = places.size;
      const found = ['', ...words].map((word, row) => {
        const name = `${Math.min(row, 2)}${word}`;
        const known = places.get(name);
        if (known !== undefined) return known;
        const place = places.size;
        sum(word, row, sums + (place - first) * width * FLOAT);
        places.set(name, place);
        return place;
      });
      const added = places.size - first;
      kernel.toShorts(sums, added * width, shortScale, shorts);
      for (const [index, layer] of layers.entries())
        runLayer(kernel, layer, shorts, added, (kept[index] ?? 0) + first * layer.outputs * FLOAT);
      return (index) => {
        const [start, size] = [kept[index] ?? 0, (layers[index]?.outputs ?? 0) * FLOAT];
        return (row) => start + (found[row] ?? 0) * size;
      };
    };
  };
}
