import type { GraphqlParts } from '../graphql-parts.ts';
import { createActorResolvers } from './actor.ts';
import { createArticleResolvers } from './article.ts';
import { createChangeResolvers, reportResolvers } from './change.ts';
import { dateScalar } from './date-scalar.ts';
import {
  actorExplanationResolvers,
  eventExplanationResolvers,
  timeExplanationResolvers,
} from './explanation.ts';
import { typeNameOf } from './load-node.ts';
import {
  comparedEventResolvers,
  createEventResolvers,
  createMentionResolvers,
  selectorTypeName,
} from './mention.ts';
import { createMutationResolvers } from './mutation.ts';
import { createQueryResolvers } from './query.ts';

/** The resolvers of fields that are more than a property of the domain object behind their type. */
export const createResolvers = (parts: GraphqlParts) => ({
  Date: dateScalar,
  Node: { resolveType: typeNameOf },
  Selector: { resolveType: selectorTypeName },
  Query: createQueryResolvers(parts),
  Mutation: createMutationResolvers(parts),
  IngestPayload: reportResolvers,
  RetractPayload: reportResolvers,
  Change: createChangeResolvers(parts.timeline),
  Event: createEventResolvers(parts),
  ComparedEvent: comparedEventResolvers,
  Mention: createMentionResolvers(parts.timeline),
  EventExplanation: eventExplanationResolvers,
  TimeExplanation: timeExplanationResolvers,
  ActorExplanation: actorExplanationResolvers,
  Article: createArticleResolvers(parts),
  Actor: createActorResolvers(parts.timeline),
});
