/**
 * Clock times by name, and clock times of four digits with their zone.
 * "12 noon" T12:00 · "midnight Friday" T24:00 of that Friday · "0900 GMT" and "09:00GMT" T09:00.
 */

import { patternFamily } from '../rule.ts';
import { clockReading, timeOfDayCode } from '../values/clock-reading.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'named-clock': 'a clock time alone belongs to the day that the text named last, or to the anchor',
};

const PATTERN = new RegExp(
  String.raw`\b(?:at|by|until|till|around|about|before|after|from)\s(?<span>(?:12${GAP})?(?<name>noon|midnight|midday))\b|\b12${GAP}(?<twelve>noon|midnight)\b|` +
    String.raw`(?<![\d.,:$£€])\b(?<hour>[01]\d|2[0-3])[:.]?(?<minute>[0-5]\d)${GAP}?(?:GMT|UTC|EST|EDT|CET|CEST|BST|MSK|hours|hrs|local${GAP}time)\b`,
  'dg',
);

export const namedClock = patternFamily(REASONS, PATTERN, ({ groups }, context) => {
  const { twelve, name = twelve, hour, minute } = groups;
  const time = name === undefined ? `T${hour}:${minute}` : timeOfDayCode(name);
  return clockReading(time, 'named-clock', context);
});
