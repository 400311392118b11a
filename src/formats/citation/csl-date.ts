import type { EventDate } from '../../domain/time/event-date.ts';

/** A date in CSL-JSON 1.0.2. */
interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
  /** From 1 (spring) to 4 (winter). */
  readonly season?: number;
  readonly circa?: true;
}

const MONTHS_OF_SEASON = 3;

/**
 * An event's date in CSL-JSON, as fine as its EDTF: 2014 → `[[2014]]`, `2021-10/2021-12` → `[[2021,10],[2021,12]]`, summer
 * 2020 → `[[2020]]` with season 2. Null where an end is open.
 */
export function cslDateOf({ edtf, precision, earliest, latest }: EventDate): CslDate | null {
  if (earliest === null || latest === null) return null;
  const [from, to] = [partsIn(edtf.replace(/\/.*/, ''), '0'), partsIn(edtf.replace(/.*\//, ''), '9')];
  const [year = 0, month = 0] = from;
  if (precision === 'SEASON') return { 'date-parts': [[year]], season: month / MONTHS_OF_SEASON };
  const isOne = from.join() === to.join();
  return { 'date-parts': isOne ? [from] : [from, to], ...(/[~%]/.test(edtf) && { circa: true }) };
}

/** `2021-12~` → `[2021, 12]`. A digit that is not given (`199X`) is the first or the last that it can be. */
const partsIn = (end: string, digit: '0' | '9'): readonly number[] =>
  end
    .replace(/[?~%]$/, '')
    .replaceAll('X', digit)
    .split('-')
    .map(Number);
