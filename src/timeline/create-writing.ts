import type { IngestParts } from './ingest/ingest-article.ts';
import type { TimelineWriting } from './timeline-writing.ts';

/** The use cases that change a timeline. Their code is loaded when the first of them is used. */
export function createWriting(parts: IngestParts): TimelineWriting {
  return {
    ingestDocument: async (document, options) =>
      (await import('./ingest/ingest-document.ts')).ingestDocument(parts, document, options),
    reanchorArticle: async (id, anchor, editor) =>
      (await import('./ingest/reanchor-article.ts')).reanchorArticle(parts, id, anchor, editor),
    retractArticle: async (id, editor) =>
      (await import('./ingest/retract-article.ts')).retractArticle(parts, id, editor),
    editEvent: async (id, edit, editor) =>
      (await import('./curation/edit-event.ts')).editEvent(parts, id, edit, editor),
    mergeEvents: async (ids, editor) =>
      (await import('./curation/merge-events.ts')).mergeEvents(parts, ids, editor),
    splitEvent: async (id, mentions, editor) =>
      (await import('./curation/split-event.ts')).splitEvent(parts, id, mentions, editor),
    hideEvent: async (id, editor) => (await import('./curation/hide-event.ts')).hideEvent(parts, id, editor),
    restoreEvent: async (id, editor) =>
      (await import('./curation/hide-event.ts')).restoreEvent(parts, id, editor),
    rederive: async (options) => (await import('./ingest/rederive.ts')).rederive(parts, options),
  };
}
