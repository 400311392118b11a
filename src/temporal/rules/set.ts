/**
 * Times that recur. "every day" P1D · "daily" P1D · "each year" P1Y · "every Friday" XXXX-WXX-5 · "each July" XXXX-07.
 * "twice a week" P1W · "every two years" P2Y · "$30 per month" P1M · "annually" P1Y.
 */

import {
  MONTH_NAMES,
  monthNumberOf,
  seasonNumberOf,
  weekdayNumberOf,
} from '../../domain/time/calendar-names.ts';
import { SEASON_CODES } from '../../domain/time/timex.ts';
import { NO_REFERENCE, patternFamily, type Reading } from '../rule.ts';
import { TIME_OF_DAY, timeOfDayCode } from '../values/clock-reading.ts';
import { durationValue } from '../values/duration-value.ts';
import { COUNT, numberOf } from '../values/numbers.ts';
import { GAP, SEASON, WEEKDAY } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'set/recurring': 'it recurs and is no single time',
};

const UNITS = `second|minute|hour|day|week|weekend|month|quarter|year|decade|century|night|${SEASON}`;
const PATTERN = new RegExp(
  String.raw`\b(?:every|each)${GAP}(?:(?<count>${COUNT}|other|single)${GAP})?(?:(?<month>${MONTH_NAMES.join('|')})|(?<unit>${UNITS})s?|(?<weekday>${WEEKDAY})(?:${GAP}(?<time>${TIME_OF_DAY}))?|(?<part>morning|afternoon|evening))\b|` +
    String.raw`(?:once|twice|(?:${COUNT})${GAP}times)${GAP}(?:an?|per|each|every)${GAP}(?<rate>${UNITS})\b|\bper${GAP}(?<per>minute|hour|day|night|week|month|quarter|season|year)\b|(?<=\b(?:on|at|most)${GAP})(?<plural>weekends|weekdays)\b|\b(?<adverb>daily|nightly|weekly|monthly|yearly|annually|hourly|biweekly|bimonthly)\b`,
  'dgi',
);
const ADVERBS: Readonly<Record<string, string>> = {
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  yearly: 'P1Y',
  annually: 'P1Y',
  hourly: 'PT1H',
  biweekly: 'P2W',
  bimonthly: 'P2M',
};

const setOf = (value: string): Reading => ({
  kind: 'value',
  type: 'SET',
  value,
  rule: 'set/recurring',
  direction: null,
  reference: NO_REFERENCE,
  confidence: 0.8,
});

export const set = patternFamily(REASONS, PATTERN, ({ groups }) => {
  const { count, month, unit, weekday, time, part, rate, per, adverb, plural } = groups;
  if (adverb !== undefined)
    return /^[A-Z](?!nnually)/.test(adverb) ? null : setOf(ADVERBS[adverb.toLowerCase()] ?? 'P1D');
  if (plural !== undefined) return setOf(/weekends/i.test(plural) ? 'XXXX-WXX-WE' : 'XXXX-WXX-WD');
  if (month !== undefined) return setOf(`XXXX-${String(monthNumberOf(month)).padStart(2, '0')}`);
  if (weekday !== undefined)
    return setOf(`XXXX-WXX-${weekdayNumberOf(weekday)}${time === undefined ? '' : timeOfDayCode(time)}`);
  if (part !== undefined) return setOf(`XXXX-XX-XX${timeOfDayCode(part)}`);
  const name = (rate ?? per ?? unit ?? 'day').toLowerCase();
  const season = seasonNumberOf(name);
  if (season !== undefined) return setOf(`XXXX-${SEASON_CODES[season]}`);
  const every =
    count === undefined || /single/i.test(count) ? 1 : /other/i.test(count) ? 2 : (numberOf(count) ?? 1);
  return setOf(durationValue(every, name));
});
