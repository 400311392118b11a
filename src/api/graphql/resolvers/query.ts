import { TimelineError } from '../../../domain/errors.ts';
import { actorId, articleId, eventId, kindOfId, subjectIdOf } from '../../../domain/event/ids.ts';
import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import { listedTimeline } from '../../../formats/event/listed-timeline.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import { readEvents } from '../limits/read-events.ts';
import { createCountResolvers } from './counts.ts';
import { listEventConnection } from './event-connection.ts';
import { type EventFilterInput, eventFilterOf } from './event-filter-input.ts';
import { type EventsInput, eventsQueryOf, type OnThisDateInput, onThisDateQueryOf } from './event-queries.ts';
import { jobQuery } from './job.ts';
import { loadNode, loadNodes } from './load-node.ts';
import { type PageInput, pageArgumentsOf } from './page-arguments.ts';
import { type ResolveInput, resolveTimeExpressions } from './time-expression.ts';

const MAX_IDS = 100;

interface ById {
  readonly id: string;
}

interface EventInput extends ById {
  readonly revision?: number | null;
  readonly asOf?: CalendarDate | null;
}

interface DigestInput {
  readonly days: number;
  readonly filter?: EventFilterInput | null;
}

interface GapsInput {
  readonly first: number;
  readonly filter?: EventFilterInput | null;
}

export const createQueryResolvers = ({ timeline, queue, record, timelines }: GraphqlParts) => ({
  node: (_: unknown, { id }: ById, context: GraphqlContext) => loadNode(timeline, id, context),
  nodes: (_: unknown, { ids }: { readonly ids: readonly string[] }, context: GraphqlContext) => {
    if (ids.length > MAX_IDS)
      throw new TimelineError('BAD_PAGE', `${ids.length} ids are asked for, more than ${MAX_IDS}`);
    return loadNodes(timeline, ids, context);
  },
  event: (_: unknown, { id, revision, asOf }: EventInput, context: GraphqlContext) => {
    if (typeof revision === 'number' && asOf)
      throw new TimelineError('BAD_FILTER', 'revision and asOf are two different pasts: not both');
    if (typeof revision !== 'number' && !asOf) return context.loadEvent(eventId(id));
    return readEvents(
      context,
      () =>
        asOf
          ? timeline.getEventAsOf(eventId(id), asOf)
          : timeline.getEventVersion(eventId(id), revision ?? 0),
      (event) => [event],
    );
  },
  events: (_: unknown, input: EventsInput, context: GraphqlContext) => {
    const { filter, ...query } = eventsQueryOf(input);
    return listEventConnection(timeline, filter, query, context);
  },
  onThisDate: async (_: unknown, input: OnThisDateInput, context: GraphqlContext) => {
    const { filter, ...query } = onThisDateQueryOf(timeline, input);
    return listEventConnection(timeline, filter, query, context);
  },
  ...createCountResolvers(timeline),
  digest: (_: unknown, { days, filter }: DigestInput, context: GraphqlContext) =>
    readEvents(
      context,
      () => timeline.digest({ days, filter: eventFilterOf(filter ?? {}), caller: context.caller }),
      (digest) => digest.map(({ event }) => event),
    ),
  gaps: (_: unknown, { first, filter }: GapsInput, context: GraphqlContext) =>
    readEvents(
      context,
      () => timeline.findGaps({ first, filter: eventFilterOf(filter ?? {}), caller: context.caller }),
      (gaps) => gaps.flatMap(({ possible }) => possible),
    ),
  compare: (_: unknown, { articles }: { readonly articles: readonly string[] }, context: GraphqlContext) =>
    readEvents(
      context,
      () => timeline.compareArticles(articles.map(articleId), context.caller),
      ({ shared, conflicting, onlyInFirst, onlyInSecond }) =>
        [shared, conflicting, onlyInFirst, onlyInSecond].flat().map(({ event }) => event),
    ),
  articles: (_: unknown, page: PageInput) => timeline.listArticles(pageArgumentsOf(page)),
  article: (_: unknown, { id }: ById) =>
    kindOfId(id) === 'article' ? timeline.getArticleRecord(articleId(id)) : undefined,
  actors: (_: unknown, page: PageInput) => timeline.listActors(pageArgumentsOf(page)),
  actor: (_: unknown, { id }: ById) =>
    kindOfId(id) === 'actor' ? timeline.getActor(actorId(id)) : undefined,
  changes: (_: unknown, { since, ...page }: PageInput & { readonly since: number }) =>
    timeline.listChanges(since, pageArgumentsOf(page)),
  auditTrail: (_: unknown, { about, ...page }: PageInput & { readonly about?: string | null }) =>
    timeline.listAudit(about == null ? null : subjectIdOf(about), pageArgumentsOf(page)),
  resolve: (_: unknown, input: ResolveInput) => resolveTimeExpressions(timeline, input),
  timeline: async () => ({ ...(await timeline.describe()), ...record }),
  job: jobQuery(queue),
  timelines: async () => (await timelines()).map(listedTimeline),
});
