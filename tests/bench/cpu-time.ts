/**
 * CPU time of some work in milliseconds, on all threads of this process. Other programs on the
 * machine slow the work down but hardly change this number.
 */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The median of some measurements, and the ends. */
export function spreadOf(measurements: readonly number[]): Spread {
  const sorted = measurements.toSorted((one, other) => one - other);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), min: at(0), max: at(sorted.length - 1) };
}

/** `1.05 (0.98–1.12)`. */
export const spreadText = ({ median, min, max }: Spread, digits: number): string =>
  `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
