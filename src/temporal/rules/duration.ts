/**
 * Stretches of time. "two weeks" P2W · "a 10-year plan" P10Y · "36 hours" PT36H · "several years" PXY ·
 * "the last three months" P3M. Ages ("6-year-old", "aged 5") and "a second chance" are none.
 */
import { durationReading, durationValue } from '../duration-value.ts';
import { COUNT, GAP, numberOf, VAGUE_COUNT } from '../patterns.ts';
import { ANCHOR, patternFamily, type Reading } from '../rule.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'duration/counted': 'it tells how long something lasts, not when',
  'duration/from-now': 'it is a stretch of that length next to the anchor',
};
const NAMES =
  'seconds?|minutes?|hours?|days?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)';
const LEAD = String.raw`(?:(?:the|these|those|his|her|its|their|our)${GAP})?(?<lead>last|past|next|coming|previous|first|final|recent|preceding|following|ensuing)${GAP}`;

const PATTERN = new RegExp(
  String.raw`\b(?:${LEAD})?(?<count>${COUNT}|${VAGUE_COUNT})(?:${GAP}(?:(?:full|whole|entire|straight|consecutive|business|working|trading|solid|long|more|calendar|fiscal|and${GAP}a${GAP}half)${GAP})*|-)(?<unit>${NAMES})(?<adjective>-long|${GAP}long)?(?<tail>${GAP}and${GAP}a${GAP}half)?\b(?!['’]?[-\s]olds?\b|${GAP}(?:ago|old|earlier|later|of${GAP}age|hence|from${GAP}now)\b|-(?:old|ago|earlier))`,
  'dgi',
);
/** "$2 million a year", "24 hours a day": a rate is no duration. */
const RATE_BEFORE =
  /(?:[$£€]\s?[\d.,]+|\b(?:hundred|thousand|million|billion|trillion|percent|hours|days|times|tons|barrels|dollars|cents|miles)|%)\s+$/i;
/** "60 Minutes" is a programme. */
const TITLE = /^\d+\s[A-Z]/;

/** "three quarters" is a fraction unless the words say that one quarter follows another. */
const CONSECUTIVE = /\b(?:straight|consecutive|full|fiscal|calendar)\b/i;

export const duration = patternFamily(
  'duration',
  REASONS,
  PATTERN,
  ({ groups, start, text: whole }, { text }): Reading | null => {
    const { count = '', unit = '', lead, tail, adjective } = groups;
    if (/^an?$/i.test(count) && (/^second$/i.test(unit) || adjective !== undefined)) return null;
    if (/^quarter/i.test(unit) && lead === undefined && !CONSECUTIVE.test(whole)) return null;
    if (/^an?$/i.test(count) && RATE_BEFORE.test(text.slice(Math.max(0, start - 24), start))) return null;
    if (TITLE.test(whole)) return null;
    const number = numberOf(count);
    const half = tail !== undefined || /and\s+a\s+half/i.test(whole) ? 0.5 : 0;
    const reading = durationReading(
      durationValue(number === undefined ? 'X' : number + half, unit),
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
