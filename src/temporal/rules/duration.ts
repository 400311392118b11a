/**
 * Stretches of time. "two weeks" P2W · "month-long" P1M · "a 10-year plan" P10Y · "36 hours" PT36H · "several years" PXY · "for decades" PXD10 ·
 * "the last three months" P3M · "recent weeks" PXW. Ages ("6-year-old", "aged 5") and "a second chance" are none.
 */
import { COUNT, GAP, numberOf, VAGUE_COUNT } from '../patterns.ts';
import {
  ANCHOR,
  NO_REFERENCE,
  patternFamily,
  type Reading,
  type RuleMatch,
  type ValueReading,
} from '../rule.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'duration/counted': 'it tells how long something lasts, not when',
  'duration/from-now': 'it is a stretch of that length next to the anchor',
};
const ADJECTIVE_REASONS = {
  'duration/adjective': 'it tells how long something lasts, not when',
};
const YEAR_REASONS = {
  'duration/year-ended': 'twelve months that are no year of the calendar',
};
const VAGUE_REASONS = {
  'duration/vague': 'it tells roughly how long, not when',
};

const CODES: Readonly<Record<string, string>> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  night: 'D',
  day: 'D',
  week: 'W',
  weekend: 'W',
  fortnight: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'E',
  century: 'C',
  season: 'M',
  semester: 'M',
};
const NAMES =
  'seconds?|minutes?|hours?|days?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)';
const LEAD = String.raw`(?:(?:the|these|those|his|her|its|their|our)${GAP})?(?<lead>last|past|next|coming|previous|first|final|recent|preceding|following|ensuing)${GAP}`;

const PATTERN = new RegExp(
  String.raw`\b(?:${LEAD})?(?<count>${COUNT}|${VAGUE_COUNT})(?:${GAP}(?:(?:full|whole|entire|straight|consecutive|business|working|trading|solid|long|more|calendar|fiscal|and${GAP}a${GAP}half)${GAP})*|-)(?<unit>${NAMES})(?<adjective>-long|${GAP}long)?(?<tail>${GAP}and${GAP}a${GAP}half)?\b(?!['’]?[-\s]olds?\b|${GAP}(?:ago|old|earlier|later|of${GAP}age|hence|from${GAP}now)\b|-(?:old|ago|earlier))`,
  'dgi',
);
const ADJECTIVE =
  /\b(?:(?<half>half)[- ])?(?<unit>second|minute|hour|day|week|weekend|month|year|decade|century)[- ]?long\b/dgi;
const UNITS = 'seconds|minutes|hours|days|weeks|months|years|decades|centuries';
const NOT_SHIFTED = `(?!${GAP}(?:ago|earlier|later))`;
const RECENT = new RegExp(
  `\\b(?:(?:the|these)${GAP})?(?:recent|past|last|coming|next)${GAP}(?<unit>${UNITS})\\b${NOT_SHIFTED}`,
  'dgi',
);
const BARE = new RegExp(
  `\\b(?:for|over|in|through|after|within|many)${GAP}(?<span>(?:the${GAP})?(?<unit>${UNITS}))\\b${NOT_SHIFTED}`,
  'dgi',
);

/** "$2 million a year", "24 hours a day": a rate is no duration. */
const RATE_BEFORE =
  /(?:[$£€]\s?[\d.,]+|\b(?:hundred|thousand|million|billion|trillion|percent|hours|days|times|tons|barrels|dollars|cents|miles)|%)\s+$/i;
/** "60 Minutes" is a programme. */
const TITLE = /^\d+\s[A-Z]/;

/** "three quarters" is a fraction unless the words say that one quarter follows another. */
const CONSECUTIVE = /\b(?:straight|consecutive|full|fiscal|calendar)\b/i;

/** `P` and a count: decades as tens of years, centuries as hundreds, clock units behind `T`. */
export function durationValue(count: number | 'X', unitName: string): string {
  const name = unitName.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '');
  const code = CODES[name] ?? 'D';
  if (count === 'X') return code.startsWith('T') ? `PTX${code[1]}` : `PX${code}`;
  const factor = name === 'decade' ? 10 : name === 'century' ? 100 : name === 'fortnight' ? 2 : 1;
  const unit = name === 'decade' || name === 'century' ? 'Y' : code;
  const number = String(count * factor);
  return unit.startsWith('T') ? `PT${number}${unit[1]}` : `P${number}${unit}`;
}

const value = (text: string, rule: string, confidence: number): ValueReading => ({
  kind: 'value',
  type: 'DURATION',
  value: text,
  rule,
  direction: null,
  reference: NO_REFERENCE,
  confidence,
});

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
    const reading = value(
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

export const durationAdjective = patternFamily(
  'duration-adjective',
  ADJECTIVE_REASONS,
  ADJECTIVE,
  ({ groups }) =>
    value(
      durationValue(groups['half'] === undefined ? 1 : 0.5, groups['unit'] ?? ''),
      'duration/adjective',
      0.9,
    ),
);

const vague = ({ groups }: RuleMatch): Reading =>
  value(durationValue('X', groups['unit'] ?? ''), 'duration/vague', 0.5);

export const durationRecent = patternFamily('duration-recent', VAGUE_REASONS, RECENT, vague);
const SPAN_OF_YEAR = new RegExp(`\\bthe${GAP}(?:fiscal${GAP})?year(?=${GAP}(?:ended|ending)\\b)`, 'dgi');

/** "the year ended Sept. 30": twelve months that are no year of the calendar. */
export const durationOfYear = patternFamily('duration-of-year', YEAR_REASONS, SPAN_OF_YEAR, () =>
  value('P1Y', 'duration/year-ended', 0.7),
);

export const durationBare = patternFamily('duration-bare', VAGUE_REASONS, BARE, vague);
