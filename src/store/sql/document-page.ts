import { TimelineError } from '../../domain/errors.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { EventFilter, Page, PageRequest } from '../../domain/query/timeline-query.ts';
import { pageOf } from './keyset.ts';
import { type EventPageRow, toEventAsOf } from './rows.ts';

/** In UTF-16 code units. A hundred events with 300 accounts each are shorter. */
const MAX_PAGE_LENGTH = 32_000_000;

/** The page of some rows. Throws `BAD_PAGE` where its texts are longer than an answer may be. */
export function documentPageOf(
  rows: readonly EventPageRow[],
  filter: EventFilter,
  page: PageRequest,
  project: (document: string) => string,
): Page<string> {
  let length = 0;
  return pageFrom(rows, page, (row) => {
    const text = project(documentAsOf(row, filter));
    length += text.length;
    if (length > MAX_PAGE_LENGTH)
      throw new TimelineError(
        'BAD_PAGE',
        `the page has more than ${MAX_PAGE_LENGTH} characters: ask for fewer entries`,
      );
    return text;
  });
}

export const eventPageOf = (
  rows: readonly EventPageRow[],
  filter: EventFilter,
  page: PageRequest,
): Page<TimelineEvent> => pageFrom(rows, page, (row) => toEventAsOf(row, filter.asOf));

const pageFrom = <T>(
  rows: readonly EventPageRow[],
  page: PageRequest,
  toNode: (row: EventPageRow) => T,
): Page<T> =>
  pageOf(rows, page, (row) => ({
    node: toNode(row),
    position: { keys: [row.key_1, row.key_2], id: row.id },
  }));

/** Only the few events that have a snapshot of that day are read as objects and written again. */
const documentAsOf = (row: EventPageRow, { asOf }: EventFilter): string =>
  row.snapshot === null ? row.document : JSON.stringify(toEventAsOf(row, asOf));
