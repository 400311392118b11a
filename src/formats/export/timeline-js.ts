import type { TimelineEvent } from '../../domain/event/event.ts';
import { type CalendarDate, partsOf } from '../../domain/time/calendar-date.ts';
import type { EventDate } from '../../domain/time/event-date.ts';
import { eventUrl } from '../event/addresses.ts';
import { facetOf } from '../event/facets.ts';
import { hedgedDate } from '../event/hedge.ts';
import { sourceLine } from '../event/sources.ts';
import { plainLine, xmlText } from '../text/plain-text.ts';
import {
  descriptionWith,
  type EventFormat,
  type ExportSetting,
  KEEPS_DATED,
  omittedLine,
} from './event-format.ts';
import { jsonListWriter } from './json-list.ts';

/**
 * The JSON of TimelineJS3: a slide for each event, and an era for each event with role SPANS. A slide's id survives
 * edits. It has the date in words, and a group if the caller asked for groups. Texts are HTML.
 */
export const TIMELINE_JS: EventFormat = {
  ...KEEPS_DATED,
  mediaType: 'application/json; charset=utf-8',
  open: (setting, { omitted }) => {
    const eras: object[] = [];
    return jsonListWriter({
      before: { title: titleSlide(setting, omittedLine('undated', omitted)) },
      list: 'events',
      entry: (event) => {
        if (event.date.role === 'SPANS') eras.push(eraOf(event));
        return slideOf(event, setting);
      },
      after: () => (eras.length === 0 ? {} : { eras }),
    });
  },
};

const titleSlide = ({ record }: ExportSetting, omitted: string | null) => {
  const text = descriptionWith(record, omitted);
  return {
    unique_id: 'title',
    text: { headline: xmlText(plainLine(record.name)), ...(text !== null && { text: xmlText(text) }) },
  };
};

function slideOf(event: TimelineEvent, { origin, group }: ExportSetting) {
  const { id, title, date } = event;
  const row = group === null ? undefined : facetOf(event, group);
  return {
    unique_id: id,
    ...datesOf(date),
    display_date: xmlText(hedgedDate(event)),
    text: { headline: xmlText(plainLine(title)), text: textOf(event, origin) },
    ...(row !== undefined && { group: plainLine(row) }),
    autolink: false,
  };
}

const eraOf = ({ title, date }: TimelineEvent) => ({
  ...datesOf(date),
  text: { headline: xmlText(plainLine(title)) },
});

/** A month is written without a day, a year without a month. Any other date is a span of days. */
function datesOf({ precision, role, earliest, latest }: EventDate) {
  if (earliest === null || latest === null) return {};
  const start = partsOf(earliest);
  if (role !== 'SPANS' && precision === 'YEAR') return { start_date: { year: start.year } };
  if (role !== 'SPANS' && precision === 'MONTH')
    return { start_date: { year: start.year, month: start.month } };
  return {
    start_date: start,
    ...(role === 'SPANS' || isSpan(earliest, latest) ? { end_date: partsOf(latest) } : {}),
  };
}

const isSpan = (earliest: CalendarDate, latest: CalendarDate): boolean => earliest !== latest;

function textOf({ id, mentions }: TimelineEvent, origin: string): string {
  const quotes = mentions.map(({ quote, article }) => {
    const source = xmlText(sourceLine(article));
    const cited = article.url === null ? source : `<a href="${xmlText(article.url)}">${source}</a>`;
    return `<p>“${xmlText(plainLine(quote.exact))}” ${cited}</p>`;
  });
  return [...quotes, `<p><a href="${xmlText(eventUrl(origin, id))}">${id}</a></p>`].join('');
}
