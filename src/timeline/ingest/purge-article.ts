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
    const around = await readNeighbourhood(unit, { articles: [id], events: [] });
    const known = { candidates: around.events, mentions: [], dropped: [id] };
    const saved = await unit.purgeArticle({
      article: id,
      reason,
      ...joinUnderDecisions(known, around.decisions),
      derive: deriveEvent,
      note: { action: 'PURGE', subject: id, at: now(), by, why: reason, before: [] },
    });
    return { outcome: 'PURGED', articleId: id, ...saved };
  });
  await store.compact();
  return report;
}
