import type { Database } from 'better-sqlite3';
import type { EventId } from '../../../domain/event/ids.ts';
import type { EventFilter, EventOrder, Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import type { EventShape } from '../../port/event-documents.ts';
import { pageOf } from '../../sql/keyset.ts';
import { type EventPageRow, toEventAsOf } from '../../sql/rows.ts';
import { statementCache } from '../statement-cache.ts';
import { documentCutter } from './cut-documents.ts';
import { type DocumentTable, eventPageStatement } from './event-selection.ts';

/** Reads documents as they lie in the store, one statement a request, and cuts out of them what is asked for. */
export interface DocumentReader {
  get(id: EventId, shape: EventShape): string | undefined;
  list(filter: EventFilter, order: EventOrder, page: PageRequest, shape: EventShape): Page<string>;
}

/** Merged ids are followed. */
const getFrom = (table: DocumentTable): string => `
  SELECT d.document FROM events e JOIN ${table} d ON d.event_key = e.event_key
  WHERE e.id = coalesce((SELECT a.into_id FROM event_aliases a WHERE a.id = @id), @id)`;

/** A hidden event has no document that is served, so that the index of ids has all that is needed of an event. */
const GET: Readonly<Record<DocumentTable, string>> = {
  served_documents: getFrom('served_documents'),
  event_documents: `${getFrom('event_documents')} AND e.hidden = 0`,
};

export function documentReader(database: Database): DocumentReader {
  const prepared = (table: DocumentTable) => database.prepare<{ id: string }, string>(GET[table]).pluck();
  const get = {
    served_documents: prepared('served_documents'),
    event_documents: prepared('event_documents'),
  };
  const pages = statementCache<EventPageRow>(database);
  const cutOf = documentCutter();
  return {
    get: (id, shape) => {
      const { table, cut } = cutOf(shape);
      const document = get[table].get({ id });
      return document === undefined ? undefined : cut(document);
    },
    list: (filter, order, page, shape) => {
      const { table, cut } = cutOf(shape, filter.asOf);
      return pageOf(pages(eventPageStatement(filter, order, page, table)), page, (row) => ({
        node: cut(documentAsOf(row, filter)),
        position: { keys: [row.key_1, row.key_2], id: row.id },
      }));
    },
  };
}

/** What was known earlier is put together only for the few events that were not known in full. */
const documentAsOf = (row: EventPageRow, { asOf }: EventFilter): string =>
  row.edition === null ? row.document : JSON.stringify(toEventAsOf(row, asOf));
