import type { CopySource } from './copy-timeline.ts';

/** The revision alone could be that of another timeline. */
export const SOURCE_STATE = `
  SELECT s.revision,
    (SELECT v.event_id FROM event_versions v ORDER BY v.version_key DESC LIMIT 1) AS event,
    (SELECT a.id FROM articles a ORDER BY a.article_key DESC LIMIT 1) AS article
  FROM store_state s`;

export interface StateRow {
  readonly revision: number;
  readonly event: string | null;
  readonly article: string | null;
}

export function stateOf(row: StateRow | undefined): Pick<CopySource, 'revision' | 'state'> {
  if (row === undefined) throw new Error('store_state has lost its row');
  return { revision: row.revision, state: [row.revision, row.event, row.article].join(' ') };
}
