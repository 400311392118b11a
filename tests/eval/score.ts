import type { TimexType } from '../../src/domain/time/timex.ts';
import { type Alignment, align } from './align.ts';
import type { Annotation } from './read-gold.ts';

/** An annotation by the resolver, with the rule that made it where a rule did. */
export interface Prediction extends Annotation {
  readonly rule?: string;
}

/** Gold and predictions of one document. */
export interface Answer {
  readonly id: string;
  readonly gold: readonly Annotation[];
  readonly predicted: readonly Prediction[];
}

/** All fractions are 0–1; a fraction of nothing is 0. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The TempEval-3 measure (UzZaman and others, 2013), micro-averaged over documents. */
export interface Score {
  readonly gold: number;
  readonly predicted: number;
  readonly strict: Rates;
  readonly relaxed: Rates;
  /** Relaxed F1 times the share of pairs with equal values, among pairs whose annotation has a value. */
  readonly valueF1: number;
  readonly valueAccuracy: number;
  /** Relaxed F1 times the share of pairs with equal types. */
  readonly typeF1: number;
  readonly typeAccuracy: number;
}

/** DATE and TIME: the types that name a span of the calendar. */
export const DATE_AND_TIME: readonly TimexType[] = ['DATE', 'TIME'];

/** The scores of some answers. With `types`, annotations and predictions of other types are ignored. */
export function scoreAnswers(answers: readonly Answer[], types?: readonly TimexType[]): Score {
  const seen = ({ type }: Annotation): boolean => types?.includes(type) ?? true;
  return scoreOf(answers.map(({ gold, predicted }) => align(gold.filter(seen), predicted.filter(seen))));
}

/** Whether the two values are equal, compared as they are written. */
export const isRight = (gold: Annotation, predicted: Annotation): boolean => gold.value === predicted.value;

function scoreOf(alignments: readonly Alignment[]): Score {
  const pairs = alignments.flatMap((alignment) => alignment.pairs);
  const valued = pairs.filter(({ gold }) => gold.value !== null);
  const gold = pairs.length + sum(alignments.map(({ missed }) => missed.length));
  const predicted = pairs.length + sum(alignments.map(({ spurious }) => spurious.length));
  const relaxed = ratesOf(pairs.length, predicted, gold);
  const valueAccuracy = share(
    valued.filter((pair) => isRight(pair.gold, pair.predicted)).length,
    valued.length,
  );
  const typeAccuracy = share(
    pairs.filter((pair) => pair.gold.type === pair.predicted.type).length,
    pairs.length,
  );
  return {
    gold,
    predicted,
    strict: ratesOf(pairs.filter(({ exact }) => exact).length, predicted, gold),
    relaxed,
    valueF1: relaxed.f1 * valueAccuracy,
    valueAccuracy,
    typeF1: relaxed.f1 * typeAccuracy,
    typeAccuracy,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const ratesOf = (hits: number, predicted: number, gold: number): Rates => ({
  precision: share(hits, predicted),
  recall: share(hits, gold),
  f1: share(2 * hits, predicted + gold),
});
