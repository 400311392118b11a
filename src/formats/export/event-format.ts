import type { TimelineEvent } from '../../domain/event/event.ts';
import type { ArticleId } from '../../domain/event/ids.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import { EVENT_FIELDS, sparseEventJson } from '../event/event-json.ts';
import type { Facet } from '../event/facets.ts';
import type { Gazetteer } from '../event/gazetteer.ts';

/** What a format has no room for: an event whose date lacks a beginning or an end, one that happened nowhere on a map. */
export type Omission = 'undated' | 'withoutCoordinates';

/** What is known of a selection before the first byte is written. */
export interface Survey {
  /** How many events the format leaves out. */
  readonly omitted: number;
  /** The day on which the selection was last told something new; null for an empty one. */
  readonly updatedOn: CalendarDate | null;
}

/** What an export says beside its events. */
export interface ExportSetting {
  /** The timeline's name. */
  readonly name: string;
  /** The day against which undated articles were read. */
  readonly anchor: CalendarDate;
  readonly revision: number;
  /** Scheme and host under which events are found, without a slash at its end: `https://timeline.example`. */
  readonly origin: string;
  /** Where this export can be had again. */
  readonly selfUrl: string;
  /** What TimelineJS groups its slides by. */
  readonly group: Facet | null;
  readonly gazetteer: Gazetteer;
  /** Only these fields or columns, of a format that has `fields`; all where it is left out. */
  readonly fields?: readonly string[];
}

/** An article's text where it is at hand, for positions in other units than ours. */
export type TextOf = (id: ArticleId) => string | undefined;

/** Writes one export, piece by piece: head, then each event, then tail. */
export interface EventWriter {
  head(): string;
  /** `index` counts from 0, without the events that the format leaves out. */
  event(event: TimelineEvent, index: number, textOf: TextOf): string;
  tail(): string;
}

/** Writes one export from the JSON texts that are served of its events. */
export interface TextWriter {
  head(): string;
  /** `index` counts from 0. */
  event(text: string, index: number): string;
  tail(): string;
}

/** A file format for events. Whatever the events say, what its writer makes is valid. */
export interface EventFormat {
  /** With its parameters. */
  readonly mediaType: string;
  /** What it leaves out, and must therefore say; null for nothing. */
  readonly omission: Omission | null;
  /** Whether it says something up front that follows from all events. */
  readonly needsSurvey: boolean;
  /** Whether it counts positions in an article's text. */
  readonly needsTexts: boolean;
  /** The fields or columns that can be chosen; null for a format that is always whole. */
  readonly fields: readonly string[] | null;
  omits(event: TimelineEvent, setting: ExportSetting): boolean;
  open(setting: ExportSetting, survey: Survey): EventWriter;
  /** For a format that keeps all events and tells of each what is served of it: no event is read and written again. */
  openTexts?(setting: ExportSetting): TextWriter;
  /** A last line that says that the export broke off, where the format has such; code and id of the error, no cause. */
  broken?(code: string, errorId: string | null): string;
}

/** What holds of most formats: they keep every event and write them as they come. */
export const KEEPS_ALL = {
  omission: null,
  needsSurvey: false,
  needsTexts: false,
  fields: null,
  omits: () => false,
} as const satisfies Partial<EventFormat>;

/** A format of such texts, also where events are at hand as objects. */
export const ofTexts = (openTexts: (setting: ExportSetting) => TextWriter) => ({
  ...KEEPS_ALL,
  fields: EVENT_FIELDS,
  openTexts,
  open: (setting: ExportSetting): EventWriter => {
    const { head, event, tail } = openTexts(setting);
    const json = sparseEventJson(setting.fields);
    return { head, tail, event: (one, index) => event(JSON.stringify(json(one)), index) };
  },
});

/** For formats of days: an open date never acquires a beginning or an end. */
export const KEEPS_DATED = {
  omission: 'undated',
  needsSurvey: true,
  needsTexts: false,
  fields: null,
  omits: ({ date }: TimelineEvent) => date.earliest === null || date.latest === null,
} as const satisfies Partial<EventFormat>;
