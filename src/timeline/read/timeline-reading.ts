import type { EventConflict } from '../../domain/event/conflict.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { EventExplanation, MentionExplanation } from '../../domain/event/explanation.ts';
import type { ArticleId, EventId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { Caller, EventFilter, FacetCount, FacetName } from '../../domain/query/timeline-query.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { Period } from '../../domain/time/period.ts';
import type { ArticleRecord } from '../../store/port/event-store.ts';

/** A question with its sender. */
export interface Asked {
  readonly caller?: Caller;
}

/** A question for an event's neighbours. */
export interface AroundQuery extends Asked {
  /** The number of events before it, 0–100; 5 by default. */
  readonly before?: number;
  /** The number of events after it, 0–100; 5 by default. */
  readonly after?: number;
  readonly filter?: EventFilter;
}

/** An event and its neighbours, both lists oldest first. */
export interface EventsAround {
  readonly event: TimelineEvent;
  readonly before: readonly TimelineEvent[];
  readonly after: readonly TimelineEvent[];
}

/** A question for gaps. */
export interface GapsQuery extends Asked {
  /** Its range limits the gaps. Without a range, the gaps lie between the first and the last event. */
  readonly filter?: EventFilter;
  /** The number of gaps, 0–100; 10 by default. */
  readonly first?: number;
}

/** A span of days in which no event surely lies. */
export interface Gap {
  readonly from: CalendarDate;
  /** Inclusive. */
  readonly to: CalendarDate;
  readonly days: number;
  /** The number of events that could lie in it. */
  readonly possibleCount: number;
  /** The first twenty of these events. */
  readonly possible: readonly TimelineEvent[];
}

/** An event with its mentions in each of two articles. */
export interface ComparedEvent {
  readonly event: TimelineEvent;
  readonly first: readonly Mention[];
  readonly second: readonly Mention[];
  /** The contradictions between the two articles. */
  readonly conflicts: readonly EventConflict[];
}

/** Two articles side by side. */
export interface Comparison {
  readonly first: ArticleRecord;
  readonly second: ArticleRecord;
  /** Events with mentions in both articles, which do not contradict each other. */
  readonly shared: readonly ComparedEvent[];
  readonly conflicting: readonly ComparedEvent[];
  readonly onlyInFirst: readonly ComparedEvent[];
  readonly onlyInSecond: readonly ComparedEvent[];
}

/** A question for facets. */
export interface FacetsQuery extends Asked {
  readonly filter?: EventFilter;
  /** All facets by default. */
  readonly facets?: readonly FacetName[];
  /** The number of values of each facet, 0–100; 10 by default. */
  readonly first?: number;
}

/** A facet with its values; the value with the most events comes first. */
export interface Facet {
  readonly facet: FacetName;
  readonly values: readonly FacetCount[];
}

/** The units of a histogram; a WEEK runs from Monday to Sunday, as in ISO 8601. */
export const BUCKET_UNITS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;

export type BucketUnit = (typeof BUCKET_UNITS)[number];

/** A question for a histogram. */
export interface HistogramQuery extends Asked {
  readonly filter?: EventFilter;
  /** MONTH by default. */
  readonly by?: BucketUnit;
}

/** The counts of events by period. */
export interface Histogram {
  readonly by: BucketUnit;
  /** In the order of the periods, empty periods included. */
  readonly counts: readonly PeriodCount[];
}

/** The number of events in a period. */
export interface PeriodCount extends Period {
  readonly unit: BucketUnit;
  /** `2021-12-21`, `2021-W51`, `2021-12`, `2021-Q4` or `2021`. */
  readonly period: string;
  /** Events that surely lie in it. */
  readonly certain: number;
  /** Further events that could lie in it. */
  readonly possible: number;
}

/** A question for the days that matter most. */
export interface DigestQuery extends Asked {
  readonly filter?: EventFilter;
  /** The number of days, 0–100; 10 by default. */
  readonly days?: number;
}

/** A day that matters, with its leading event. */
export interface DigestDay {
  readonly date: CalendarDate;
  /** 0–2: the shares of the highest counts, added. */
  readonly score: number;
  /** Independent articles with an account of the day. */
  readonly articleCount: number;
  /** The articles among these that were published two or more days later. */
  readonly laterCount: number;
  readonly event: TimelineEvent;
}

/** The use cases that compare, count and explain. */
export interface TimelineReading {
  listAround(id: EventId, query: AroundQuery): Promise<EventsAround>;
  findGaps(query: GapsQuery): Promise<readonly Gap[]>;
  digest(query: DigestQuery): Promise<readonly DigestDay[]>;
  /** Explains an event's first mentions, 20 by default, at most 100; also of an earlier version of the event. */
  explainEvent(event: TimelineEvent, first?: number): Promise<EventExplanation>;
  explainMention(event: TimelineEvent, mention: Mention): Promise<MentionExplanation>;
  countFacets(query: FacetsQuery): Promise<readonly Facet[]>;
  countByPeriod(query: HistogramQuery): Promise<Histogram>;
  compareArticles(ids: readonly ArticleId[], caller?: Caller): Promise<Comparison>;
}
