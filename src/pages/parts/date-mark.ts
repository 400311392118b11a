import { assertNever } from '../../domain/errors.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import { type CalendarDate, toDayNumber } from '../../domain/time/calendar-date.ts';
import { displayPeriod } from '../../domain/time/display.ts';
import type { EventDate } from '../../domain/time/event-date.ts';
import { dayPeriod } from '../../domain/time/period.ts';
import { hedgeOf } from '../../formats/event/hedge.ts';
import { GLOSSARY, term } from '../glossary.ts';
import { type Html, html, isolated } from '../html.ts';

/** `2021-12-21` → `21 December 2021`. */
export const dayWords = (day: CalendarDate): string => displayPeriod(dayPeriod(toDayNumber(day)));

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
  const { label } = GLOSSARY.role[role];
  return html`<svg class="mark" viewBox="0 0 40 10" width="40" height="10" role="img" aria-label="${label}"><title>${label}</title>${shapeOf(role)}</svg>`;
}

function shapeOf(role: EventDate['role']): Html {
  switch (role) {
    case 'ON':
      return html`<circle cx="5" cy="5" r="4"/>`;
    case 'WITHIN':
      return FADED;
    case 'SPANS':
      return html`<rect x="1" y="3" width="38" height="4" rx="2"/>`;
    case 'BEFORE':
      return html`<path d="M1 5l7-4v2.5h24v3H8V9z"/><rect x="33" y="0" width="2" height="10"/>`;
    case 'AFTER':
      return html`<path d="M39 5l-7-4v2.5H8v3h24V9z"/><rect x="5" y="0" width="2" height="10"/>`;
    case 'PUBLISHED':
      return html`<circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 1.4"/>`;
    default:
      return assertNever(role);
  }
}

/** Gradients would need an id of their own in the page. */
const FADED = html`${[
  [1, 5, 0.15],
  [6, 5, 0.45],
  [11, 18, 1],
  [29, 5, 0.45],
  [34, 5, 0.15],
].map(
  ([x = 0, width = 0, opacity = 1]) =>
    html`<rect x="${x}" y="3" width="${width}" height="4" fill-opacity="${opacity}"/>`,
)}`;
