/** Pieces of regular expressions that several families share. All are used with the flag `i` unless they say otherwise. */

/** White space inside an expression: it may wrap over one line break, never over a blank line. */
export const GAP = String.raw`(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)`;

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export const WEEKDAY = WEEKDAYS.join('|');

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const MONTH_SHORT = String.raw`jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec`;
export const MONTH = String.raw`(?:${MONTHS.join('|')}|(?:${MONTH_SHORT})\b\.?)`;

/** 1–12 from a month's name or abbreviation. */
export const monthNumberOf = (name: string): number =>
  MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

/** The seasons by their place in the year, which begins with spring. */
export const SEASON_NUMBERS: Readonly<Record<string, number>> = {
  spring: 0,
  summer: 1,
  fall: 2,
  autumn: 2,
  winter: 3,
};

export const UNIT = 'day|week|weekend|month|quarter|year|decade|century';

const SMALL_NUMBERS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;

const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

const SMALL = SMALL_NUMBERS.join('|');
export const NUMBER_WORD = String.raw`(?:(?:${TENS.join('|')})(?:[- ](?:${SMALL}))?|(?:${SMALL})(?:teen)?)`;

/** A count before a unit: `3`, `1,500`, `2.5`, `three`, `twenty-one`, `a`, `a couple of`, `half a dozen`. */
export const COUNT = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?|${NUMBER_WORD}|a${GAP}couple${GAP}of|half${GAP}a${GAP}dozen|a${GAP}dozen|an?)`;

/** A count that gives no number: `several`, `a few`, `many`. */
export const VAGUE_COUNT = String.raw`(?:several|a${GAP}few|few|some|many|a${GAP}number${GAP}of|dozens${GAP}of|scores${GAP}of|hundreds${GAP}of|thousands${GAP}of)`;

/** "three" → 3, "twenty-one" → 21, "a" → 1; undefined for anything that is no count. */
export function numberOf(text: string): number | undefined {
  const words = text
    .toLowerCase()
    .replaceAll(',', '')
    .trim()
    .split(/[\s-]+/);
  const joined = words.join(' ');
  if (/^\d+(?:\.\d+)?$/.test(joined)) return Number(joined);
  if (joined === 'a' || joined === 'an') return 1;
  if (joined === 'a couple of') return 2;
  if (joined === 'half a dozen') return 6;
  if (joined === 'a dozen') return 12;
  let sum = 0;
  for (const word of words) {
    const small = SMALL_NUMBERS.indexOf(word as (typeof SMALL_NUMBERS)[number]);
    const ten = TENS.indexOf(word as (typeof TENS)[number]);
    if (small < 0 && ten < 0) return undefined;
    sum += small >= 0 ? small + 1 : (ten + 2) * 10;
  }
  return sum;
}
