import { type CalendarDate, type DayNumber, toDayNumber } from '../../domain/time/calendar-date.ts';
import type { DayCount } from '../port/event-store.ts';
import { toEventId } from './rows.ts';

/** An account that gives a day, as `dayAccountsStatement` has it. */
export interface DayAccountRow {
  readonly day: DayNumber;
  readonly id: string;
  readonly sourceCount: number;
  readonly confidence: number;
  readonly text: number;
  readonly knownOn: CalendarDate;
}

/** An article published so many days after an event tells of it from memory. */
const LATER = 2;

/** The articles and the leading event of one day. */
interface Day {
  readonly texts: Set<number>;
  readonly later: Set<number>;
  leading: DayAccountRow;
}

/** Counts the accounts of each day. Copies of one text count once. The days come in their order. */
export function countDays(rows: Iterable<DayAccountRow>): readonly DayCount[] {
  const days = new Map<DayNumber, Day>();
  for (const row of rows) {
    const day = days.get(row.day) ?? { texts: new Set(), later: new Set(), leading: row };
    days.set(row.day, day);
    day.texts.add(row.text);
    if (toDayNumber(row.knownOn) - row.day >= LATER) day.later.add(row.text);
    if (leads(row, day.leading)) day.leading = row;
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, { texts, later, leading }]) => ({
      day,
      articleCount: texts.size,
      laterCount: later.size,
      leading: toEventId(leading.id),
    }));
}

/** The event of most sources leads its day, then the surest, then the first by id. */
const leads = (one: DayAccountRow, other: DayAccountRow): boolean =>
  (one.sourceCount - other.sourceCount || one.confidence - other.confidence || (one.id < other.id ? 1 : -1)) >
  0;
