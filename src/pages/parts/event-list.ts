import type { TimelineEvent } from '../../domain/event/event.ts';
import { toDayNumber, yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import { MONTH_NAMES } from '../../domain/time/calendar-names.ts';
import type { EventDate } from '../../domain/time/event-date.ts';
import { type Html, html } from '../html.ts';
import { eventEntry } from './event-entry.ts';

/** Events in the order of time, under headings of years and months. */
export function eventList(events: readonly TimelineEvent[]): Html {
  const years = grouped(events, ({ date }) => yearOf(date));
  return html`${years.map(
    ([year, ofYear]) => html`<section class="year">
<h2>${year}</h2>
${grouped(ofYear, ({ date }) => monthOf(date)).map(
  ([month, ofMonth]) => html`<section class="month">
<h3>${month}</h3>
<ol class="events">
${ofMonth.map((event) => eventEntry(event))}</ol>
</section>
`,
)}</section>
`,
  )}`;
}

/** Events in the order of their rank, without headings. */
export const rankedList = (events: readonly TimelineEvent[]): Html => html`<ol class="events">
${events.map((event) => eventEntry(event, null, 2))}</ol>`;

/** Runs of neighbours with the same key; a key comes again where the order wants it. */
function grouped(
  events: readonly TimelineEvent[],
  keyOf: (event: TimelineEvent) => string,
): readonly (readonly [key: string, events: readonly TimelineEvent[]])[] {
  const groups: [string, TimelineEvent[]][] = [];
  for (const event of events) {
    const key = keyOf(event);
    const last = groups.at(-1);
    if (last?.[0] === key) last[1].push(event);
    else groups.push([key, [event]]);
  }
  return groups;
}

const yearOf = ({ earliest, edtf }: EventDate): string =>
  earliest === null
    ? /^-\d/.test(edtf)
      ? 'Before our era'
      : 'Without a beginning'
    : String(Number(earliest.slice(0, 4)));

/** A month has a heading of its own; a longer span stands under the words for one. */
function monthOf({ earliest, latest }: EventDate): string {
  if (earliest === null || latest === null) return 'Open';
  const [first, last] = [yearMonthDayOf(toDayNumber(earliest)), yearMonthDayOf(toDayNumber(latest))];
  const isOneMonth = first.year === last.year && first.month === last.month;
  return isOneMonth ? (MONTH_NAMES[first.month - 1] ?? '') : 'Longer than a month';
}
