import type { EventType } from '../event/event-type.ts';
import type { ArticleId } from '../event/ids.ts';
import type { Modality } from '../event/mention.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import type { Precision } from '../time/event-date.ts';

/** OVERLAPS: could lie in the range. WITHIN: surely lies in it. STARTS: its first possible day lies in it. */
export const RANGE_MATCHES = ['OVERLAPS', 'WITHIN', 'STARTS'] as const;

export type RangeMatch = (typeof RANGE_MATCHES)[number];

/** Both ends inclusive; null leaves an end open. */
export interface DateRange {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly match: RangeMatch;
}

/**
 * Lists are "any of"; an empty list and an absent field do not filter; the fields are joined by "and". Names are compared
 * in any case and, of actors, by aliases too ("Mr. Putin").
 */
export interface EventFilter {
  readonly range?: DateRange;
  /** Ids or names. */
  readonly actors?: readonly string[];
  /** Each of them takes part. */
  readonly allActors?: readonly string[];
  /** None of them takes part. */
  readonly noActors?: readonly string[];
  /** Ids or names. */
  readonly places?: readonly string[];
  readonly types?: readonly EventType[];
  readonly precisions?: readonly Precision[];
  readonly modalities?: readonly Modality[];
  readonly articles?: readonly ArticleId[];
  /** Publishers of articles that tell of it, by name. */
  readonly sources?: readonly string[];
  /** 0–1 */
  readonly minConfidence?: number;
  /** Of independent sources (`sourceCount`). */
  readonly minSources?: number;
  /** Words that all occur in the title or a quote; any string is legal, and one without a letter or digit finds nothing. */
  readonly text?: string;
  readonly monthDay?: MonthDayMatch;
  /**
   * What was known from the articles published by this day (`knownOn`): events are derived from their mentions alone, and
   * all other fields filter what comes of that. An event that none of them dates is left out. Of the whole filter alone,
   * not of its parts.
   */
  readonly asOf?: CalendarDate;
  /** All of these hold. */
  readonly and?: readonly EventFilter[];
  /** One of these holds at least; an empty list does not filter. */
  readonly or?: readonly EventFilter[];
  /** This does not hold. */
  readonly not?: EventFilter;
}

/** EXACT: events whose day is known. POSSIBLE: those too that could lie on it. */
export const MONTH_DAY_INCLUSIONS = ['EXACT', 'POSSIBLE'] as const;

export type MonthDayInclusion = (typeof MONTH_DAY_INCLUSIONS)[number];

/** Events on this day of any year; EXACT where nothing is said. */
export interface MonthDayMatch extends MonthDay {
  readonly include?: MonthDayInclusion;
}

export interface MonthDay {
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/**
 * DATE: first possible day, then last, then id. DATE_DESC is its exact reverse. RECORDED: the order of first appearance.
 * RELEVANCE: what matches the filter's text best comes first, the title before quotes; one page, which no position leads on from.
 * Of more than 10,000 matches, those recorded last are weighed.
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

/** Items are always in the order asked for, also when the walk is backward. */
export interface Page<T> {
  readonly items: readonly { readonly node: T; readonly position: Position }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** What events can be counted by, named as the filter's fields. */
export const FACET_NAMES = ['actor', 'place', 'type', 'source', 'precision', 'modality'] as const;

export type FacetName = (typeof FACET_NAMES)[number];

/** One value of a facet, with how many events have it. */
export interface FacetCount {
  /** As the filter takes it: an id, a word, or the name of a publisher. */
  readonly value: string;
  /** For people. */
  readonly name: string;
  readonly count: number;
}
