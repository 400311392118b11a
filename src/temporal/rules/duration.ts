/**
 * Lengths of time. "two weeks" P2W · "a 10-year plan" P10Y · "36 hours" PT36H · "several years" PXY · "10 to 15 years" P10Y.
 * "two and a half years" P2Y6M · "the last three months" P3M · "45 secs" PT45S · "four years older" P4Y. Rates are sets:
 * "$30 a year" P1Y. Ages ("6-year-old", "aged 5"), "24 hours a day" and "a second chance" are neither.
 */

import { ANCHOR, patternFamily, type Reading } from '../rule.ts';
import { durationReading, durationValue } from '../values/duration-value.ts';
import { COUNT, numberOf, VAGUE_COUNT } from '../values/numbers.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'duration/counted': 'it tells how long something lasts, not when',
  'duration/rate': 'it tells how often something is counted',
  'duration/from-now': 'it is a span of that length next to the anchor',
};
const NAMES =
  'seconds?|minutes?|hours?|days?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)';
const SHORT = '(?:sec|min|hr|wk|yr)s?';
const LEAD = String.raw`(?:(?:the|these|those|his|her|its|their|our)${GAP})?(?<lead>last|past|next|coming|previous|first|final|recent|preceding|following|ensuing)${GAP}`;
const AND_A_HALF = String.raw`(?:(?:${GAP}|-)and(?:${GAP}|-)a(?:${GAP}|-)half|${GAP}1/2)`;
const UPPER = String.raw`(?:(?:-?${GAP}|-)(?:to|or)(?:${GAP}|-)|[-–])(?:\d{1,4}|${COUNT})`;
const BETWEEN =
  'full|whole|entire|straight|consecutive|business|working|trading|solid|long|more|calendar|fiscal';
const NO_DURATION = String.raw`(?!['’]?[-\s]olds?\b|${GAP}(?:ago|old|earlier|later|of${GAP}age|hence|from${GAP}now|a${GAP}(?:day|week))\b|-(?:old|ago|earlier|over|on|to)\b)`;

const PATTERN = new RegExp(
  String.raw`\b(?:${LEAD})?(?<count>${COUNT}|${VAGUE_COUNT})(?:${UPPER})?(?<half>${AND_A_HALF})?(?:${GAP}(?:(?:${BETWEEN})${GAP})*|-|(?=${SHORT}\b))(?<unit>${NAMES}|${SHORT})(?<adjective>-long|${GAP}long)?(?<tail>${AND_A_HALF})?(?:${GAP}or${GAP}(?:so|two))?\b${NO_DURATION}`,
  'dgi',
);
/** "$2 million a year", "500 barrels of oil a day": the words before a rate. */
const RATE_BEFORE =
  /(?:[$£€]\s?[\d.,]+|%|\b(?:percent|times)|\b(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|trillion)(?:\s+(?!(?:in|for|within|after|to|by|over|than|from|during|about|nearly|almost|under|or|and|at|is|was)\b)[a-z-]+){0,3})\s+$/i;
const RATE_REACH = 48;
/** "24 hours a day" is always, and "three a week after the fire" is no rate. */
const ALWAYS = /\b(?:hours|days)\s+$/i;
const RATE_AFTER = /^\s+(?:after|before|from|into)\b/;
const MODAL_BEFORE = /\b(?:will|would|may|might|could|can|must)\s+$/;
/** "60 Minutes" is a programme. */
const TITLE = /^\d+\s[A-Z]/;
/** "the 2013 fiscal year" is that year. */
const YEAR_NUMBER = /^(?:19|20)\d\d$/;
/** "three quarters" is a fraction unless the words say that one quarter follows another. */
const CONSECUTIVE = /\b(?:straight|consecutive|full|fiscal|calendar)\b/i;

export const duration = patternFamily(
  REASONS,
  PATTERN,
  ({ groups, start, end, text: whole }, { text }): Reading | null => {
    const { count = '', unit = '', lead, half, tail, adjective } = groups;
    if (/^an?$/i.test(count) && (/^second$/i.test(unit) || adjective !== undefined)) return null;
    const before = text.slice(Math.max(0, start - RATE_REACH), start);
    if (/^an?$/i.test(count) && RATE_BEFORE.test(before) && !RATE_AFTER.test(text.slice(end, end + 8)))
      return ALWAYS.test(before)
        ? null
        : { ...durationReading(durationValue(1, unit), 'duration/rate', 0.4), type: 'SET' };
    if (/^one\s+day$/i.test(whole) && MODAL_BEFORE.test(before)) return null;
    if (TITLE.test(whole) || YEAR_NUMBER.test(count)) return null;
    const number = numberOf(count);
    if (/^quarter/i.test(unit) && number !== undefined && lead === undefined && !CONSECUTIVE.test(whole))
      return null;
    const more = half === undefined && tail === undefined ? 0 : 0.5;
    const reading = durationReading(
      durationValue(number === undefined ? 'X' : number + more, unit),
      'duration/counted',
      number === undefined ? 0.6 : 0.9,
    );
    if (lead === undefined) return reading;
    return {
      ...reading,
      direction: /next|coming|following/i.test(lead) ? 'FUTURE' : 'PAST',
      reference: ANCHOR,
      rule: 'duration/from-now',
    };
  },
);
