import type { Session } from '../session.ts';

/** The columns of an event that the table of months counts by. */
export interface MonthsRow {
  readonly hidden: number;
  readonly first_month: number;
  readonly last_month: number;
  readonly reported: number;
}

const GIVEN =
  'unnest($2::integer[], $3::integer[], $4::integer[], $5::integer[]) g (first_month, last_month, reported, delta)';
const SAME_MONTHS = `h.timeline_id = $1 AND h.first_month = g.first_month AND h.last_month = g.last_month
  AND h.reported = g.reported`;

const STATEMENTS = [
  `UPDATE event_months h SET count = h.count + g.delta FROM ${GIVEN} WHERE ${SAME_MONTHS}`,
  `INSERT INTO event_months (timeline_id, first_month, last_month, reported, count)
  SELECT $1::integer, g.first_month, g.last_month, g.reported, g.delta FROM ${GIVEN} WHERE g.delta > 0
  ON CONFLICT DO NOTHING`,
  `DELETE FROM event_months h USING ${GIVEN} WHERE ${SAME_MONTHS} AND h.count = 0`,
];

/** Counts the events that came and went by their months. */
export async function countMonths(
  session: Session,
  before: readonly MonthsRow[],
  after: readonly MonthsRow[],
): Promise<void> {
  const deltas = new Map<string, { row: MonthsRow; delta: number }>();
  const count = (rows: readonly MonthsRow[], by: number): void => {
    for (const row of rows.filter(({ hidden }) => hidden === 0)) {
      const key = `${row.first_month} ${row.last_month} ${row.reported}`;
      deltas.set(key, { row, delta: (deltas.get(key)?.delta ?? 0) + by });
    }
  };
  count(before, -1);
  count(after, 1);
  const changed = [...deltas.values()].filter(({ delta }) => delta !== 0);
  if (changed.length === 0) return;
  const values = [
    changed.map(({ row }) => row.first_month),
    changed.map(({ row }) => row.last_month),
    changed.map(({ row }) => row.reported),
    changed.map(({ delta }) => delta),
  ];
  await Promise.all(STATEMENTS.map((sql) => session.write(sql, ...values)));
}
