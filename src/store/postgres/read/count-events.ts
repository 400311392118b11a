import type { EventFilter, FacetCount, FacetName } from '../../../domain/query/timeline-query.ts';
import type { BoundsCount, DayCount } from '../../port/event-store.ts';
import {
  dayAccountsStatement,
  EVENT_MONTHS,
  eventBoundsStatement,
  eventCountStatement,
  facetStatement,
} from '../../sql/count-statements.ts';
import { countDays, type DayAccountRow } from '../../sql/day-counts.ts';
import { POSTGRES } from '../postgres-dialect.ts';
import type { Session } from '../session.ts';
import { readRevision } from './read-state.ts';

export async function countEvents(session: Session, filter: EventFilter): Promise<number> {
  const rows = await session.readClause<{ count: number }>(eventCountStatement(POSTGRES, filter));
  return rows.reduce((sum, { count }) => sum + count, 0);
}

export const countByBounds = (session: Session, filter: EventFilter): Promise<readonly BoundsCount[]> =>
  session.readClause<BoundsCount>(eventBoundsStatement(POSTGRES, filter));

export const countFacet = (
  session: Session,
  filter: EventFilter,
  facet: FacetName,
  size: number,
): Promise<readonly FacetCount[]> =>
  session.readClause<FacetCount>(facetStatement(POSTGRES, filter, facet, size));

export async function countByDays(session: Session, filter: EventFilter): Promise<readonly DayCount[]> {
  return countDays(await session.readClause<DayAccountRow>(dayAccountsStatement(POSTGRES, filter)));
}

/** The counts of all events by months, read again when the revision has changed. */
export function monthCounts(): (session: Session) => Promise<readonly BoundsCount[]> {
  let kept: { readonly revision: number; readonly counts: readonly BoundsCount[] } | undefined;
  return async (session) => {
    // The revision is read before the counts: newer counts are then read once more, and older ones never kept.
    const revision = await readRevision(session);
    if (kept?.revision !== revision)
      kept = { revision, counts: await session.read<BoundsCount>(EVENT_MONTHS) };
    return kept.counts;
  };
}
