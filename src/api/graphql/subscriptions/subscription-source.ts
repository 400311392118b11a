import { GraphQLError, type GraphQLFieldResolver } from 'graphql';
import type { EventChange } from '../../../domain/event/change.ts';
import { followChanges } from '../../../timeline/read/follow-changes.ts';
import type { GraphqlParts } from '../graphql-parts.ts';

interface ChangesInput {
  readonly since?: number | null;
}

/** Where the things told come from. Each is then resolved as any other value of its type. */
export function subscriptionSource(
  parts: GraphqlParts,
): GraphQLFieldResolver<unknown, unknown, ChangesInput> {
  return (_source, { since }, _context, { fieldName }) => {
    if (fieldName !== 'changes') throw new Error(`there is no source of ${fieldName}`);
    return tellChanges(parts, since ?? null);
  };
}

/** Change by change, from a revision or from now on. */
async function* tellChanges(
  { timeline, followers }: GraphqlParts,
  since: number | null,
): AsyncGenerator<{ readonly changes: EventChange }> {
  const seat = followers.join();
  if (seat === undefined)
    throw new GraphQLError('no more subscriptions can be opened', {
      extensions: { code: 'TOO_MANY_FOLLOWERS' },
    });
  try {
    const from = since ?? (await timeline.readRevision());
    for await (const group of followChanges(timeline, { since: from, ...seat }))
      for (const change of group?.changes ?? []) yield { changes: change };
  } finally {
    seat.leave();
  }
}
