import { GAP } from './patterns.ts';

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
/** "three", "twenty-one", "ninety". */
export const NUMBER_WORD = String.raw`(?:(?:${TENS.join('|')})(?:[- ](?:${SMALL}))?|(?:${SMALL})(?:teen)?)`;

const LARGE: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1e6 };

/** A count before a unit: `3`, `1,500`, `2.5`, `three`, `twenty-one`, `a`, `two hundred`, `a couple of`, `half a dozen`. */
export const COUNT = String.raw`(?:(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?|${NUMBER_WORD}|an?)(?:${GAP}(?:${Object.keys(LARGE).join('|')}))?|a${GAP}couple(?:${GAP}of)?|couple${GAP}of|half${GAP}a${GAP}dozen|a${GAP}dozen)`;

/** A count without a number: `several`, `a few`, `many`, `several hundred`. */
export const VAGUE_COUNT = String.raw`(?:several(?:${GAP}(?:hundred|thousand))?|a${GAP}few|few|some|many|a${GAP}number${GAP}of|(?:tens${GAP}of${GAP}thousands|dozens|scores|hundreds|thousands|millions)${GAP}of)`;

const FIXED: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  'a couple': 2,
  'a couple of': 2,
  'couple of': 2,
  'half a dozen': 6,
  'a dozen': 12,
};

/** "three" → 3, "twenty-one" → 21, "a" → 1, "two hundred" → 200; undefined for any other text. */
export function numberOf(text: string): number | undefined {
  const words = text
    .toLowerCase()
    .replaceAll(',', '')
    .trim()
    .split(/[\s-]+/);
  const joined = words.join(' ');
  if (joined in FIXED) return FIXED[joined];
  const factor = LARGE[words.at(-1) ?? ''];
  if (factor !== undefined && words.length > 1) return scaled(words.slice(0, -1).join(' '), factor);
  if (/^\d+(?:\.\d+)?$/.test(joined)) return Number(joined);
  let sum = 0;
  for (const word of words) {
    const small = SMALL_NUMBERS.indexOf(word as (typeof SMALL_NUMBERS)[number]);
    const ten = TENS.indexOf(word as (typeof TENS)[number]);
    if (small < 0 && ten < 0) return undefined;
    sum += small >= 0 ? small + 1 : (ten + 2) * 10;
  }
  return sum;
}

function scaled(count: string, factor: number): number | undefined {
  const number = numberOf(count);
  return number === undefined ? undefined : number * factor;
}
