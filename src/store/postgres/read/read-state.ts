import { TimelineError } from '../../../domain/errors.ts';
import { OPEN_END_DAY, OPEN_START_DAY } from '../../../domain/time/event-date.ts';
import type { StoreSummary } from '../../port/event-store.ts';
import { type SummaryRow, toSummary } from '../../sql/columns/summary-row.ts';
import { ALL_EVENTS } from '../../sql/count-statements.ts';
import { CURRENT_ARTICLE } from '../../sql/list-statements.ts';
import type { Session } from '../session.ts';

/** The revision is read from the store every time, because another process may have changed it. */
export async function readRevision(session: Session): Promise<number> {
  const [row] = await session.read<{ revision: number }>('SELECT s.revision FROM store_state s');
  return requireState(row).revision;
}

/** Throws `NOT_FOUND` for a timeline without a row in `store_state`, such as a program has open that another program removed. */
export function requireState<Row>(row: Row | undefined): Row {
  if (row !== undefined) return row;
  throw new TimelineError('NOT_FOUND', 'the timeline was removed, or a copy goes into it');
}

const SUMMARY = `
  SELECT s.revision,
    (SELECT count(*) FROM articles a WHERE ${CURRENT_ARTICLE}) AS article_count,
    ${ALL_EVENTS} AS event_count,
    (SELECT min(e.earliest_day) FROM events e WHERE e.hidden = 0 AND e.earliest_day > ${OPEN_START_DAY}) AS earliest_day,
    (SELECT max(e.latest_day) FROM events e WHERE e.hidden = 0 AND e.latest_day < ${OPEN_END_DAY}) AS latest_day
  FROM store_state s`;

export async function readSummary(session: Session): Promise<StoreSummary> {
  const [row] = await session.read<SummaryRow>(SUMMARY);
  return toSummary(requireState(row));
}

export async function readMarker(session: Session, name: string): Promise<string | undefined> {
  const [row] = await session.read<{ value: string }>(
    'SELECT m.value FROM markers m WHERE m.name = $2',
    name,
  );
  return row?.value;
}

export async function writeMarker(session: Session, name: string, value: string): Promise<void> {
  await session.write(
    `INSERT INTO markers (timeline_id, name, value) VALUES ($1, $2, $3)
    ON CONFLICT (timeline_id, name) DO UPDATE SET value = excluded.value`,
    name,
    value,
  );
}
