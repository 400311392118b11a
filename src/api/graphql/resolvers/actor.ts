import { TimelineError } from '../../../domain/errors.ts';
import type { Actor } from '../../../domain/event/mention.ts';
import type { ActorRecord } from '../../../store/port/event-store.ts';
import type { Timeline } from '../../../timeline/timeline.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import {
  type EventConnection,
  type EventListInput,
  eventQueryOf,
  listEventConnection,
} from './event-connection.ts';

/** An event carries the names of its actors; the rest is read when it is asked for. */
type ActorSource = Actor | ActorRecord;

export const createActorResolvers = (timeline: Timeline) => ({
  aliases: async (actor: ActorSource, _: unknown, context: GraphqlContext): Promise<readonly string[]> =>
    (await wholeOf(actor, context)).aliases,
  eventCount: async (actor: ActorSource, _: unknown, context: GraphqlContext): Promise<number> =>
    (await wholeOf(actor, context)).eventCount,
  events: (actor: ActorSource, input: EventListInput, context: GraphqlContext): Promise<EventConnection> =>
    listEventConnection(timeline, { actors: [actor.id] }, eventQueryOf(input), context),
});

async function wholeOf(actor: ActorSource, context: GraphqlContext): Promise<ActorRecord> {
  if ('aliases' in actor) return actor;
  const whole = await context.loadActor(actor.id);
  if (whole === undefined) throw new TimelineError('NOT_FOUND', `there is no actor "${actor.id}"`);
  return whole;
}
