import type { Database } from 'better-sqlite3';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { EventId } from '../../../domain/event/ids.ts';
import type { EventFilter, EventOrder, Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import { projector } from '../../documents/projector.ts';
import type { DocumentKind, EventShape } from '../../port/event-documents.ts';
import type { Clause } from '../../sql/clause.ts';
import { documentPageOf, eventPageOf } from '../../sql/document-page.ts';
import { eventPageStatement } from '../../sql/event-page-statement.ts';
import type { EventPageRow } from '../../sql/rows.ts';
import { searchStatement } from '../search/search-statement.ts';
import { SQLITE } from '../sqlite-dialect.ts';
import { statementCache } from '../statement-cache.ts';

/** Reads documents as they lie in the store, by one statement a request, and projects them. */
export interface DocumentReader {
  get(id: EventId, shape: EventShape): string | undefined;
  list(filter: EventFilter, order: EventOrder, page: PageRequest, shape: EventShape): Page<string>;
  listEvents(filter: EventFilter, order: EventOrder, page: PageRequest): Page<TimelineEvent>;
}

const GET = (table: string): string => `
  SELECT d.document FROM events e JOIN ${table} d ON d.event_key = e.event_key
  WHERE e.id = coalesce((SELECT a.into_id FROM event_aliases a WHERE a.id = @id), @id)`;

export function documentReader(database: Database): DocumentReader {
  const prepared = (sql: string) => database.prepare<{ id: string }, string>(sql).pluck();
  const get = {
    // A hidden event has no public document, so that the index of ids is all that is read of `events`.
    PUBLIC: prepared(GET('served_documents')),
    FULL: prepared(`${GET('event_documents')} AND e.hidden = 0`),
  };
  const rows = statementCache<EventPageRow>(database);
  const projectionsOf = projector();
  return {
    get: (id, shape) => {
      const { from, project } = projectionsOf(shape).now;
      const document = get[from].get({ id });
      return document === undefined ? undefined : project(document);
    },
    list: (filter, order, page, shape) => {
      const projections = projectionsOf(shape);
      const { from, project } = filter.asOf === undefined ? projections.now : projections.asOf;
      return documentPageOf(rows(statementOf(filter, order, page, from)), filter, page, project);
    },
    listEvents: (filter, order, page) =>
      eventPageOf(rows(statementOf(filter, order, page, 'FULL')), filter, page),
  };
}

/** One statement for a page of events, in whatever order: `eventPageStatement` says which columns it has. */
export const statementOf = (
  filter: EventFilter,
  order: EventOrder,
  page: PageRequest,
  documents: DocumentKind = 'FULL',
): Clause =>
  order === 'RELEVANCE'
    ? searchStatement(filter, page.size, documents)
    : eventPageStatement(SQLITE, filter, order, page, documents);
