import type { EventConflict } from '../../domain/event/conflict.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { EventExplanation, MentionExplanation } from '../../domain/event/explanation.ts';
import type { ArticleId, EventId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { EventFilter, FacetCount, FacetName } from '../../domain/query/timeline-query.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { Period } from '../../domain/time/period.ts';
import type { StoredArticle } from '../../store/port/event-store.ts';

export interface AroundQuery {
  /** How many events before it, 0–100; 5 by default. */
  readonly before?: number;
  /** How many after it. */
  readonly after?: number;
  readonly filter?: EventFilter;
}

/** An event and those next to it, both lists oldest first. */
export interface EventsAround {
  readonly event: TimelineEvent;
  readonly before: readonly TimelineEvent[];
  readonly after: readonly TimelineEvent[];
}

export interface GapsQuery {
  /** Its range limits the gaps; without one they lie between the events themselves. */
  readonly filter?: EventFilter;
  /** How many gaps, 0–100; 10 by default. */
  readonly first?: number;
}

/** A stretch of days in which no event surely lies. */
export interface Gap {
  readonly from: CalendarDate;
  /** Inclusive. */
  readonly to: CalendarDate;
  readonly days: number;
  /** How many events could lie in it, for all that is known. */
  readonly possibleCount: number;
  /** The first twenty of them. */
  readonly possible: readonly TimelineEvent[];
}

/** An event with what each of two articles tells of it. */
export interface ComparedEvent {
  readonly event: TimelineEvent;
  readonly first: readonly Mention[];
  readonly second: readonly Mention[];
  /** What the two say differently. */
  readonly conflicts: readonly EventConflict[];
}

/** Two articles side by side. */
export interface Comparison {
  readonly first: StoredArticle;
  readonly second: StoredArticle;
  /** Told by both, who do not contradict each other. */
  readonly shared: readonly ComparedEvent[];
  readonly conflicting: readonly ComparedEvent[];
  readonly onlyInFirst: readonly ComparedEvent[];
  readonly onlyInSecond: readonly ComparedEvent[];
}

export interface FacetsQuery {
  readonly filter?: EventFilter;
  /** All of them by default. */
  readonly facets?: readonly FacetName[];
  /** How many values of each, 0–100; 10 by default. */
  readonly first?: number;
}

/** What events can be narrowed by: the values with the most events first. */
export interface Facet {
  readonly facet: FacetName;
  readonly values: readonly FacetCount[];
}

/** The periods of a histogram; a WEEK is that of ISO 8601, from Monday to Sunday. */
export const BUCKET_UNITS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;

export type BucketUnit = (typeof BUCKET_UNITS)[number];

export interface HistogramQuery {
  readonly filter?: EventFilter;
  /** MONTH by default. */
  readonly by?: BucketUnit;
}

export interface Histogram {
  readonly by: BucketUnit;
  /** In their order, without a break. */
  readonly counts: readonly PeriodCount[];
}

/** The events of a period. */
export interface PeriodCount extends Period {
  readonly unit: BucketUnit;
  /** `2021-12-21`, `2021-W51`, `2021-12`, `2021-Q4` or `2021`. */
  readonly period: string;
  /** Events that surely lie in it. */
  readonly certain: number;
  /** Further ones that could lie in it. */
  readonly possible: number;
}

/** Questions about what several accounts say, and about many events at once. */
export interface TimelineReading {
  listAround(id: EventId, query: AroundQuery): Promise<EventsAround>;
  findGaps(query: GapsQuery): Promise<readonly Gap[]>;
  /** What the first mentions of an event rest on, 20 by default, at most 100; of an earlier version of it too. */
  explainEvent(event: TimelineEvent, first?: number): Promise<EventExplanation>;
  explainMention(event: TimelineEvent, mention: Mention): Promise<MentionExplanation>;
  countFacets(query: FacetsQuery): Promise<readonly Facet[]>;
  countByPeriod(query: HistogramQuery): Promise<Histogram>;
  compareArticles(ids: readonly ArticleId[]): Promise<Comparison>;
}
