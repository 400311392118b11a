/**
 * Years in figures. "in 2014" 2014 · "the 2014 invasion" 2014 · "fiscal 1998" 1998 · "1957–60" 1957 and 1960 ·
 * "in '68" 1968 · "FY2012" 2012.
 * Not years: "1,500", "$2000", "2000 troops", "about 1500 people", "Flight 1999", "No. 1914", "the 1900 block", "pay the bank 2000".
 */
import { yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import { MONTH_NAMES, monthNumberOf } from '../../domain/time/calendar-names.ts';
import { monthPeriod, yearPeriod } from '../../domain/time/period.ts';
import { type Context, NO_REFERENCE, type PeriodReading, patternFamily, type Reading } from '../rule.ts';
import { GAP, MONTH, SEASON } from '../values/patterns.ts';
import { yearOfTwoDigits } from '../values/year-of-two-digits.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'year/written': 'four digits where a year is likely and a count is not',
  'year/fiscal': 'the words call it a year',
  'year/short':
    'two digits after an apostrophe are the year nearest to the present, at most twenty years ahead',
};
const MONTH_REASONS = {
  'year/then-month': 'the words give year and month',
  'year/short-of-month':
    'two digits after a month are the year nearest to the present, at most twenty years ahead',
};
const RANGE_REASONS = {
  'year/range-end': 'it ends a range whose first year gives the century',
};

