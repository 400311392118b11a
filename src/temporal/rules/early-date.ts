/**
 * Days and months of years before 1500, and days with their era. "15 March 44 BC" BC0044-03-15 · "August 19, AD 14" 0014-08-19 ·
 * "in August 843" 0843-08 · "Christmas Day 800" 0800-12-25. "In August 843 ships sailed" counts ships.
 */
import { dayNumberOf } from '../../domain/time/calendar-date.ts';
import { monthNumberOf } from '../../domain/time/calendar-names.ts';
import { dayPeriod, monthPeriod } from '../../domain/time/period.ts';
import { NO_REFERENCE, patternFamily, type Reading } from '../rule.ts';
import { HOLIDAYS } from '../values/holidays.ts';
import { GAP, MONTH } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'early-date': 'the words give the whole date, with its era or in a year before 1500',
};

const BC = String.raw`B\.C\.E\.|B\.C\.|BCE?`;
const AD = String.raw`A\.D\.|AD|C\.E\.|CE`;
/** Without an era, the words after a short year show that it counts nothing. */
const NOT_COUNTING = String.raw`(?=\s*(?:[.,;:)](?!\d)|$)|${GAP}(?:and|or|to|when|after|before|but|in|at|by|as|until|while|with|for)\b)`;
const YEAR = String.raw`(?:(?:${AD})${GAP}?(?<ad>\d{1,4})(?!\d)|(?<written>\d{1,4})${GAP}?(?:(?<bc>${BC})|${AD})(?!\w)|(?<!(?:of|in)\s+|[a-z.],\s+)(?<bare>[1-9]\d\d|1[0-4]\d\d)(?![\d%])${NOT_COUNTING})`;
const FEAST =
  'Christmas Day|Christmas Eve|Christmas|Easter Sunday|Easter Monday|Easter|Pentecost|Good Friday';
const PATTERN = new RegExp(
  String.raw`\b(?:(?<first>\d{1,2})(?:st|nd|rd|th)?${GAP}(?:of${GAP})?)?(?:(?<month>${MONTH})(?:${GAP}(?<second>\d{1,2})(?:st|nd|rd|th)?,?(?=${GAP}(?:\d{3}|(?:\d{1,4}${GAP}?)?(?:${BC}|${AD}))))?|(?<feast>${FEAST})),?${GAP}(?:of${GAP}|in${GAP})?${YEAR}`,
  'dg',
);

export const earlyDate = patternFamily(REASONS, PATTERN, ({ groups }): Reading | null => {
  const { first, second, month, feast, bc, ad, written, bare } = groups;
  const number = Number(ad ?? written ?? bare);
  const year = bc === undefined ? number : 1 - number;
  const day = first ?? second;
  const feastDay = feast === undefined ? undefined : HOLIDAYS[feast.toLowerCase()]?.(year);
  if (feastDay === undefined && month === undefined) return null;
  const index = monthNumberOf(month ?? '');
  const period =
    feastDay !== undefined
      ? dayPeriod(feastDay)
      : day === undefined
        ? monthPeriod(year, index)
        : dayPeriod(dayNumberOf({ year, month: index, day: Number(day) }));
  return {
    kind: 'period',
    period,
    rule: 'early-date',
    direction: null,
    reference: NO_REFERENCE,
    confidence: 0.9,
  };
});
