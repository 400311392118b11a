import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { EventId } from '../../../domain/event/ids.ts';
import type { EventFilter, EventOrder, Page, PageRequest } from '../../../domain/query/timeline-query.ts';
import { projector } from '../../documents/projector.ts';
import type { DocumentKind, EventShape } from '../../port/event-documents.ts';
import { documentPageOf, eventPageOf } from '../../sql/document-page.ts';
import { DOCUMENT_TABLES, eventPageStatement } from '../../sql/event-page-statement.ts';
import type { DocumentRow, EventPageRow } from '../../sql/rows.ts';
import { POSTGRES } from '../postgres-dialect.ts';
import { searchStatement } from '../search/search-statement.ts';
import type { Session } from '../session.ts';
import { refusePurged } from './read-events.ts';

const getFrom = (documents: DocumentKind): string => `
  SELECT d.document FROM events e JOIN ${DOCUMENT_TABLES[documents]} d ON d.event_key = e.event_key
  WHERE e.id = coalesce((SELECT a.into_id FROM event_aliases a WHERE a.id = $2), $2) AND e.hidden = 0`;

const GET: Readonly<Record<DocumentKind, string>> = { PUBLIC: getFrom('PUBLIC'), FULL: getFrom('FULL') };

const projectionsOf = projector();

/** Throws `PURGED` as `refusePurged` does. */
export async function getDocument(
  session: Session,
  id: EventId,
  shape: EventShape,
): Promise<string | undefined> {
  const { from, project } = projectionsOf(shape).now;
  const [row] = await session.read<DocumentRow>(GET[from], id);
  return row === undefined ? refusePurged(session, id) : project(row.document);
}

type Selection = readonly [filter: EventFilter, order: EventOrder, page: PageRequest];

export async function listDocuments(
  session: Session,
  selection: Selection,
  shape: EventShape,
): Promise<Page<string>> {
  const [filter, , page] = selection;
  const projections = projectionsOf(shape);
  const { from, project } = filter.asOf === undefined ? projections.now : projections.asOf;
  return documentPageOf(await rowsOf(session, selection, from), filter, page, project);
}

export async function listEvents(session: Session, selection: Selection): Promise<Page<TimelineEvent>> {
  const [filter, , page] = selection;
  return eventPageOf(await rowsOf(session, selection, 'FULL'), filter, page);
}

async function rowsOf(
  session: Session,
  [filter, order, page]: Selection,
  documents: DocumentKind,
): Promise<readonly EventPageRow[]> {
  return session.readClause<EventPageRow>(
    order === 'RELEVANCE'
      ? searchStatement(filter, page.size, documents)
      : eventPageStatement(POSTGRES, filter, order, page, documents),
  );
}
