/** Clock times with names. "at noon" T12:00 · "midnight Friday" T24:00 of that Friday · "by midday" T12:00. */
import { clockReading } from '../clock-reading.ts';
import { patternFamily } from '../rule.ts';
import { timeOfDayCode } from '../time-of-day.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'named-clock': 'a clock time alone belongs to the day the text spoke of last, or to the anchor',
};

const PATTERN =
  /\b(?:at|by|until|till|around|about|before|after|from)\s(?<span>(?<name>noon|midnight|midday))\b/dgi;

export const namedClock = patternFamily('named-clock', REASONS, PATTERN, ({ groups }, context) =>
  clockReading(timeOfDayCode(groups['name'] ?? ''), 'named-clock', context),
);
