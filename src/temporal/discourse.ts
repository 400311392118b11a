import { type Period, type PeriodUnit, widen } from '../domain/time/period.ts';

/** A period that the text has named, with the place where it did. */
export interface Mentioned {
  readonly period: Period;
  readonly start: number;
  readonly end: number;
}

const FINEST_FIRST: readonly PeriodUnit[] = [
  'DAY',
  'WEEKEND',
  'WEEK',
  'MONTH',
  'QUARTER',
  'SEASON',
  'HALF',
  'YEAR',
  'DECADE',
  'CENTURY',
];

/** What a text has mentioned so far, in text order: the ground for "the same week", "a year earlier", "that day". */
export class Discourse {
  readonly #lastByUnit = new Map<PeriodUnit, Mentioned>();
  #last: Mentioned | undefined;

  add(mentioned: Mentioned): void {
    this.#last = mentioned;
    this.#lastByUnit.set(mentioned.period.unit, mentioned);
  }

  /** The period named last, of whatever unit. */
  last(): Mentioned | undefined {
    return this.#last;
  }

  /** The last period that was named as this very unit. */
  lastNamed(unit: PeriodUnit): Mentioned | undefined {
    return this.#lastByUnit.get(unit);
  }

  /** The last period of a unit, or the last finer one seen as a period of that unit: after "on Friday", that Friday's week. */
  lastOf(unit: PeriodUnit): Mentioned | undefined {
    const found = FINEST_FIRST.slice(0, FINEST_FIRST.indexOf(unit) + 1)
      .map((finer) => this.#lastByUnit.get(finer))
      .reduce((last, next) => ((next?.start ?? -1) > (last?.start ?? -1) ? next : last), undefined);
    return found === undefined ? undefined : { ...found, period: widen(found.period, unit) };
  }
}
