import { align } from './align.ts';
import type { Annotation } from './read-gold.ts';
import { type Answer, isRight } from './score.ts';

export type ErrorKind = 'missed' | 'spurious' | 'wrong value';

/** Errors of one kind at one wording, in lower case with single spaces. */
export interface ErrorGroup {
  readonly kind: ErrorKind;
  readonly wording: string;
  /** A line for each error: its place, the annotation, the prediction. */
  readonly errors: readonly string[];
}

interface FoundError {
  readonly kind: ErrorKind;
  readonly wording: string;
  readonly line: string;
}

const KINDS: readonly ErrorKind[] = ['missed', 'spurious', 'wrong value'];

/** All errors, kind by kind, the most frequent wordings first. */
export function groupErrors(answers: readonly Answer[]): readonly ErrorGroup[] {
  const groups = new Map<string, ErrorGroup & { errors: string[] }>();
  for (const { kind, wording, line } of answers.flatMap(errorsOf)) {
    const group = groups.get(`${kind} ${wording}`) ?? { kind, wording, errors: [] };
    group.errors.push(line);
    groups.set(`${kind} ${wording}`, group);
  }
  return [...groups.values()].sort(
    (one, other) =>
      KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
      other.errors.length - one.errors.length ||
      (one.wording < other.wording ? -1 : 1),
  );
}

function errorsOf({ id, gold, predicted }: Answer): FoundError[] {
  const { pairs, missed, spurious } = align(gold, predicted);
  const wrong = pairs.filter((pair) => pair.gold.value !== null && !isRight(pair.gold, pair.predicted));
  return [
    ...missed.map((one) => errorAt('missed', id, one, meaning(one))),
    ...spurious.map((one) => errorAt('spurious', id, one, meaning(one))),
    ...wrong.map((pair) =>
      errorAt('wrong value', id, pair.gold, `${meaning(pair.gold)}, predicted ${predictionOf(pair)}`),
    ),
  ];
}

const errorAt = (kind: ErrorKind, id: string, { start, text }: Annotation, what: string): FoundError => ({
  kind,
  wording: squeezed(text),
  line: `${id}:${start} ${what}`,
});

const squeezed = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

const meaning = ({ type, value }: Annotation): string => `${type} ${value ?? 'without a value'}`;

const predictionOf = ({ predicted, exact }: { predicted: Annotation; exact: boolean }): string =>
  exact ? meaning(predicted) : `${meaning(predicted)} for "${squeezed(predicted.text)}"`;
