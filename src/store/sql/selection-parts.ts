import type { EventFilter } from '../../domain/query/timeline-query.ts';
import type { Clause } from './clause.ts';
import type { Dialect, Selected } from './dialect.ts';
import { clausesOf } from './filter-clauses.ts';
import { beginsIn, liesIn, reaches, startsIn } from './range-clauses.ts';
import { EVENT, SNAPSHOT, type Subject, wasComplete, wasCurrent } from './subject.ts';

/** The tables that the rows of a subject come from. */
export const sourceOf = ({ orderedJoin }: Dialect, { kind }: Subject): string =>
  kind === 'event' ? 'events e' : `event_editions n ${orderedJoin} events e ON e.event_key = n.event_key`;

/**
 * The columns of a found event and its snapshot. The plus keeps SQLite from taking this column for the one that the order
 * of recording sorts by, which it would sort again.
 */
export const FOUND_KEYS = {
  event: '+e.event_key AS event_key, CAST(NULL AS INTEGER) AS edition_key',
  edition: '+e.event_key AS event_key, n.edition_key',
} as const satisfies Record<Subject['kind'], string>;

/** The spelling must be that of the partial indexes, which leave hidden events out. */
export const VISIBLE: Clause = { sql: 'e.hidden = 0', values: [] };

/** A part of a selection, found by a single way of access. The parts of a selection never overlap. */
export interface Part extends Selected {
  readonly subject: Subject;
}

/** The events that a filter selects. As of a day, these are complete events and the snapshots of the others. */
export function partsOf(dialect: Dialect, filter: EventFilter): readonly Part[] {
  const { asOf } = filter;
  if (asOf === undefined) return subjectParts(dialect, filter, EVENT, []);
  return [
    ...subjectParts(dialect, filter, EVENT, [wasComplete(asOf)]),
    ...subjectParts(dialect, filter, SNAPSHOT, wasCurrent(asOf)),
  ];
}

/**
 * The events that overlap a range are two parts. Events that begin in it lie side by side in the index by date. Earlier
 * events that reach it are found by their length, without reading all events before the range.
 */
function subjectParts(
  dialect: Dialect,
  filter: EventFilter,
  subject: Subject,
  given: readonly Clause[],
): readonly Part[] {
  const { range } = filter;
  const others = [...given, ...clausesOf(dialect, filter, subject)];
  const source = sourceOf(dialect, subject);
  const part = (where: readonly Clause[], from: Clause = { sql: source, values: [] }): Part => ({
    subject,
    source: from,
    where: [dialect.watched(`${subject.alias}.${subject.kind}_key`), VISIBLE, ...where, ...others],
  });
  if (range === undefined) return [part([])];
  if (range.match === 'STARTS') return [part(startsIn(range, subject))];
  if (range.match === 'WITHIN') return [part(liesIn(range, subject))];
  const inside = part(beginsIn(range, subject));
  if (range.from === null) return [inside];
  const earlier = dialect.bySpan(subject, reaches(range.from, subject));
  return [part(earlier.where, earlier.source), inside];
}

/** The document of the snapshot that a row `p` was found by. */
export const snapshotOf = ({ asOf }: EventFilter): string =>
  asOf === undefined
    ? 'NULL'
    : '(SELECT n.document FROM event_editions n WHERE n.edition_key = p.edition_key)';
