import type { TimelineEvent } from '../../domain/event/event.ts';
import { toDayNumber, yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import { MONTH_NAMES } from '../../domain/time/calendar-names.ts';
import type { EventDate } from '../../domain/time/event-date.ts';
import { type Html, html, type WrittenHtml } from '../html.ts';
import { eventEntry, type ListedEvent } from './event-entry.ts';

/** An event of a list, with the headings under which it stands. */
export interface ListEntry {
  readonly year: string;
  readonly month: string;
  readonly entry: Html | WrittenHtml;
}

export const listEntry = (event: ListedEvent): ListEntry => ({
  year: yearOf(event.date),
  month: monthOf(event.date),
  entry: eventEntry(event),
});

/** Events in the order of time, under headings of years and months. */
export const eventList = (events: readonly TimelineEvent[]): Html => entryList(events.map(listEntry));

/** Written entries in the order of time, under headings of years and months. */
export const entryList = (entries: readonly ListEntry[]): Html =>
  html`${grouped(entries, ({ year }) => year).map(
    ([year, ofYear]) => html`<section class="year">
<h2>${year}</h2>
${grouped(ofYear, ({ month }) => month).map(
  ([month, ofMonth]) => html`<section class="month">
<h3>${month}</h3>
<ol class="events">
${ofMonth.map(({ entry }) => entry)}</ol>
</section>
`,
)}</section>
`,
  )}`;

/** Events in the order of their rank, without headings. */
export const rankedList = (events: readonly ListedEvent[]): Html => html`<ol class="events">
${events.map((event) => eventEntry(event, null, 2))}</ol>`;

/** Runs of neighbours with the same key; a key comes again where the order wants it. */
function grouped(
  entries: readonly ListEntry[],
  keyOf: (entry: ListEntry) => string,
): readonly (readonly [key: string, entries: readonly ListEntry[]])[] {
  const groups: [string, ListEntry[]][] = [];
  for (const entry of entries) {
    const key = keyOf(entry);
    const last = groups.at(-1);
    if (last?.[0] === key) last[1].push(entry);
    else groups.push([key, [entry]]);
  }
  return groups;
}

const yearOf = ({ earliest, edtf }: EventDate): string =>
  earliest === null
    ? /^-\d/.test(edtf)
      ? 'Before our era'
      : 'Without a beginning'
    : String(Number(earliest.slice(0, 4)));

/** A month has a heading of its own; what lies in no one month stands under words for that. */
function monthOf({ earliest, latest, role }: EventDate): string {
  if (earliest === null || latest === null) return 'Open at one end';
  const [first, last] = [yearMonthDayOf(toDayNumber(earliest)), yearMonthDayOf(toDayNumber(latest))];
  if (first.year === last.year && first.month === last.month) return MONTH_NAMES[first.month - 1] ?? '';
  return role === 'SPANS' ? 'Over more than a month' : 'Month not certain';
}
