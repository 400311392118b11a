import type { TimelineEvent } from '../../domain/event/event.ts';
import type { ArticleId } from '../../domain/event/ids.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { TimelineRecord } from '../../domain/timeline-record.ts';
import type { Facet } from '../event/facets.ts';
import type { Gazetteer } from '../event/gazetteer.ts';
import { counted } from '../text/plain-text.ts';

/** An event that a format leaves out: its date lacks a beginning or an end, or no place of it is on the map. */
export type Omission = 'undated' | 'withoutCoordinates';

/** Facts of a selection that stand in the head of its export. */
export interface Survey {
  /** How many events the format leaves out. */
  readonly omitted: number;
  /** The day of the latest article; null for an empty selection. */
  readonly updatedOn: CalendarDate | null;
}

/** The facts of an export that are not its events'. */
export interface ExportSetting {
  readonly record: TimelineRecord;
  /** The day against which undated articles were read. */
  readonly anchor: CalendarDate;
  readonly revision: number;
  /** Scheme and host under which events are found, without a slash at its end: `https://timeline.example`. */
  readonly origin: string;
  /** The address of this export. */
  readonly selfUrl: string;
  /** The facet by which TimelineJS groups its slides. */
  readonly group: Facet | null;
  readonly gazetteer: Gazetteer;
  /** The fields or columns that are wanted, for a format that has `fields`. By default all. */
  readonly fields?: readonly string[];
}

/** An article's text, for positions in code points; undefined where no text is kept. */
export type TextOf = (id: ArticleId) => string | undefined;

/** Writes an export, piece by piece: head, then each event, then tail. */
export interface EventWriter {
  head(): string;
  /** `index` counts from 0 and passes over the events that the format leaves out. */
  event(event: TimelineEvent, index: number, textOf: TextOf): string;
  tail(): string;
}

/** Writes an export from the served JSON of its events. */
export interface TextWriter {
  head(): string;
  /** `index` counts from 0. */
  event(text: string, index: number): string;
  tail(): string;
}

/** A file format for events. Its writer makes a valid file of any events. */
export interface EventFormat {
  /** With its parameters. */
  readonly mediaType: string;
  /** The events that it leaves out and must count; null where it keeps every event. */
  readonly omission: Omission | null;
  /** Whether its head has facts of all events. */
  readonly needsSurvey: boolean;
  /** Whether it counts positions in an article's text. */
  readonly needsTexts: boolean;
  /** The fields or columns that can be chosen; null for a format that is always whole. */
  readonly fields: readonly string[] | null;
  omits(event: TimelineEvent, setting: ExportSetting): boolean;
  open(setting: ExportSetting, survey: Survey): EventWriter;
  /** For a format of every event in its served JSON: the stored texts are copied, and no event becomes an object. */
  openTexts?(setting: ExportSetting): TextWriter;
  /** The last line of an export that broke off, in a format that has such a line. It names the error, not the cause. */
  broken?(code: string, errorId: string | null): string;
}

/** The properties of most formats: they keep every event and write it as it comes. */
export const KEEPS_ALL = {
  omission: null,
  needsSurvey: false,
  needsTexts: false,
  fields: null,
  omits: () => false,
} as const satisfies Partial<EventFormat>;

/** The properties of formats of days. They leave out an open date: a beginning or an end would be invented. */
export const KEEPS_DATED = {
  omission: 'undated',
  needsSurvey: true,
  needsTexts: false,
  fields: null,
  omits: ({ date }: TimelineEvent) => date.earliest === null || date.latest === null,
} as const satisfies Partial<EventFormat>;

const REASONS: Record<Omission, string> = {
  undated: 'without a first and a last possible day',
  withoutCoordinates: 'at no place whose coordinates are known',
};

/** `Left out: 2 events without a first and a last possible day.` Null where nothing was left out. */
export const omittedLine = (omission: Omission, omitted: number): string | null =>
  omitted === 0 ? null : `Left out: ${counted(omitted, 'event')} ${REASONS[omission]}.`;

/** The description of the timeline, then what was left out. Null where there is neither. */
export function descriptionWith({ description }: TimelineRecord, omitted: string | null): string | null {
  const lines = [description, omitted].filter((line) => line !== null);
  return lines.length === 0 ? null : lines.join('\n');
}
