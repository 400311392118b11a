import type { EventChange } from '../../../domain/event/change.ts';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { ArticleId, EventId } from '../../../domain/event/ids.ts';
import type { ArticleRecord } from '../../../store/port/event-store.ts';
import type { Timeline } from '../../../timeline/timeline.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import { readEvents } from '../limits/read-events.ts';

export const createChangeResolvers = (timeline: Timeline) => ({
  id: ({ event }: EventChange): EventId => event,
  event: async (
    { event, revision, into }: EventChange,
    _: unknown,
    context: GraphqlContext,
  ): Promise<TimelineEvent | undefined> =>
    into === null
      ? readEvents(
          context,
          () => timeline.getEventVersion(event, revision),
          (version) => [version],
        )
      : undefined,
});

/** Of the reports on an article, which name it by its id. */
export const reportResolvers = {
  article: (
    { articleId }: { readonly articleId: ArticleId },
    _: unknown,
    { loadArticle }: GraphqlContext,
  ): Promise<ArticleRecord | undefined> => loadArticle(articleId),
};
