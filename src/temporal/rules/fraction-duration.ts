/**
 * Halves and quarters of a unit. "half an hour" PT30M · "a half-century" P50Y · "half a year" P6M · "a quarter of a
 * century" P25Y · "a quarter-hour" PT15M.
 */

import { patternFamily, type Reading } from '../rule.ts';
import { durationReading } from '../values/duration-value.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'fraction-duration': 'it tells how long something lasts, as a part of a longer unit',
};

const HALVES: Readonly<Record<string, string>> = {
  hour: 'PT30M',
  day: 'PT12H',
  year: 'P6M',
  decade: 'P5Y',
  century: 'P50Y',
};
const QUARTERS: Readonly<Record<string, string>> = { hour: 'PT15M', century: 'P25Y' };

const PATTERN = new RegExp(
  String.raw`\b(?:(?:a${GAP})?half(?:${GAP}an?${GAP}|-|${GAP})(?<half>hour|day|year|decade|century)|(?:a${GAP})?quarter(?:${GAP}of${GAP}an?${GAP}|-|${GAP})(?<quarter>hour|century))\b(?![-\s]old\b|-?long\b)`,
  'dgi',
);

export const fractionDuration = patternFamily(REASONS, PATTERN, ({ groups }): Reading | null => {
  const { half, quarter } = groups;
  const value = half === undefined ? QUARTERS[(quarter ?? '').toLowerCase()] : HALVES[half.toLowerCase()];
  return value === undefined ? null : durationReading(value, 'fraction-duration', 0.9);
});
