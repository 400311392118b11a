import { TimelineError } from '../../domain/errors.ts';
import type { ArticleId } from '../../domain/event/ids.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import type { Editor, RetractionReport } from '../timeline-writing.ts';
import { joinUnderDecisions } from './join-under-decisions.ts';
import { readNeighbourhood } from './read-neighbourhood.ts';

/** Ends an article: its text and its mentions go. Events without a date in another article are withdrawn. */
export function retractArticle(
  { store, now }: { store: EventStore; now: () => string },
  id: ArticleId,
  editor: Editor,
): Promise<RetractionReport> {
  return store.withTimeline(async (unit) => {
    const article = await unit.getArticle(id);
    if (article === undefined) throw new TimelineError('NOT_FOUND', `there is no article "${id}"`);
    if (!article.current) return unchanged(id, await unit.readRevision());
    const around = await readNeighbourhood(unit, { articles: [id], events: [] });
    const known = { candidates: around.events, mentions: [], dropped: [id] };
    const joined = joinUnderDecisions(known, around.decisions);
    const revision = await unit.retractArticle({
      article: id,
      ...joined,
      note: { action: 'RETRACT', subject: id, at: now(), ...editor, before: [] },
    });
    return { outcome: 'RETRACTED', articleId: id, withdrawnCount: joined.withdrawn.length, revision };
  });
}

const unchanged = (articleId: ArticleId, revision: number): RetractionReport => ({
  outcome: 'UNCHANGED',
  articleId,
  withdrawnCount: 0,
  revision,
});
