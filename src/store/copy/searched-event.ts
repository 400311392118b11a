import type { DerivedEvent } from '../../domain/event/event.ts';
import { fromDayNumber } from '../../domain/time/calendar-date.ts';
import { toEventAsOf } from '../sql/rows.ts';
import type { CopiedRow } from './copied-tables.ts';

/** The event, or the snapshot of an event, whose words a search finds. */
export const searchedEventOf = ({
  document,
  snapshot = null,
  from_day: day = null,
}: CopiedRow): DerivedEvent =>
  toEventAsOf(
    { document: String(document), snapshot: snapshot === null ? null : String(snapshot) },
    day === null ? undefined : fromDayNumber(Number(day)),
  );
