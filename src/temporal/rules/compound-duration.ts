/**
 * Lengths of time in two or three units. "1hr 4 mins" PT1H4M · "two years and three months" P2Y3M · "an hour and 20 minutes"
 * PT1H20M · "2h 5m 30s" PT2H5M30S.
 */

import { patternFamily, type Reading } from '../rule.ts';
import { durationReading, durationValue } from '../values/duration-value.ts';
import { COUNT, numberOf } from '../values/numbers.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'duration/compound': 'it tells how long something lasts, in several units',
};

/** The units from the longest to the shortest. A compound names them in this order, each at most once. */
const UNITS = ['year|yr', 'month', 'week|wk', 'day', 'hour|hr|h', 'minute|min|m', 'second|sec|s'];
const part = (index: number): string =>
  `(?<count${index}>${COUNT})(?:${GAP}|-)?(?<unit${index}>${UNITS.join('|')})s?`;
const NEXT = `(?:${GAP}?(?:,${GAP})?(?:and${GAP})?)`;
const PATTERN = new RegExp(
  `\\b${part(1)}\\b${NEXT}${part(2)}\\b(?:${NEXT}${part(3)}\\b)?(?!-?${GAP}?(?:old|ago|earlier|later|from${GAP}now|before|after)\\b|-)`,
  'dgi',
);
const SHORTEST: Readonly<Record<string, string>> = { h: 'hour', m: 'minute', s: 'second' };
const LETTER_AFTER_WORD = /^[a-z]+$/i;

const rankOf = (unit: string): number => UNITS.findIndex((names) => names.split('|').includes(unit));

export const compoundDuration = patternFamily(REASONS, PATTERN, ({ groups }): Reading | null => {
  const parts = [1, 2, 3].flatMap((index) => {
    const [count, unit] = [groups[`count${index}`], groups[`unit${index}`]?.toLowerCase()];
    return count === undefined || unit === undefined ? [] : [{ count, unit }];
  });
  if (parts.some(({ unit }, at) => rankOf(unit) <= rankOf(parts[at - 1]?.unit ?? ''))) return null;
  if (parts.some(({ count, unit }) => unit.length === 1 && LETTER_AFTER_WORD.test(count))) return null;
  const values = parts.map(({ count, unit }) =>
    durationValue(numberOf(count) ?? 'X', SHORTEST[unit] ?? unit).slice(1),
  );
  const [days, clock] = [values.filter((value) => !value.startsWith('T')), values.filter(isClock)];
  const time = clock.length === 0 ? '' : `T${clock.map((value) => value.slice(1)).join('')}`;
  return durationReading(`P${days.join('')}${time}`, 'duration/compound', 0.9);
});

const isClock = (value: string): boolean => value.startsWith('T');
