import type { ConlluSentence } from '../../src/parsing/conllu.ts';
import { normalForm, shapeOf, TABLES, tableEntries } from '../../src/parsing/features.ts';
import { entryRows } from '../../src/parsing/weights.ts';
import { UNKNOWN } from './losses.ts';
import { formCounts, knownLabel, type Vocabulary } from './vocabulary.ts';

/** A sentence in numbers. Each list has a number for each word. */
export interface Example {
  readonly words: number;
  /** Rows of the tables: form, affixes, shape. */
  readonly numbers: readonly Int32Array[];
  /** The chance to learn from a word as if its form were unknown: high for rare forms. */
  readonly forgetting: readonly number[];
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
}

/** Sentences of equal length, word by word: the first words of all sentences, then the second. */
export interface Batch extends Omit<Example, 'forgetting'> {
  readonly sentences: number;
}

const AFFIX_FORGETTING = 0.05;
const MOST_WORDS = 100;
const WORDS_OF_BATCH = 700;

/** The examples of a treebank. Long sentences are left out. */
export function examplesOf(sentences: readonly ConlluSentence[], vocabulary: Vocabulary): readonly Example[] {
  const rows = entryRows(vocabulary);
  const counts = formCounts(sentences);
  const numberIn = (values: readonly string[]): ReadonlyMap<string, number> =>
    new Map(values.map((value, number) => [value, number]));
  const [labels, upos, xpos] = [
    numberIn(vocabulary.labels),
    numberIn(vocabulary.upos),
    numberIn(vocabulary.xpos),
  ];
  return sentences
    .filter(({ words }) => words.length <= MOST_WORDS)
    .map(({ words }) => {
      const entries = words.map(({ form }) => tableEntries(form));
      const tables = TABLES.map((_, table) =>
        entries.map((entry) => rows[table]?.get(entry[table] ?? '') ?? 0),
      );
      const shapes = words.map(({ form }, index) => shapeOf(form, index === 0));
      return {
        words: words.length,
        numbers: [...tables, shapes].map((numbers) => Int32Array.from(numbers)),
        forgetting: words.map(({ form }) => 0.03 + 0.25 / (0.25 + (counts.get(normalForm(form)) ?? 0))),
        heads: Int32Array.from(words, ({ head }) => head + 1),
        labels: Int32Array.from(words, ({ label }) => labels.get(knownLabel(label, labels)) ?? UNKNOWN),
        upos: Int32Array.from(words, (word) => upos.get(word.upos) ?? UNKNOWN),
        xpos: Int32Array.from(words, (word) => xpos.get(word.xpos) ?? UNKNOWN),
      };
    });
}

/** The examples in batches of equal length and random order. */
export function batchesOf(examples: readonly Example[], random: () => number): readonly Batch[] {
  const byLength = Map.groupBy(shuffled(examples, random), ({ words }) => words);
  const batches = [...byLength].flatMap(([words, group]) => {
    const size = Math.max(1, Math.floor(WORDS_OF_BATCH / words));
    return Array.from({ length: Math.ceil(group.length / size) }, (_, index) =>
      joined(group.slice(index * size, (index + 1) * size), random),
    );
  });
  return shuffled(batches, random);
}

function joined(examples: readonly Example[], random: () => number): Batch {
  const words = examples[0]?.words ?? 0;
  const wordByWord = (numberOf: (example: Example, word: number) => number): Int32Array =>
    Int32Array.from({ length: words * examples.length }, (_, place) => {
      const example = examples[place % examples.length];
      return example === undefined ? 0 : numberOf(example, Math.floor(place / examples.length));
    });
  const shapeTable = TABLES.length;
  const forgettingOf = (table: number, { forgetting }: Example, word: number): number =>
    table === 0 ? (forgetting[word] ?? 0) : table === shapeTable ? 0 : AFFIX_FORGETTING;
  return {
    words,
    sentences: examples.length,
    numbers: Array.from({ length: shapeTable + 1 }, (_, table) =>
      wordByWord((example, word) =>
        random() < forgettingOf(table, example, word) ? 0 : (example.numbers[table]?.[word] ?? 0),
      ),
    ),
    heads: wordByWord(({ heads }, word) => heads[word] ?? 0),
    labels: wordByWord(({ labels }, word) => labels[word] ?? UNKNOWN),
    upos: wordByWord(({ upos }, word) => upos[word] ?? UNKNOWN),
    xpos: wordByWord(({ xpos }, word) => xpos[word] ?? UNKNOWN),
  };
}

/** The values in random order (Fisher and Yates). */
function shuffled<Value>(values: readonly Value[], random: () => number): readonly Value[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const place = Math.floor(random() * (last + 1));
    [order[last], order[place]] = [order[place] as Value, order[last] as Value];
  }
  return order;
}
