import Type from 'typebox';
import { CHANGE_KINDS, type EventChange } from '../../../domain/event/change.ts';
import { pageLinks, setLinks } from '../links.ts';
import { nodesOf, PAGE_SIZE, pageInfoJson, pageProperties, pageSchema } from '../paging.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { answersOf, cachedAnswersOf } from '../schemas/answers.ts';
import { CountSchema, named, nullable, wordOf } from '../schemas/schema-parts.ts';

const ChangeSchema = named(
  'Change',
  Type.Object(
    {
      revision: CountSchema,
      change: wordOf(CHANGE_KINDS, 'REMOVED: withdrawn, or hidden by an editor or as boilerplate.'),
      event: Type.String({ description: 'Ask for `/v1/events/{event}?revision={revision}`.' }),
      into: nullable(Type.String({ description: 'The event that it was merged into.' })),
    },
    { description: 'What became of one event at one revision.' },
  ),
);

const ChangePageSchema = pageSchema('ChangePage', 'changes', ChangeSchema);

const { limit, after } = pageProperties(PAGE_SIZE);

const ChangesQuerySchema = Type.Object(
  {
    since: Type.Integer({ minimum: 0, description: 'The revision that you know; 0 for everything.' }),
    limit,
    after,
  },
  { additionalProperties: false },
);

/** `/v1/changes`: the changes after a revision. */
export const CHANGES: Resource = { schemas: [ChangeSchema, ChangePageSchema], addRoutes };

function addRoutes(app: RestApp, { timeline }: RestParts): void {
  app.get(
    '/v1/changes',
    {
      schema: {
        operationId: 'listChanges',
        tags: ['changes'],
        summary: 'What became of events after a revision',
        description: 'In the order in which it happened. `/v1/changes/stream` sends the same as it happens.',
        querystring: ChangesQuerySchema,
        response: cachedAnswersOf(ChangePageSchema, 'One page of changes.'),
      },
    },
    async ({ query }, reply) => {
      const { since, limit: first, after: cursor } = query;
      const page = await timeline.listChanges(since, {
        ...(first === undefined ? {} : { first }),
        ...(cursor === undefined ? {} : { after: cursor }),
      });
      // The list of changes goes forward only, so no previous page is linked.
      const { hasNextPage, endCursor } = page.pageInfo;
      const ways = { hasNextPage, hasPreviousPage: false, startCursor: null, endCursor };
      const links = pageLinks('/v1/changes', query, ways);
      setLinks(reply, links);
      return { changes: nodesOf(page).map(changeJson), pageInfo: pageInfoJson(page.pageInfo) };
    },
  );
}

export const changeJson = ({ revision, change, event, into }: EventChange) => ({
  revision,
  change,
  event,
  into,
});

/** The answers of the stream, for its route's `schema.response`. */
export const STREAM_ANSWERS = {
  ...answersOf(ChangeSchema, ''),
  200: {
    description:
      'Server-sent events: a `changes` for each revision, its id the revision, its data a list of Change.',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  },
};
