import type { ConlluSentence } from '../../src/parsing/conllu.ts';
import { normalForm, TABLES, tableEntries } from '../../src/parsing/features.ts';
import type { WeightsHeader } from '../../src/parsing/weights.ts';

export type Vocabulary = Omit<WeightsHeader, 'matrices'>;

/** How often a form, an affix or a label stands in the training text before the net has a row for it. */
const LEAST = { form: 2, affix: 3, suffix4: 5, label: 15 };

/** Counts each value. */
function countsOf(values: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const frequent = (values: readonly string[], least: number): readonly string[] =>
  [...countsOf(values)]
    .filter(([, count]) => count >= least)
    .map(([value]) => value)
    .sort();

/** The tables, tags and labels of the training text. Rare labels lose their subtype: `nsubj:outer` is `nsubj`. */
export function vocabularyOf(sentences: readonly ConlluSentence[]): Vocabulary {
  const words = sentences.flatMap((sentence) => sentence.words);
  const entries = words.map((word) => tableEntries(word.form));
  const tables = TABLES.map((name, index) => {
    const least = name === 'form' || name === 'suffix4' ? LEAST[name] : LEAST.affix;
    return [
      name,
      [
        '',
        ...frequent(
          entries.map((entry) => entry[index] ?? ''),
          least,
        ),
      ],
    ] as const;
  });
  const labels = words.map(({ label }) => label);
  const whole = new Set(frequent(labels, LEAST.label));
  return {
    tables: Object.fromEntries(tables),
    upos: frequent(
      words.map(({ upos }) => upos),
      1,
    ),
    xpos: frequent(
      words.map(({ xpos }) => xpos),
      1,
    ),
    labels: [...new Set(labels.map((label) => knownLabel(label, whole)))].sort(),
  };
}

/** The label itself where the net knows it, else the label without its subtype. */
export const knownLabel = (label: string, known: { readonly has: (label: string) => boolean }): string =>
  known.has(label) ? label : (label.split(':')[0] ?? label);

export const formCounts = (sentences: readonly ConlluSentence[]): ReadonlyMap<string, number> =>
  countsOf(sentences.flatMap(({ words }) => words.map(({ form }) => normalForm(form))));
