import type { EventType } from '../event/event-type.ts';
import type { ArticleId } from '../event/ids.ts';
import type { Modality } from '../event/mention.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import type { DateRole, Precision } from '../time/event-date.ts';

/**
 * OVERLAPS: could lie in the range. WITHIN: surely lies in it, which a date with role PUBLISHED never does. STARTS: its
 * first possible day lies in it.
 */
export const RANGE_MATCHES = ['OVERLAPS', 'WITHIN', 'STARTS'] as const;

export type RangeMatch = (typeof RANGE_MATCHES)[number];

/** A range of days, both ends inclusive; null leaves an end open. */
export interface DateRange {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly match: RangeMatch;
}

/**
 * A filter of events. All its fields must hold; of a list, one value must. An empty list and an absent field do not filter.
 * Case does not count in names, and aliases find actors too ("Mr. Putin").
 */
export interface EventFilter {
  readonly range?: DateRange;
  /** Ids or names. */
  readonly actors?: readonly string[];
  /** All these actors take part. */
  readonly allActors?: readonly string[];
  /** None of these actors takes part. */
  readonly noActors?: readonly string[];
  /** Ids or names. */
  readonly places?: readonly string[];
  readonly types?: readonly EventType[];
  /** Ids of the file of subjects. */
  readonly subjects?: readonly string[];
  readonly precisions?: readonly Precision[];
  readonly roles?: readonly DateRole[];
  readonly modalities?: readonly Modality[];
  readonly articles?: readonly ArticleId[];
  /** Publishers of the event's articles, by name. */
  readonly sources?: readonly string[];
  /** 0–1 */
  readonly minConfidence?: number;
  /** The least number of independent sources (`sourceCount`). */
  readonly minSources?: number;
  /** Words that all occur in the title or in one quote. A text without a letter or digit finds nothing. */
  readonly text?: string;
  readonly monthDay?: MonthDayMatch;
  /**
   * The timeline as of this day: events are derived from the mentions known by then (`knownOn`), and the other fields filter
   * these events. An event without a date by then is left out. Only the whole filter has this field, not its parts.
   */
  readonly asOf?: CalendarDate;
  /** All these filters hold. */
  readonly and?: readonly EventFilter[];
  /** At least one of these filters holds; an empty list does not filter. */
  readonly or?: readonly EventFilter[];
  /** This filter does not hold. */
  readonly not?: EventFilter;
}

/** EXACT: events whose day is known. POSSIBLE: also events that could lie on that day. */
export const MONTH_DAY_INCLUSIONS = ['EXACT', 'POSSIBLE'] as const;

export type MonthDayInclusion = (typeof MONTH_DAY_INCLUSIONS)[number];

/** Events on this day of any year; EXACT by default. */
export interface MonthDayMatch extends MonthDay {
  readonly include?: MonthDayInclusion;
}

/** A day of any year: `{ month: 12, day: 21 }`. */
export interface MonthDay {
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/**
 * DATE: by first possible day, then last possible day, then id. DATE_DESC: the exact reverse of DATE. RECORDED: by first
 * appearance. RELEVANCE: the best match of the filter's text first, titles before quotes; it has one page and no positions.
 * Of more than 1,000 matches, RELEVANCE scores those recorded last.
 */
export const EVENT_ORDERS = ['DATE', 'DATE_DESC', 'RECORDED', 'RELEVANCE'] as const;

export type EventOrder = (typeof EVENT_ORDERS)[number];

/** A place in a total order: the sort key's numbers, then the id that breaks ties. */
export interface Position {
  readonly keys: readonly number[];
  readonly id: string;
}

/** A page of a keyset walk: `size` rows after `after`, or before `before` when walking backward. */
export type PageRequest =
  | { readonly direction: 'FORWARD'; readonly size: number; readonly after: Position | null }
  | { readonly direction: 'BACKWARD'; readonly size: number; readonly before: Position | null };

/** Waits for an answer. The signal is aborted when the client has gone, so that a long read can be given up. */
export interface Caller {
  readonly signal: AbortSignal;
}

/** A page of a list. Its items are in the requested order, also when the walk is backward. */
export interface Page<T> {
  readonly items: readonly { readonly node: T; readonly position: Position }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** The facets by which events can be counted, named as the filter's fields. */
export const FACET_NAMES = ['actor', 'place', 'type', 'source', 'precision', 'modality', 'subject'] as const;

export type FacetName = (typeof FACET_NAMES)[number];

/** One value of a facet, with how many events have it. */
export interface FacetCount {
  /** The value for the filter: an id, a word, or the name of a publisher. */
  readonly value: string;
  /** The value's name, for people. */
  readonly name: string;
  readonly count: number;
}
