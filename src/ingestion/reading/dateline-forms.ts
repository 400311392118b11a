import { WEEKDAY_NAMES } from '../../domain/time/calendar-names.ts';
import { MONTH } from '../../temporal/values/patterns.ts';
import { WRITTEN_DATE, WRITTEN_WEEKDAY, YEAR } from './written-date.ts';

/** A form in which a line gives the day of its article; `date` is its named group. */
export interface DatelineForm {
  /** PUBLISHED names the day of publication, PRINTED gives a day without a label, UPDATED may be a later day. */
  readonly kind: 'PUBLISHED' | 'PRINTED' | 'UPDATED';
  /** For the flags `iu`. A `place` group must begin every name with a capital letter. */
  readonly pattern: RegExp;
  /** The form is tried on lines before this index (0-based; blank lines are not counted). */
  readonly before: number;
  /** Whether the form is tried on the article's last lines too. */
  readonly atEnd: boolean;
}

const DATE = `(?<date>${WRITTEN_DATE})`;
const DASH = '(?:--|[-–—―_])';
const CLOCK = String.raw`\d{1,2}(?:[:.]\d{2}|\s?[ap]\.?m\b)`;

/** Follows the day in a line that holds only a dateline: a time of day, another label or a separator. */
const REST = String.raw`\s*(?:(?:[-–—,;|·•]|at\b|\s)*${CLOCK}.{0,60}|[,;]?\s*(?:last\s+)?(?:updated|modified)\b.*|[|·•/].*|by\s.{1,60}|\([^()]*\)|[.,])?[\s*_]*$`;

/** A weekday belongs to the day after it, not to the places before. */
const NO_WEEKDAY = String.raw`(?!${WRITTEN_WEEKDAY},?\s+(?:${MONTH}|\d))`;
/** `MOSCOW`, `NEW YORK/KYIV`, `Kyiv, Ukraine`: up to four names, each of up to four words. */
const NAME = String.raw`\p{L}[\p{L}\p{M}.'’-]*(?: \p{L}[\p{L}\p{M}.'’-]*){0,3}`;
const PLACE = String.raw`(?<place>${NAME}(?:(?:,|/|, )${NO_WEEKDAY}${NAME}){0,3})`;
const AGENCY = String.raw`(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)`;

const PUBLISHED = String.raw`(?:(?:first|originally)\s+)?(?:published|posted|issued|released|filed|publication\s+date|date(?:\s+published)?)`;
const UPDATED = String.raw`(?:last\s+)?(?:updated|modified|revised)`;
const BEFORE_LABEL = String.raw`(?:.{1,80}?[|·•]\s*)?`;
const WEEKDAY = String.raw`(?:${WEEKDAY_NAMES.map((name) => name.slice(0, 3)).join('|')})[a-z]*\.?,?`;
const AFTER_LABEL = String.raw`(?:\s+(?:at\s+)?${CLOCK}(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{2,4})?)?,?(?:\s+(?:on|at))?\s*[-:–—]?\s*(?:${WEEKDAY}\s+)?`;

/** Marks of Markdown may open the line. */
const line = (source: string): RegExp => new RegExp(String.raw`^[\s*_#>]*${source}`, 'iu');

export const DATELINE_FORMS: readonly DatelineForm[] = [
  // "Published on Dec. 21, 2021 at 10:15" · "A. Writer | Posted 21 December 2021" · "Date: 2021-12-21"
  {
    kind: 'PUBLISHED',
    pattern: line(BEFORE_LABEL + PUBLISHED + AFTER_LABEL + DATE + REST),
    before: 12,
    atEnd: true,
  },
  // "Last updated: 22 December 2021, 08:30 GMT"
  {
    kind: 'UPDATED',
    pattern: line(BEFORE_LABEL + UPDATED + AFTER_LABEL + DATE + REST),
    before: 12,
    atEnd: true,
  },
  // "MOSCOW, Dec 21 (Agency) — " · "KYIV, 21 December 2021 - " · "MOSCOW, December 21. /AGENCY/. "
  {
    kind: 'PRINTED',
    pattern: line(String.raw`${PLACE},?\s+${DATE}\.?\s*(?:${AGENCY}[.:]?\**\s*${DASH}?|${DASH})(?=\s|$)`),
    before: 6,
    atEnd: false,
  },
  // "WASHINGTON (AP) _ Dec. 21, 2021" · "GENEVA – December 21, 2021 – "
  {
    kind: 'PRINTED',
    pattern: line(
      String.raw`${PLACE}\s*(?:${AGENCY}\s*)?${DASH}\s*${DATE}(?=\s*$|[.:]\s|\s*${DASH}\s)(?:\s*${DASH})?`,
    ),
    before: 6,
    atEnd: false,
  },
  // "Dec 21 (Agency) - "
  {
    kind: 'PRINTED',
    pattern: line(String.raw`${DATE}\s*${AGENCY}\s*(?:${DASH}|:)(?=\s)`),
    before: 6,
    atEnd: false,
  },
  // "By A. Writer | December 21, 2021" · "The Agency · 21 Dec 2021"
  {
    kind: 'PRINTED',
    pattern: line(String.raw`(?:by\s.{2,80}?[-,–—\s]|.{2,80}?\s?[|·•])\s*${DATE}${REST}`),
    before: 6,
    atEnd: false,
  },
  // A first line with only a date. Below a headline it needs a year, for it may head a part of a chronicle.
  { kind: 'PRINTED', pattern: line(DATE + REST), before: 1, atEnd: false },
  { kind: 'PRINTED', pattern: line(String.raw`(?=.*\b${YEAR}\b)${DATE}${REST}`), before: 3, atEnd: false },
];
