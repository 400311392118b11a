import type { TimelineEvent } from '../../domain/event/event.ts';
import { type CalendarDate, toDayNumber } from '../../domain/time/calendar-date.ts';
import { MONTH_NAMES } from '../../domain/time/calendar-names.ts';
import { displayPeriod } from '../../domain/time/display.ts';
import type { EventDate } from '../../domain/time/event-date.ts';
import { dayPeriod } from '../../domain/time/period.ts';
import { requireEdtf } from '../../domain/time/read-edtf.ts';
import { hedgeOf } from '../../formats/event/hedge.ts';
import { GLOSSARY, term } from '../glossary.ts';
import { type Html, html, htmlText, isolated, raw } from '../html.ts';

/** `2021-12-21` → `21 December 2021`. */
export const dayWords = (day: CalendarDate): string => displayPeriod(dayPeriod(toDayNumber(day)));

/** `12-21` → `21 December`. */
export function monthDayWords(monthDay: string): string {
  const [month = 1, day = 1] = monthDay.split('-').map(Number);
  return `${day} ${MONTH_NAMES[month - 1] ?? ''}`;
}

const QUARTERS = ['first', 'second', 'third', 'fourth'];
const SEASONS: Readonly<Record<string, string>> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' };

/** A date of EDTF or TIMEX3 in words: `2021-12` → `December 2021`, `2021-W50` → `week 50 of 2021`. */
export function dateValueWords(value: string): string {
  const [, year, week, weekend, quarter, season] =
    /^(\d{4})-(?:W(\d\d)(-WE)?|Q([1-4])|(SP|SU|FA|WI))$/.exec(value) ?? [];
  if (week !== undefined)
    return `${weekend === undefined ? '' : 'weekend of '}week ${Number(week)} of ${year}`;
  if (quarter !== undefined) return `${QUARTERS[Number(quarter) - 1]} quarter of ${year}`;
  if (season !== undefined) return `${SEASONS[season]} ${year}`;
  return /^\d{4}(-\d\d){0,2}$/.test(value) ? requireEdtf(value).display : value;
}

type Dated = Pick<TimelineEvent, 'date' | 'modality'>;

/** The date in words with its hedge. HTML's `time` can name a day, a month or a year, and no span. */
export function dateWords(event: Dated): Html {
  const { date } = event;
  const words = isolated(date.display);
  const machine = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date.edtf) && date.role !== 'PUBLISHED' ? date.edtf : null;
  return html`${machine === null ? html`<span class="when">${words}</span>` : html`<time class="when" datetime="${machine}">${words}</time>`}`;
}

/** The hedge of an event that no article states as fact. */
export const hedgeMark = (event: Dated): Html | null =>
  hedgeOf(event) === null ? null : html`<span class="hedge">${term('modality', event.modality)}</span>`;

/** How the event lies in its days, drawn: a dot for a day, a bar with faded ends for some time in a span. */
export function dateMark({ role }: Pick<EventDate, 'role'>): Html {
  return MARKS[role];
}

const DAY = 10;
const SPAN = 40;

const drawn = (role: EventDate['role'], width: number, shape: Html): Html => {
  const { label } = GLOSSARY.role[role];
  return raw(
    htmlText(
      html`<svg class="mark ${role.toLowerCase()}" viewBox="0 0 ${width} 10" width="${width}" height="10" role="img" aria-label="${label}"><title>${label}</title>${shape}</svg>`,
      '',
    ),
  );
};

/** The style fades the ends of `within`. */
const MARKS: Readonly<Record<EventDate['role'], Html>> = {
  ON: drawn('ON', DAY, html`<circle cx="5" cy="5" r="4"/>`),
  WITHIN: drawn('WITHIN', SPAN, html`<rect x="0" y="3" width="40" height="4"/>`),
  SPANS: drawn('SPANS', SPAN, html`<rect x="1" y="3" width="38" height="4" rx="2"/>`),
  BEFORE: drawn(
    'BEFORE',
    SPAN,
    html`<path d="M1 5l7-4v2.5h24v3H8V9z"/><rect x="33" y="0" width="2" height="10"/>`,
  ),
  AFTER: drawn(
    'AFTER',
    SPAN,
    html`<path d="M39 5l-7-4v2.5H8v3h24V9z"/><rect x="5" y="0" width="2" height="10"/>`,
  ),
  PUBLISHED: drawn(
    'PUBLISHED',
    DAY,
    html`<circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 1.4"/>`,
  ),
};
