import type { TimelineEvent } from '../../domain/event/event.ts';
import { addDays, type CalendarDate, dayNumberOf, toDayNumber } from '../../domain/time/calendar-date.ts';
import { eventUrl } from '../event/addresses.ts';
import { hedgedDate, isCertain } from '../event/hedge.ts';
import { publishedDays } from '../event/published-days.ts';
import { sourceLine } from '../event/sources.ts';
import { plainLine, plainText } from '../text/plain-text.ts';
import {
  descriptionWith,
  type EventFormat,
  type ExportSetting,
  KEEPS_DATED,
  omittedLine,
} from './event-format.ts';

const FIRST_DAY = dayNumberOf({ year: 1, month: 1, day: 1 });
const LAST_DAY = '9999-12-31';

const isBeforeOurEra = ({ date }: TimelineEvent): boolean =>
  date.earliest !== null && toDayNumber(date.earliest) < FIRST_DAY;

const compact = (day: CalendarDate): string => day.replaceAll('-', '');

/**
 * iCalendar (RFC 5545): every event is an all-day event with an exclusive end. A date coarser than a day takes its whole
 * span, and stands in words behind the title. Events with an open end are left out.
 */
export const ICALENDAR: EventFormat = {
  ...KEEPS_DATED,
  /** A day of RFC 5545 has four digits of a year and no sign. */
  omits: (event) => KEEPS_DATED.omits(event) || isBeforeOurEra(event),
  mediaType: 'text/calendar; charset=utf-8',
  open: (setting, { omitted }) => ({
    head: () => headOf(setting, omittedLine('undated', omitted)),
    event: (event) => eventOf(event, setting),
    tail: () => contentLine('END', 'VCALENDAR'),
  }),
};

/** NAME, DESCRIPTION and SOURCE are those of RFC 7986. */
const headOf = ({ record, selfUrl }: ExportSetting, omitted: string | null): string => {
  const [name, description] = [plainLine(record.name), descriptionWith(record, omitted)];
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Dateline//Timeline//EN'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('NAME', textValue(name)),
    contentLine('X-WR-CALNAME', textValue(name)),
    contentLine('SOURCE;VALUE=URI', selfUrl),
    description === null ? '' : contentLine('DESCRIPTION', textValue(description)),
  ].join('');
};

function eventOf(event: TimelineEvent, { origin }: ExportSetting): string {
  const { id, revision, date, type, places } = event;
  const { earliest, latest } = date;
  if (earliest === null || latest === null) return '';
  const changed = `${compact(publishedDays(event).last)}T000000Z`;
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
    contentLine('STATUS', isCertain(event) ? 'CONFIRMED' : 'TENTATIVE'),
    contentLine('TRANSP', 'TRANSPARENT'),
    contentLine('END', 'VEVENT'),
  ].join('');
}

/** No day follows 9999-12-31. An event that ends there has a duration in place of an exclusive end. */
const endOf = (earliest: CalendarDate, latest: CalendarDate): string =>
  latest === LAST_DAY
    ? contentLine('DURATION', `P${toDayNumber(latest) - toDayNumber(earliest) + 1}D`)
    : contentLine('DTEND;VALUE=DATE', compact(addDays(latest, 1)));

/** A certain day needs no words: its place in the calendar says it. So does that of a report, which is called one. */
function summaryOf(event: TimelineEvent): string {
  const title = plainLine(event.title);
  if (event.date.role === 'PUBLISHED') return `Reported: ${title}`;
  return event.date.precision === 'DAY' && isCertain(event) ? title : `${title} (${hedgedDate(event)})`;
}

const descriptionOf = (event: TimelineEvent): string =>
  [
    `${hedgedDate(event)} (${event.date.edtf})`,
    ...event.mentions.map(({ quote, article }) => `“${plainLine(quote.exact)}” (${sourceLine(article)})`),
  ].join('\n');

const LONGEST_LINE = 75;

const octetsOf = (character: string): number => {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x8_00) return 2;
  return codePoint < 0x1_00_00 ? 3 : 4;
};

/**
 * A content line of RFC 5545 (section 3.1) with its CRLF. It is folded: no line has more than 75 octets, and no character
 * is split. `value` is already escaped for its type.
 */
function contentLine(name: string, value: string): string {
  let folded = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}

/** A value of type TEXT (section 3.3.11). */
const textValue = (text: string): string =>
  plainText(text)
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, String.raw`\n`);
