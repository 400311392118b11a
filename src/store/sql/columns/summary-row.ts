import { fromDayNumber } from '../../../domain/time/calendar-date.ts';
import type { StoreSummary } from '../../port/event-store.ts';

/** The numbers of a store. The days are null where no event has a date with an end on that side. */
export interface SummaryRow {
  readonly revision: number;
  readonly article_count: number;
  readonly event_count: number;
  readonly earliest_day: number | null;
  readonly latest_day: number | null;
}

/** Throws where the row of the store's state is missing. */
export function toSummary(row: SummaryRow | undefined): StoreSummary {
  if (row === undefined) throw new Error('store_state has lost its row');
  return {
    revision: row.revision,
    articleCount: row.article_count,
    eventCount: row.event_count,
    earliest: row.earliest_day === null ? null : fromDayNumber(row.earliest_day),
    latest: row.latest_day === null ? null : fromDayNumber(row.latest_day),
  };
}
