/**
 * Years, decades and centuries. "in 2014" 2014 · "the 2014 invasion" 2014 · "1990s" 199 · "the mid-1980s" 198 (MID) · "the '90s" 199 ·
 * "the 19th century" 18 · "490 BC" BC0490 · "fiscal 1998" 1998. Not years: "1,500", "$2000", "2000 troops", "Flight 1999", "No. 1914".
 */
import type { Period } from '../../domain/period.ts';
import { GAP } from '../patterns.ts';
import { type Family, NO_REFERENCE, type PeriodReading, patternFamily, type Reading } from '../rule.ts';

const FISCAL = String.raw`(?:the${GAP})?(?:fiscal|academic|school|crop|marketing|calendar|tax)(?:${GAP}year)?${GAP}`;
const YEAR_PATTERN = new RegExp(
  String.raw`(?<![\w.,$£€#/:+-])(?<fiscal>${FISCAL})?(?<year>1[0-9]\d\d|20\d\d)(?:[-–/](?<to>\d\d(?:\d\d)?))?(?![\w%/]|[.,:]\d|-(?:\w+)-|-\d)|\b(?:mid|pre|post)-(?<span>1[0-9]\d\d|20\d\d)(?![\w%])`,
  'dgiu',
);

/** Words after which a four-digit number is a count or a name. */
const COUNT_BEFORE =
  /(?:[$£€#№]|\b(?:no|nos|number|page|pages|flight|boeing|airbus|route|highway|section|room|channel|model|article|resolution|windows|about|some|nearly|almost|than|least|over|most|roughly|approximately|up\s+to|under|only|just|estimated|total|all|those|these|their|his|its|another|other)\.?)\s*$/iu;
/** Words that a count counts; "the 1988 elections" has an article before it and is a year all the same. */
const COUNTED_AFTER =
  /^\s+(?:(?:hundred|thousand|million|billion|percent|per\s+cent|points?|dollars?|euros?|pounds?|yen|miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot|tons?|tonnes?|acres?|people|troops|soldiers|men|women|jobs|employees|workers|shares|units|cars|deaths|casualties|prisoners|votes|others|more|or\s+more|rpm|hours?|days?|weeks?|months?|years?|times|pages|members|students|children|residents|families|homes|houses|cases|hp|watts?|mph|calories|GMT|EST|UTC|local)\b)/iu;
const PLURAL_AFTER = /^\s+(?:[a-z]+\s+)?[a-z]{3,}[^s\W]s\b/u;
const YEAR_BEFORE =
  /\b(?:in|since|of|by|from|until|till|during|the|for|to|and|or|between|before|after|early|mid|late|later|year|years|through|around|about|circa|ca\.?|summer|spring|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|than|as|on|end|ending|ended|begun|began|born|his|her|its|their|a|entire|election|olympics|with)[\s-]+$|[(,;–—-]\s*$/iu;

const reading = (unit: Period['unit'], index: number, rule: string, confidence: number): PeriodReading => ({
  kind: 'period',
  period: { unit, index },
  rule,
  direction: null,
  reference: NO_REFERENCE,
  confidence,
});

export const year: Family = patternFamily('year', YEAR_PATTERN, (match, { text }): Reading | null => {
  const digits = match.groups['year'] ?? match.groups['span'] ?? '';
  if (match.groups['fiscal'] !== undefined) return reading('YEAR', Number(digits), 'year/fiscal', 0.85);
  const before = text.slice(Math.max(0, match.start - 24), match.start);
  const after = text.slice(match.end, match.end + 30);
  if (COUNTED_AFTER.test(after)) return null;
  if (/\b(?:about|around)\s+$/iu.test(before) ? PLURAL_AFTER.test(after) : COUNT_BEFORE.test(before))
    return null;
  const led = YEAR_BEFORE.test(before);
  if (!/\bthe\s+$|['’]s\s+$/iu.test(before) && PLURAL_AFTER.test(after) && !/\bin\s+$/iu.test(before))
    return null;
  const recent = Number(digits) >= 1700 && Number(digits) <= 2050;
  if (!led && !recent) return null;
  return reading('YEAR', Number(digits), 'year/written', led ? 0.95 : 0.8);
});

const DECADE_PATTERN =
  /(?:(?<![\w$£€.,])(?<full>1[0-9]\d0|20\d0)|['’‘](?<short>[1-9]0))['’]?s\b(?!-)|\b(?:the|their|his|her|mid|early|late)[\s-](?<span>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b/dgiu;
const DECADE_WORDS = [
  'twenties',
  'thirties',
  'forties',
  'fifties',
  'sixties',
  'seventies',
  'eighties',
  'nineties',
];

export const decade: Family = patternFamily('decade', DECADE_PATTERN, ({ groups }, { text }) => {
  const { full, short, span } = groups;
  if (full !== undefined) return reading('DECADE', Number(full) / 10, 'decade/written', 0.95);
  if (short !== undefined) return reading('DECADE', 190 + Number(short) / 10, 'decade/short', 0.9);
  if (
    /\b(?:his|her|their|my|in\s+(?:his|her|their))[\s-](?:early|mid|late)?/iu.test(text) &&
    span === undefined
  )
    return null;
  return reading('DECADE', 192 + DECADE_WORDS.indexOf((span ?? '').toLowerCase()), 'decade/word', 0.8);
});

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];
const CENTURY_PATTERN = new RegExp(
  String.raw`\b(?:the${GAP})?(?<ordinal>\d{1,2}(?:st|nd|rd|th)|twenty-first|${ORDINALS.join('|')})[\s-]+century\b(?<bc>${GAP}(?:B\.C\.E\.|B\.C\.|BCE?)(?!\w))?`,
  'dgiu',
);

export const century: Family = patternFamily('century', CENTURY_PATTERN, ({ groups }) => {
  const ordinal = (groups['ordinal'] ?? '').toLowerCase();
  const number =
    ordinal === 'twenty-first' ? 21 : Number.parseInt(ordinal, 10) || ORDINALS.indexOf(ordinal) + 1;
  const index = groups['bc'] === undefined ? number - 1 : -number;
  return reading('CENTURY', index, 'century/ordinal', 0.9);
});

const BC_PATTERN = new RegExp(
  String.raw`\b(?<year>\d{1,4})(?:[-–](?<to>\d{1,4}))?${GAP}?(?<era>B\.C\.E\.|B\.C\.|BCE?|A\.D\.|AD|C\.E\.|CE)(?!\w)|\bA\.?D\.?${GAP}(?<ad>\d{1,4})\b`,
  'dgu',
);

export const era: Family = patternFamily('era', BC_PATTERN, ({ groups }) => {
  const number = Number(groups['year'] ?? groups['ad']);
  const before = groups['era']?.startsWith('B') === true;
  return reading('YEAR', before ? 1 - number : number, 'era/written', 0.9);
});
