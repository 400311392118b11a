/**
 * Decades and centuries. "1990s" and "the '90s" 199 · "the 70's" 197 · "the noughties" 200.
 * "the mid-eighties" 198 (MID) · "the 470s BC" BC047.
 * "the 19th century" 18 · "the fifth century BC" BC04.
 */
import type { PeriodUnit } from '../../domain/time/period.ts';
import { NO_REFERENCE, type PeriodReading, patternFamily } from '../rule.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'decade/written': 'the decade is written with its century',
  'decade/short': 'a decade in two digits belongs to the twentieth century',
  'decade/word': 'a decade in words belongs to the twentieth century, or it is the first of the twenty-first',
};
const CENTURY_REASONS = {
  'century/ordinal': 'the century is given by its number',
};

const WORDS = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];
const BC = String.raw`B\.C\.E\.|B\.C\.|BCE?`;
const DECADE = new RegExp(
  String.raw`(?:(?<![\w$£€.,])(?<full>1[0-9]\d0|20\d0)|(?<![\w$£€.,])(?<ancient>\d{1,2}0)(?=s${GAP}(?:${BC})(?!\w))|['’‘](?<short>[1-9]0))['’]?s\b(?!-)(?:(?<=\d0s)${GAP}(?:${BC})(?!\w))?|(?<=\b(?:the|mid|early|late)[\s-]|0['’]?s${GAP}(?:and|or|to|through)${GAP}(?:the${GAP})?['’‘]?)(?<bare>[2-9]0)['’]?s\b(?!-)|\b(?:the|mid|early|late)[\s-](?:roaring${GAP})?(?:(?<span>${WORDS.join('|')})|(?<noughties>noughties|aughts))\b`,
  'dgi',
);
/** "highs in the 60s", "scored in the 80s", "in his mid-40s" are degrees, points and ages. */
const MEASURE_BEFORE =
  /\b(?:highs?|lows?|temperatures?|degrees|scores?|scored|shot|rating|aged?|(?:in|into|of)\s+(?:his|her|their|my|your|our))\b[^.;]*$/i;
const REACH = 50;
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first'.split(
    ' ',
  );
const ORDINAL = String.raw`(?:\d{1,2}(?:st|nd|rd|th)|twenty-first|${ORDINALS.join('|')})`;
/** In "the 16th and 17th centuries" the first one lends its noun and era from the last one. */
const CENTURY = new RegExp(
  String.raw`\b(?:the${GAP})?(?<ordinal>${ORDINAL})(?:[\s-]+centur(?:y|ies)\b|(?=(?:,${GAP}${ORDINAL}){0,4}(?:,?${GAP}(?:and|or|to)${GAP}|${GAP}?[-–—]${GAP}?)(?:the${GAP})?${ORDINAL}[\s-]+centur(?:y|ies)\b(?<shared>${GAP}(?:${BC})(?!\w))?))(?<bc>${GAP}(?:${BC})(?!\w))?`,
  'dgi',
);

const read = (unit: PeriodUnit, index: number, rule: string, confidence: number): PeriodReading => ({
  kind: 'period',
  period: { unit, index },
  rule,
  direction: null,
  reference: NO_REFERENCE,
  confidence,
});

/** "the 1990s", "the mid-eighties". */
export const decade = patternFamily(REASONS, DECADE, ({ groups, start }, { text }) => {
  const { ancient, full, short, bare, span = '', noughties } = groups;
  if (ancient !== undefined) return read('DECADE', -Number(ancient) / 10, 'decade/written', 0.95);
  if (full !== undefined) return read('DECADE', Number(full) / 10, 'decade/written', 0.95);
  if (short !== undefined) return read('DECADE', 190 + Number(short) / 10, 'decade/short', 0.9);
  if (bare !== undefined)
    return MEASURE_BEFORE.test(text.slice(Math.max(0, start - REACH), start))
      ? null
      : read('DECADE', 190 + Number(bare) / 10, 'decade/short', 0.7);
  if (noughties !== undefined) return read('DECADE', 200, 'decade/word', 0.9);
  return read('DECADE', 192 + WORDS.indexOf(span.toLowerCase()), 'decade/word', 0.8);
});

/** "the 19th century". */
export const century = patternFamily(CENTURY_REASONS, CENTURY, ({ groups }) => {
  const ordinal = (groups['ordinal'] ?? '').toLowerCase();
  const number = Number.parseInt(ordinal, 10) || ORDINALS.indexOf(ordinal) + 1;
  return read(
    'CENTURY',
    (groups['bc'] ?? groups['shared']) === undefined ? number - 1 : -number,
    'century/ordinal',
    0.9,
  );
});
