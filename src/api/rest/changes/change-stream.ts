import { finished, Readable } from 'node:stream';
import Type from 'typebox';
import { followChanges, type RevisionChanges } from '../../../timeline/read/follow-changes.ts';
import type { FollowLimits } from '../../followers.ts';
import { RequestError } from '../errors/request-error.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { changeJson, STREAM_ANSWERS } from './changes.ts';

const StreamQuerySchema = Type.Object(
  {
    since: Type.Optional(
      Type.Integer({ minimum: 0, description: 'Begin after this revision; now if left out.' }),
    ),
  },
  { additionalProperties: false },
);

/** A client waits this long before it connects again. */
const RETRY_MS = 2000;

/** `/v1/changes/stream`: server-sent events (HTML Living Standard, section 9.2), from the revision in `Last-Event-ID` on. */
export const CHANGE_STREAM: Resource = { schemas: [], addRoutes };

function addRoutes(app: RestApp, { timeline, followers, clientKeyOf }: RestParts): void {
  app.addHook('preClose', async () => followers.close());
  app.get(
    '/v1/changes/stream',
    {
      schema: {
        operationId: 'streamChanges',
        tags: ['changes'],
        summary: 'What becomes of events, as it happens',
        description: 'The header Last-Event-ID, or `since`, names the revision after which to begin.',
        querystring: StreamQuerySchema,
        response: STREAM_ANSWERS,
      },
    },
    async (request, reply) => {
      const subscription = followers.subscribe(clientKeyOf(request.raw));
      if (subscription === undefined)
        throw new RequestError('TOO_MANY_FOLLOWERS', 'no more streams can be opened');
      finished(reply.raw, subscription.release);
      const since = lastSeen(request.headers['last-event-id']) ?? request.query.since;
      const changes = followChanges(timeline, {
        since: since ?? (await timeline.readRevision()),
        ...subscription,
      });
      // A stopping server would wait for a connection that stays open after its stream.
      reply.headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'close' });
      return reply
        .type('text/event-stream; charset=utf-8')
        .send(Readable.from(eventStream(changes, followers.limits)));
    },
  );
}

/** The revision in `Last-Event-ID`; undefined for any other text, which another server may have sent. */
const lastSeen = (header: string | string[] | undefined): number | undefined =>
  typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined;

/** A comment begins the stream, so that its headers are sent at once. Further comments keep a silent connection open. */
async function* eventStream(
  changes: AsyncIterable<RevisionChanges | null>,
  { intervalMs, heartbeatMs }: FollowLimits,
): AsyncGenerator<string> {
  yield `retry: ${RETRY_MS}\n: following\n\n`;
  let silentMs = 0;
  for await (const group of changes) {
    silentMs = group === null ? silentMs + intervalMs : 0;
    if (group !== null) yield messageOf(group);
    if (silentMs < heartbeatMs) continue;
    yield ': still here\n\n';
    silentMs = 0;
  }
}

const messageOf = ({ revision, changes }: RevisionChanges): string =>
  `id: ${revision}\nevent: changes\ndata: ${JSON.stringify(changes.map(changeJson))}\n\n`;
