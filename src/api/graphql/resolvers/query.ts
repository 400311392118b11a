import { TimelineError } from '../../../domain/errors.ts';
import { actorId, articleId, eventId, kindOfId, subjectIdOf } from '../../../domain/event/ids.ts';
import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import { listedTimeline } from '../../../formats/event/listed-timeline.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import { createCountResolvers } from './counts.ts';
import { listEventConnection } from './event-connection.ts';
import { type EventFilterInput, eventFilterOf } from './event-filter-input.ts';
import { type EventsInput, eventsQueryOf, type OnThisDateInput, onThisDateQueryOf } from './event-queries.ts';
import { jobQuery } from './job.ts';
import { loadEvent, loadNode, loadNodes } from './load-node.ts';
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
  node: (_: unknown, { id }: ById) => loadNode(timeline, id),
  nodes: (_: unknown, { ids }: { readonly ids: readonly string[] }) => {
    if (ids.length > MAX_IDS)
      throw new TimelineError('BAD_PAGE', `${ids.length} ids are asked for, more than ${MAX_IDS}`);
    return loadNodes(timeline, ids);
  },
  event: (_: unknown, { id, revision, asOf }: EventInput) => {
    if (typeof revision === 'number' && asOf)
      throw new TimelineError('BAD_FILTER', 'revision and asOf are two different pasts: not both');
    if (typeof revision === 'number') return timeline.getEventVersion(eventId(id), revision);
    return asOf ? timeline.getEventAsOf(eventId(id), asOf) : loadEvent(timeline, id);
  },
  events: (_: unknown, input: EventsInput, { caller }: GraphqlContext) => {
    const { filter, ...query } = eventsQueryOf(input);
    return listEventConnection(timeline, filter, { ...query, caller });
  },
  onThisDate: async (_: unknown, input: OnThisDateInput, { caller }: GraphqlContext) => {
    const { filter, ...query } = onThisDateQueryOf(timeline, input);
    return listEventConnection(timeline, filter, { ...query, caller });
  },
  ...createCountResolvers(timeline),
  digest: (_: unknown, { days, filter }: DigestInput, { caller }: GraphqlContext) =>
    timeline.digest({ days, filter: eventFilterOf(filter ?? {}), caller }),
  gaps: (_: unknown, { first, filter }: GapsInput, { caller }: GraphqlContext) =>
    timeline.findGaps({ first, filter: eventFilterOf(filter ?? {}), caller }),
  compare: (_: unknown, { articles }: { readonly articles: readonly string[] }, { caller }: GraphqlContext) =>
    timeline.compareArticles(articles.map(articleId), caller),
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
