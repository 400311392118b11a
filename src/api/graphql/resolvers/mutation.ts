import { GraphQLError } from 'graphql';
import { TimelineError } from '../../../domain/errors.ts';
import type { PurgeReason } from '../../../domain/event/audit.ts';
import { articleId, type EventId, eventId, kindOfId, mentionId } from '../../../domain/event/ids.ts';
import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import type { Editor } from '../../../timeline/timeline-writing.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import { type EventEditInput, eventEditOf } from './event-edit-input.ts';

interface ById {
  readonly id: string;
}

interface WithReason {
  readonly why?: string | null;
}

/** A decision about events, perhaps as of a revision that its editor has seen. */
interface WithRevision extends WithReason {
  readonly revision?: number | null;
}

interface WithAnchor {
  readonly anchor?: CalendarDate | null;
}

/** The changes of the timeline. Only a writer's request gets here; its name is in the context. */
export const createMutationResolvers = ({ timeline, queue, maxArticleBytes }: GraphqlParts) => ({
  ingestArticle: (
    _: unknown,
    { article, anchor, restore }: WithAnchor & { readonly article: object; readonly restore: boolean },
    context: GraphqlContext,
  ) =>
    timeline.ingestDocument(
      { bytes: Buffer.from(JSON.stringify(article)), format: 'json', maxBytes: maxArticleBytes },
      { editor: editorOf(context), restore, ...(anchor && { anchor }) },
    ),
  enqueueArticle: (
    _: unknown,
    { article, anchor, restore }: WithAnchor & { readonly article: object; readonly restore: boolean },
    context: GraphqlContext,
  ) =>
    queue.enqueue(
      { name: null, format: 'json', restore, by: editorOf(context).by, ...(anchor && { anchor }) },
      Buffer.from(JSON.stringify(article)),
    ),
  reanchorArticle: (
    _: unknown,
    { id, anchor, why }: ById & WithAnchor & WithReason,
    context: GraphqlContext,
  ) => timeline.reanchorArticle(articleId(id), anchor ?? null, editorOf(context, why)),
  retractArticle: (_: unknown, { id, why }: ById & WithReason, context: GraphqlContext) =>
    timeline.retractArticle(articleId(id), editorOf(context, why)),
  purgeArticle: (_: unknown, { id, reason }: ById & { reason: PurgeReason }, context: GraphqlContext) =>
    timeline.purgeArticle(articleId(id), reason, purgerOf(context)),
  editEvent: (
    _: unknown,
    { id, set, why, revision }: ById & WithRevision & { readonly set: EventEditInput },
    context: GraphqlContext,
  ) => timeline.editEvent(requireEventId(id), eventEditOf(set), editorOf(context, why, revision)),
  mergeEvents: (
    _: unknown,
    { ids, why, revision }: WithRevision & { readonly ids: readonly string[] },
    context: GraphqlContext,
  ) => timeline.mergeEvents(ids.map(requireEventId), editorOf(context, why, revision)),
  splitEvent: (
    _: unknown,
    { id, mentions, why, revision }: ById & WithRevision & { readonly mentions: readonly string[] },
    context: GraphqlContext,
  ) => timeline.splitEvent(requireEventId(id), mentions.map(mentionId), editorOf(context, why, revision)),
  hideEvent: (_: unknown, { id, why, revision }: ById & WithRevision, context: GraphqlContext) =>
    timeline.hideEvent(requireEventId(id), editorOf(context, why, revision)),
  restoreEvent: (_: unknown, { id, why, revision }: ById & WithRevision, context: GraphqlContext) =>
    timeline.restoreEvent(requireEventId(id), editorOf(context, why, revision)),
});

/** The name of the writer; throws where the writer lacks the right. */
function purgerOf({ principal }: GraphqlContext): string {
  if (principal.kind === 'writer' && principal.mayPurge) return principal.name;
  throw new GraphQLError('the token may not purge articles', { extensions: { code: 'RIGHT_MISSING' } });
}

function editorOf({ writer }: GraphqlContext, why?: string | null, seen?: number | null): Editor {
  if (writer === null) throw new Error('a mutation runs without a writer');
  return { by: writer, why: why ?? null, ...(seen != null && { seen }) };
}

function requireEventId(id: string): EventId {
  if (kindOfId(id) !== 'event') throw new TimelineError('NOT_FOUND', `"${id}" is not the id of an event`);
  return eventId(id);
}
