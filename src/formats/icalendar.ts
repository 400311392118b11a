import type { TimelineEvent } from '../domain/event/event.ts';
import { addDays, type CalendarDate, toDayNumber } from '../domain/time/calendar-date.ts';
import { contentLine, textValue } from './content-line.ts';
import { type EventFormat, type ExportSetting, KEEPS_DATED } from './event-format.ts';
import { eventUrl } from './event-urls.ts';
import { hedgedDate, hedgeOf } from './hedge.ts';
import { omittedLine } from './omitted-line.ts';
import { plainLine } from './plain-text.ts';
import { sourceLine } from './sources.ts';
import { toldOn } from './told-on.ts';

const LAST_DAY = '9999-12-31';

const compact = (day: CalendarDate): string => day.replaceAll('-', '');

/**
 * iCalendar (RFC 5545): an all-day event each, with an exclusive end. A date coarser than a day takes the whole of its
 * span and says so behind the title. Events with an open end are left out.
 */
export const ICALENDAR: EventFormat = {
  ...KEEPS_DATED,
  mediaType: 'text/calendar; charset=utf-8',
  open: (setting, { omitted }) => ({
    head: () => headOf(setting, omittedLine('undated', omitted)),
    event: (event) => eventOf(event, setting),
    tail: () => contentLine('END', 'VCALENDAR'),
  }),
};

/** NAME, DESCRIPTION and SOURCE are those of RFC 7986. */
const headOf = ({ name, selfUrl }: ExportSetting, omitted: string | null): string =>
  [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Dateline//Timeline//EN'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('NAME', textValue(plainLine(name))),
    contentLine('X-WR-CALNAME', textValue(plainLine(name))),
    contentLine('SOURCE;VALUE=URI', selfUrl),
    omitted === null ? '' : contentLine('DESCRIPTION', textValue(omitted)),
  ].join('');

function eventOf(event: TimelineEvent, { origin }: ExportSetting): string {
  const { id, revision, date, type, places, modality } = event;
  const { earliest, latest } = date;
  if (earliest === null || latest === null) return '';
  const changed = `${compact(toldOn(event).last)}T000000Z`;
  const where = places.map(({ name }) => plainLine(name)).join(', ');
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', `${id}@dateline`),
    contentLine('DTSTAMP', changed),
    contentLine('LAST-MODIFIED', changed),
    contentLine('SEQUENCE', String(revision)),
    contentLine('DTSTART;VALUE=DATE', compact(earliest)),
    endOf(earliest, latest),
    contentLine('SUMMARY', textValue(summaryOf(event))),
    contentLine('DESCRIPTION', textValue(descriptionOf(event))),
    contentLine('CATEGORIES', type),
    where === '' ? '' : contentLine('LOCATION', textValue(where)),
    contentLine('URL', eventUrl(origin, id)),
    contentLine('STATUS', modality === 'PLANNED' ? 'TENTATIVE' : 'CONFIRMED'),
    contentLine('TRANSP', 'TRANSPARENT'),
    contentLine('END', 'VEVENT'),
  ].join('');
}

/** The day after the last day of the calendar has no name: an event that reaches it says how long it lasts. */
const endOf = (earliest: CalendarDate, latest: CalendarDate): string =>
  latest === LAST_DAY
    ? contentLine('DURATION', `P${toDayNumber(latest) - toDayNumber(earliest) + 1}D`)
    : contentLine('DTEND;VALUE=DATE', compact(addDays(latest, 1)));

/** A day that is sure needs no more than its place in the calendar. */
function summaryOf(event: TimelineEvent): string {
  const title = plainLine(event.title);
  const isSureDay = event.date.precision === 'DAY' && hedgeOf(event) !== 'planned';
  return isSureDay ? title : `${title} (${hedgedDate(event)})`;
}

const descriptionOf = (event: TimelineEvent): string =>
  [
    `${hedgedDate(event)} (${event.date.edtf})`,
    ...event.mentions.map(({ quote, article }) => `“${plainLine(quote.exact)}” (${sourceLine(article)})`),
  ].join('\n');
