import type { TimelineEvent } from '../../domain/event/event.ts';
import { eventSummaryJson } from './event-json.ts';

/** A day of a digest, as JSON for REST and the command line. The score has four decimals. */
export const digestDayJson = (day: {
  readonly date: string;
  readonly score: number;
  readonly articleCount: number;
  readonly laterCount: number;
  readonly event: TimelineEvent;
}) => ({
  date: day.date,
  score: Math.round(day.score * 10_000) / 10_000,
  articleCount: day.articleCount,
  laterCount: day.laterCount,
  sourceCount: day.event.sourceCount,
  event: eventSummaryJson(day.event),
});
