import type { EventFilter } from '../../../domain/query/timeline-query.ts';
import type { Clause } from '../../sql/clause.ts';
import { beginsIn, liesIn, reaches, startsIn } from '../../sql/range-clauses.ts';
import { EDITION, EVENT, isSettled, type Subject, wasTold } from '../../sql/subject.ts';
import { clausesOf } from './filter-clauses.ts';

/** Where the rows of a subject come from. */
export const SOURCES = {
  event: 'events e',
  edition: 'event_editions n CROSS JOIN events e ON e.event_key = n.event_key',
} as const satisfies Record<Subject['kind'], string>;
/** The spans come first, so that each of them is one search in an index by span. */
const BY_SPAN = 'event_spans s CROSS JOIN';

/**
 * The event, and the edition that tells it otherwise. The plus keeps the key apart from the one that the order of recording
 * sorts by, which would be sorted again.
 */
export const TOLD_BY = {
  event: '+e.event_key AS event_key, NULL AS edition_key',
  edition: '+e.event_key AS event_key, n.edition_key',
} as const satisfies Record<Subject['kind'], string>;

/** Spelled as the condition of the indexes that leave hidden events out. */
export const VISIBLE: Clause = { sql: 'e.hidden = 0', values: [] };

/** A part of a selection, found by one way of access. The parts of a selection never overlap. */
export interface Part {
  readonly subject: Subject;
  readonly source: string;
  readonly where: readonly Clause[];
}

/** What a filter selects; as of a day, of the events that were already known in full and of the editions of the others. */
export function partsOf(filter: EventFilter): readonly Part[] {
  const { asOf } = filter;
  if (asOf === undefined) return subjectParts(filter, EVENT, []);
  return [...subjectParts(filter, EVENT, [isSettled(asOf)]), ...subjectParts(filter, EDITION, wasTold(asOf))];
}

/**
 * Events that overlap a range either begin in it, and lie side by side in the index by date, or began earlier and reach it:
 * those are found by their length, without reading all that happened before the range.
 */
function subjectParts(filter: EventFilter, subject: Subject, given: readonly Clause[]): readonly Part[] {
  const { range } = filter;
  const others = [...given, ...clausesOf(filter, subject)];
  const source = SOURCES[subject.kind];
  const part = (where: readonly Clause[], from: string = source): Part => ({
    subject,
    source: from,
    where: [VISIBLE, ...where, ...others],
  });
  if (range === undefined) return [part([])];
  if (range.match === 'STARTS') return [part(startsIn(range, subject))];
  if (range.match === 'WITHIN') return [part(liesIn(range, subject))];
  const inside = part(beginsIn(range, subject));
  return range.from === null
    ? [inside]
    : [part(reaches(range.from, subject), `${BY_SPAN} ${source}`), inside];
}

/** The document of the edition that a row `p` was found by. */
export const editionOf = ({ asOf }: EventFilter): string =>
  asOf === undefined
    ? 'NULL'
    : '(SELECT n.document FROM event_editions n WHERE n.edition_key = p.edition_key)';
