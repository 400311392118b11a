import type { DerivedEvent, TimelineEvent } from '../../domain/event/event.ts';
import { knownOn } from '../../domain/event/mention.ts';
import { type CalendarDate, partsOf, toDayNumber } from '../../domain/time/calendar-date.ts';
import { type DayBounds, dayBoundsOf, type EventDate, OPEN_START_DAY } from '../../domain/time/event-date.ts';

/** The columns that `events` and `event_editions` are selected by, under the names that the statements bind. */
export interface SelectionColumns {
  readonly earliestDay: number;
  readonly latestDay: number;
  /** The length of latestDay − earliestDay in bits: 0 for a single day, 5 for a month. */
  readonly spanBits: number;
  /** 1221 for 21 December; null unless the day is known. */
  readonly monthDay: number | null;
  readonly precision: string;
  readonly role: string;
  readonly type: string;
  readonly modality: string;
  readonly subject: string | null;
}

/** The columns of `events` that follow from a document. */
export interface EventColumns extends SelectionColumns {
  readonly id: string;
  readonly revision: number;
  readonly recordedAt: number;
  readonly confidence: number;
  readonly sourceCount: number;
  /** The day on which the last of its articles was published; the open start for an event without mentions. */
  readonly settledDay: number;
}

/** The columns that find an event. The writer stores them, and `verify` compares them with the stored ones. */
export function columnsOf(event: TimelineEvent): EventColumns {
  return {
    id: event.id,
    revision: event.revision,
    recordedAt: event.recordedAt,
    ...selectionColumnsOf(event),
    confidence: event.confidence,
    sourceCount: event.sourceCount,
    settledDay: Math.max(OPEN_START_DAY, ...event.mentions.map((mention) => toDayNumber(knownOn(mention)))),
  };
}

export function selectionColumnsOf(event: DerivedEvent): SelectionColumns {
  const { earliestDay, latestDay } = dayBoundsOf(event.date);
  return {
    earliestDay,
    latestDay,
    spanBits: spanBitsOf({ earliestDay, latestDay }),
    monthDay: monthDayOf(event.date),
    precision: event.date.precision,
    role: event.date.role,
    type: event.type,
    modality: event.modality,
    subject: event.subject,
  };
}

/** First and last day of a mention, and its very day where its role is ON and its precision DAY. All null without a date. */
export function mentionDaysOf(date: EventDate | null): readonly (number | null)[] {
  if (date === null) return [null, null, null];
  const { earliestDay, latestDay } = dayBoundsOf(date);
  return [earliestDay, latestDay, date.role === 'ON' && date.precision === 'DAY' ? earliestDay : null];
}

/** The length of a span in bits: 0 for a single day, 5 for a month. */
export const spanBitsOf = ({ earliestDay, latestDay }: DayBounds): number =>
  32 - Math.clz32(latestDay - earliestDay);

/** The text that a search looks through. A sentence that several mentions quote is in it once. */
export function searchTextOf(event: DerivedEvent): { readonly title: string; readonly quotes: string } {
  const quotes = new Set(event.mentions.map(({ quote }) => quote.exact));
  return { title: event.title, quotes: [...quotes].join('\n') };
}

function monthDayOf({ role, precision, earliest, latest }: EventDate): number | null {
  const isKnown = role !== 'PUBLISHED' && precision === 'DAY' && earliest !== null && earliest === latest;
  return isKnown ? monthDayNumber(earliest) : null;
}

function monthDayNumber(date: CalendarDate): number {
  const { month, day } = partsOf(date);
  return month * 100 + day;
}