const FISCAL = `(?:the${GAP})?(?:fiscal|academic|school|crop|marketing|calendar|tax)(?:${GAP}year)?${GAP}|FY${GAP}?`;
const PATTERN = new RegExp(
  String.raw`(?<![\w.,$£€#/:+-])(?<fiscal>${FISCAL})?(?<year>1[0-9]\d\d|20\d\d)(?![\w%+]|/(?!\d\d\b)|[.,:]\d|-[a-z]|-\d{3}(?!\d)|-\d{5})|(?<=\b(?:in|of|since|until|till|by|from|before|after|summer|winter|spring|autumn|fall|late|early|class${GAP}of)${GAP})['’‘](?<short>\d\d)(?![\w'’]|\.\d)|\b(?:mid|pre|post)-(?<span>1[0-9]\d\d|20\d\d)(?![\w%])`,
  'dgi',
);
const RANGE_END =
  /(?<=(?<![\w.,$£€#/:+-])(?<from>1[5-9]\d\d|20\d\d)[-–/])(?<to>\d\d(?:\d\d)?)(?![\w%]|[-.,:]\d)/dg;

/** Words after which a four-digit number is a count or a name. */
const COUNT_BEFORE =
  /(?:[$£€#№]|\b(?:no|nos|number|page|pages|flight|boeing|airbus|route|highway|section|room|channel|model|article|resolution|windows|some|nearly|almost|than|least|over|most|roughly|approximately|up\s+to|under|only|just|estimated|total|all|those|these|another|other)\.?)\s*$/i;
const ABOUT = /\b(?:about|around)\s+$/i;
/** Words that a number counts. */
const COUNTED_AFTER =
  /^\s+(?:hundred|thousand|million|billion|percent|per\s+cent|points?|dollars?|euros?|pounds?|yen|miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot|tons?|tonnes?|acres?|people|troops|soldiers|men|women|jobs|employees|workers|shares|units|cars|deaths|casualties|prisoners|votes|others|more|rpm|hours?|days?|weeks?|months?|years?|times|pages|members|students|children|residents|families|homes|houses|cases|hp|watts?|mph|calories|GMT|EST|UTC|local|block|square|schoolchildren)\b/i;
/** "Pay the bank 2000 by cheque" */
const SUM_BEFORE =
  /\b(?:pa(?:y|ys|id|ying)|sen[dt]|wired?|ow(?:e|es|ed|ing)|costs?|charg(?:e|es|ed|ing)|lend|lent|borrow(?:ed)?|earn(?:s|ed)?|donat(?:e|ed)|fined|transfer(?:red)?|weigh(?:s|ed)?)\s+(?!in\b)(?:\w+\s+){0,3}$/i;
const PLURAL_AFTER = /^\s+(?:[a-z]{3,}\s+)?[a-z]{3,}[^s\W]s\b/;
/** Words before a year that hardly ever stand before a count. */
const YEAR_BEFORE = new RegExp(
  String.raw`\b(?:in|since|until|till|during|the|early|mid|late|later|year|years|circa|${SEASON}|${MONTH_NAMES.join('|')}|end|ending|ended|begun|began|born)[\s-]+$|['’]s\s+$|[(,;–—-]\s*$`,
  'i',
);
const SUM_REACH = 48;
const MAYBE_YEAR_BEFORE =
  /\b(?:of|by|from|for|to|and|or|between|before|after|through|than|as|on|his|her|its|their|a|entire|election|with)\s+$/i;

const read = (year: number, rule: string, confidence: number): PeriodReading => ({
  kind: 'period',
  period: yearPeriod(year),
  rule,
  direction: null,
  reference: NO_REFERENCE,
  confidence,
});

/** In history writing, a year so far from the story only dates a source: "papers released in 2005 show …". */
const FAR_FROM_STORY = 20;
const NEAR_TO_ANCHOR = 10;

function isCitation(year: number, { anchor, discourse, narrative }: Context): boolean {
  const mentioned = narrative ? discourse.lastOf('YEAR')?.period.index : undefined;
  if (mentioned === undefined || Math.abs(year - mentioned) <= FAR_FROM_STORY) return false;
  return Math.abs(year - yearMonthDayOf(anchor).year) <= NEAR_TO_ANCHOR;
}

/** "in 2014", "fiscal 1998". */
export const year = patternFamily(REASONS, PATTERN, ({ start, end, groups }, context): Reading | null => {
  const { text } = context;
  if (groups['short'] !== undefined)
    return read(yearOfTwoDigits(groups['short'], context), 'year/short', 0.85);
  const number = Number(groups['year'] ?? groups['span']);
  if (groups['fiscal'] !== undefined) return read(number, 'year/fiscal', 0.85);
  const before = text.slice(Math.max(0, start - 24), start);
  const aside = isCitation(number, context) ? ({ aside: true } as const) : {};
  const after = text.slice(end, end + 30);
  if (COUNTED_AFTER.test(after) || COUNT_BEFORE.test(before)) return null;
  if (YEAR_BEFORE.test(before)) return { ...read(number, 'year/written', 0.95), ...aside };
  if (SUM_BEFORE.test(text.slice(Math.max(0, start - SUM_REACH), start))) return null;
  if (PLURAL_AFTER.test(after) || (ABOUT.test(before) && number < 1700)) return null;
  if (MAYBE_YEAR_BEFORE.test(before)) return { ...read(number, 'year/written', 0.9), ...aside };
  return number >= 1700 && number <= 2050 ? read(number, 'year/written', 0.8) : null;
});

const THEN_MONTH = new RegExp(
  String.raw`(?<![\w.,$£€#/:+-])(?<year>(?:19|20)\d\d)${GAP}(?<month>(?!May\b|March\b)${MONTH})(?!\w|${GAP}?\d)`,
  'dg',
);

/** "2024 Aug". "In 2019 May resigned" is about a person. */
export const yearThenMonth = patternFamily(MONTH_REASONS, THEN_MONTH, ({ groups }): Reading => {
  const period = monthPeriod(Number(groups['year']), monthNumberOf(groups['month'] ?? ''));
  return { ...read(0, 'year/then-month', 0.9), period };
});

const MONTH_SHORT_YEAR = new RegExp(`\\b(?<month>${MONTH}),?${GAP}['’‘](?<short>\\d\\d)(?![\\w'’])`, 'dg');

/** "Oct '17", "May '68". */
export const monthOfShortYear = patternFamily(
  MONTH_REASONS,
  MONTH_SHORT_YEAR,
  ({ groups }, context): Reading => {
    const year = yearOfTwoDigits(groups['short'] ?? '', context);
    const period = monthPeriod(year, monthNumberOf(groups['month'] ?? ''));
    return { ...read(year, 'year/short-of-month', 0.9), period };
  },
);

/** "60" in "1957–60": the first year gives the century. */
export const yearRangeEnd = patternFamily(RANGE_REASONS, RANGE_END, ({ groups }): Reading | null => {
  const { from = '', to = '' } = groups;
  const number = Number(to.length === 2 ? from.slice(0, 2) + to : to);
  return number > Number(from) ? read(number, 'year/range-end', 0.85) : null;
});
