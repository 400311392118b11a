import type { TimelineEvent } from '../domain/event/event.ts';
import type { MonthDay } from '../domain/query/timeline-query.ts';
import { addDays, type CalendarDate, calendarDateOf, partsOf } from '../domain/time/calendar-date.ts';
import { MONTH_NAMES } from '../domain/time/calendar-names.ts';
import { yearsAgo } from '../timeline/read/on-this-date.ts';
import type { Connection } from '../timeline/timeline.ts';
import { type Html, html, own } from './html.ts';
import { counted } from './numbers.ts';
import type { Page } from './page.ts';
import { alternatesAt } from './parts/downloads.ts';
import { eventEntry } from './parts/event-entry.ts';
import { pager } from './parts/pager.ts';

/** A day of any year on which something happened. */
export interface NearDay extends MonthDay {
  readonly count: number;
}

/** `/on-this-date/{MM}/{DD}`: what happened on a day of any year, with the nearest days on which something did. */
export function onThisDatePage(
  monthDay: MonthDay,
  today: CalendarDate,
  events: Connection<TimelineEvent>,
  near: readonly NearDay[],
): Page {
  const name = dayName(monthDay);
  const found = events.edges.map(({ node }) => node);
  const path = onThisDatePath(monthDay);
  const [before, after] = neighboursOf(monthDay);
  return {
    title: `On ${name}`,
    description: `What happened on ${name} of any year.`,
    canonical: own(path),
    section: '/on-this-date/today',
    alternates: alternatesAt((format) => own(`/v1${path}.${format}`)),
    main: html`<header class="headline"><p class="meta">On this day of any year</p><h1>${name}</h1></header>
<nav class="pager" aria-label="Days"><ul><li>${dayLink(before)}</li><li><a href="${own('/on-this-date/today')}">Today</a></li><li>${dayLink(after)}</li></ul></nav>
${
  found.length === 0
    ? html`<p class="empty">Nothing in the timeline surely happened on a ${name}.</p>`
    : html`<ol class="events">${found.map((event) => eventEntry(event, agoWords(event, today), 2))}</ol>`
}
${pager(path, {}, events.pageInfo)}
${near.length === 0 ? null : html`<section class="near" aria-labelledby="near"><h2 id="near">The nearest days with events</h2><ul>${near.map((day) => html`<li>${dayLink(day)} <span class="count">${counted(day.count, 'event')}</span></li>`)}</ul></section>`}`,
  };
}

const two = (number: number): string => String(number).padStart(2, '0');

const onThisDatePath = ({ month, day }: MonthDay): string => `/on-this-date/${two(month)}/${two(day)}`;

const dayName = ({ month, day }: MonthDay): string => `${day} ${MONTH_NAMES[month - 1] ?? ''}`;

const dayLink = (monthDay: MonthDay): Html =>
  html`<a href="${own(onThisDatePath(monthDay))}">${dayName(monthDay)}</a>`;

function agoWords({ date }: TimelineEvent, today: CalendarDate): string | null {
  const years = yearsAgo(date, today);
  return years === null || years <= 0 ? null : `${counted(years, 'year')} ago`;
}

/** The days before and after, in a leap year, for 29 February is a day of its own. */
function neighboursOf({ month, day }: MonthDay): readonly [MonthDay, MonthDay] {
  const date = calendarDateOf({ year: 2000, month, day });
  return [partsOf(addDays(date, -1)), partsOf(addDays(date, 1))];
}
