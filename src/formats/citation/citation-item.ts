import type { TimelineEvent } from '../../domain/event/event.ts';
import { type CalendarDate, partsOf } from '../../domain/time/calendar-date.ts';
import { eventVersionUrl } from '../event/event-urls.ts';
import { hedgedDate } from '../event/hedge.ts';
import { reportDaysOf } from '../event/report-days.ts';
import { sourceLine, sourcesOf } from '../event/sources.ts';
import { plainLine } from '../text/plain-text.ts';

/** What a citation says beside the event. */
export interface CitationSetting {
  /** The timeline's name. */
  readonly name: string;
  /** Scheme and host under which events are found, without a slash at its end. */
  readonly origin: string;
  readonly accessedOn: CalendarDate;
}

/** An event as CSL-JSON 1.0.2 has it. */
export type CitationItem = ReturnType<typeof citationItem>;

/**
 * `event-date` is when it happened, with no open end; `issued` the day on which an article last told of it; the address
 * leads to the revision that is cited. The title says the date in words, and whether it is planned.
 */
export function citationItem(event: TimelineEvent, { name, origin, accessedOn }: CitationSetting) {
  const { id, revision, title, date } = event;
  const days = [date.earliest, date.latest].filter((day) => day !== null);
  return {
    id: `${id}-${revision}`,
    type: 'webpage' as const,
    title: unmarked(`${plainLine(title) || id} (${plainLine(hedgedDate(event))})`),
    'container-title': unmarked(plainLine(name)),
    version: String(revision),
    ...(days.length === 2 && { 'event-date': dateOf(...new Set(days)) }),
    issued: dateOf(reportDaysOf(event).last),
    accessed: dateOf(accessedOn),
    URL: eventVersionUrl(origin, id, revision),
    note: unmarked(`Sources: ${sourcesOf(event).map(citedSource).join('; ')}`),
  };
}

/** CSL-JSON takes `<i>`, `<b>`, `<span …>` and the like in a text for markup, and has no way to write them otherwise. */
const unmarked = (text: string): string => text.replaceAll(/<(?=[a-z/])/gi, '‹');

const citedSource = (article: Parameters<typeof sourceLine>[0]): string =>
  [sourceLine(article), article.publishedOn, article.url].filter((part) => part !== null).join(', ');

const dateOf = (...days: readonly CalendarDate[]) => ({
  'date-parts': days.map((day) => {
    const { year, month, day: dayOfMonth } = partsOf(day);
    return [year, month, dayOfMonth];
  }),
});
