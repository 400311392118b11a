import { type Period, type PeriodUnit, widen } from '../domain/time/period.ts';

/** A period that the text has named, with the place of its words. */
export interface Mentioned {
  readonly period: Period;
  /** The part of the day or the clock time that the words name: `TNI` for "Monday night". */
  readonly time?: string | undefined;
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

/**
 * The periods that a text has named so far, in text order: "the same week", "a year earlier" and "that day" count from
 * them.
 */
export class Discourse {
  readonly #lastByUnit = new Map<PeriodUnit, Mentioned>();
  #last: Mentioned | undefined;

  add(mentioned: Mentioned): void {
    this.#last = mentioned;
    this.#lastByUnit.set(mentioned.period.unit, mentioned);
  }

  /** The period named last, of any unit. */
  last(): Mentioned | undefined {
    return this.#last;
  }

  /** The last period of exactly this unit. */
  lastNamed(unit: PeriodUnit): Mentioned | undefined {
    return this.#lastByUnit.get(unit);
  }

  /** The last period of a unit. A finer period counts for its unit: after "on Friday", the last week is that Friday's. */
  lastOf(unit: PeriodUnit): Mentioned | undefined {
    const found = FINEST_FIRST.slice(0, FINEST_FIRST.indexOf(unit) + 1)
      .map((finer) => this.#lastByUnit.get(finer))
      .reduce((last, next) => ((next?.start ?? -1) > (last?.start ?? -1) ? next : last), undefined);
    return found === undefined ? undefined : { ...found, period: widen(found.period, unit) };
  }
}
