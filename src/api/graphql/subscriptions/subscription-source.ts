import { GraphQLError, type GraphQLFieldResolver } from 'graphql';
import type { EventChange } from '../../../domain/event/change.ts';
import { followChanges } from '../../../timeline/read/follow-changes.ts';
import type { Subscription } from '../../followers.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';

interface ChangesInput {
  readonly since?: number | null;
}

interface SourceValue {
  readonly changes: EventChange;
}

/** The source of the results of a client's subscription, which are then resolved as any other value of their type. */
export function subscriptionSource(
  { timeline, followers }: GraphqlParts,
  client: string | undefined,
): GraphQLFieldResolver<unknown, GraphqlContext, ChangesInput> {
  return (_source, { since }, { renew }, { fieldName }) => {
    if (fieldName !== 'changes') throw new Error(`there is no source of ${fieldName}`);
    const subscription = followers.subscribe(client);
    const changes = changesFrom(timeline, subscription, since ?? null, renew);
    return subscription === undefined ? changes : releasedAtReturn(changes, subscription);
  };
}

/** Change by change, from a revision or from now on. */
async function* changesFrom(
  timeline: GraphqlParts['timeline'],
  subscription: Subscription | undefined,
  since: number | null,
  renew: GraphqlContext['renew'],
): AsyncGenerator<SourceValue> {
  if (subscription === undefined)
    throw new GraphQLError('no more subscriptions can be opened', {
      extensions: { code: 'TOO_MANY_FOLLOWERS' },
    });
  try {
    const from = since ?? (await timeline.readRevision());
    for await (const group of followChanges(timeline, { since: from, ...subscription }))
      for (const change of group?.changes ?? []) {
        renew();
        yield { changes: change };
      }
  } finally {
    subscription.release();
  }
}

/** A generator that waits for a change returns only after it. The release ends its waiting. */
const releasedAtReturn = (
  values: AsyncGenerator<SourceValue>,
  subscription: Subscription,
): AsyncIterableIterator<SourceValue> => ({
  next: () => values.next(),
  return: (value) => {
    subscription.release();
    return values.return(value);
  },
  [Symbol.asyncIterator]() {
    return this;
  },
});
