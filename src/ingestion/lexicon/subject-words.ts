import type { Static } from 'typebox';
import type { SubjectsFileSchema } from './lexicon-schema.ts';

/** Points of a word that says the subject by itself, and of one that also belongs to other stories. */
const STRONG = 2;
const WEAK = 1;
/** Points that a sentence needs. */
const ENOUGH = 2;

/** By lemma, the points that a word gives to subjects. Subjects are numbered as in their file. */
export interface SubjectWords {
  readonly ids: readonly string[];
  readonly points: ReadonlyMap<string, readonly (readonly [subject: number, points: number])[]>;
}

export function subjectWordsOf(subjects: Static<typeof SubjectsFileSchema>['subjects']): SubjectWords {
  const points = new Map<string, [number, number][]>();
  const add = (lemma: string, subject: number, given: number): void => {
    points.set(lemma, [...(points.get(lemma) ?? []), [subject, given]]);
  };
  for (const [subject, { strong, weak }] of subjects.entries()) {
    for (const lemma of strong) add(lemma, subject, STRONG);
    for (const lemma of weak) add(lemma, subject, WEAK);
  }
  return { ids: subjects.map(({ id }) => id), points };
}

/** The subject that some words speak for, each word counted once: "The *judge* read the *verdict*" → `courts`; null for none. */
export function subjectOfWords({ ids, points }: SubjectWords, lemmas: Iterable<string>): string | null {
  const sums = new Array<number>(ids.length).fill(0);
  for (const lemma of new Set(lemmas))
    for (const [subject, given] of points.get(lemma) ?? []) sums[subject] = (sums[subject] ?? 0) + given;
  const most = Math.max(...sums);
  return most >= ENOUGH ? (ids[sums.indexOf(most)] ?? null) : null;
}
