import { TimelineError } from '../../domain/errors.ts';
import type { PurgeReason } from '../../domain/event/audit.ts';
import type { ArticleId } from '../../domain/event/ids.ts';
import { deriveEvent } from '../../ingestion/joining/derive/derive-event.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import type { PurgeReport } from '../timeline-writing.ts';
import { joinUnderDecisions } from './join-under-decisions.ts';
import { readNeighbourhood } from './read-neighbourhood.ts';

/**
 * Removes an article's text, titles and quotes for good: from the present, from every earlier version, and from the file.
 * Versions that other articles tell too are derived from them; of the others it is only known that they were.
 */
export async function purgeArticle(
  { store, now }: { store: EventStore; now: () => string },
  id: ArticleId,
  { reason, by }: { readonly reason: PurgeReason; readonly by: string },
): Promise<PurgeReport> {
  const report = await store.withTimeline(async (unit): Promise<PurgeReport> => {
    if ((await unit.getPurgeReason(id)) !== undefined)
      return { outcome: 'UNCHANGED', articleId: id, versionCount: 0, revision: await unit.readRevision() };
    if ((await unit.getArticle(id)) === undefined)
      throw new TimelineError('NOT_FOUND', `there is no article "${id}"`);
    const edits = await unit.purgeEdits(id);
    const events = edits.map(({ event }) => event);
    const around = await readNeighbourhood(unit, { articles: [id], events });
    const redecided = edits.length > 0;
    const known = { candidates: around.events, mentions: [], dropped: [id], redecided };
    const saved = await unit.purgeArticle({
      article: id,
      reason,
      ...joinUnderDecisions(known, around.decisions),
      edits,
      derive: deriveEvent,
      note: { action: 'PURGE', subject: id, at: now(), by, why: reason, before: [] },
    });
    return { outcome: 'PURGED', articleId: id, ...saved };
  });
  await removeTraces(store, id);
  return report;
}

/** The article is gone from every answer before; until this is done, its bytes are left in free pages of the file. */
async function removeTraces(store: EventStore, id: ArticleId): Promise<void> {
  try {
    await store.compact();
  } catch (error) {
    if (!(error instanceof TimelineError)) throw error;
    const message = `article "${id}" is removed, but the file still holds its bytes (${error.message}): purge it again`;
    throw new TimelineError(error.code, message, { cause: error });
  }
}
