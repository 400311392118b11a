import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Timeline } from '../../../timeline/timeline.ts';

/** In an answer and in a request, the revision that the client has seen. Of the answer's own data, the entity tag has it. */
export const REVISION_HEADER = 'dateline-revision';

const REVISION = /^\d{1,15}$/;
const TAGGED_REVISION = /"(\d{1,15})-/g;

/**
 * Answers no request from before a revision that it names, in a header of its own or in an entity tag. There is nothing to do
 * where all data comes from one server, which is never behind.
 */
export function keepSeenRevisions(app: FastifyInstance, { servers }: Timeline): void {
  if (servers === undefined || servers.shownRevision() === null) return;
  app.addHook('onRequest', async ({ headers }) => {
    const seen = revisionSeen(headers);
    if (seen > 0) await servers.seeRevision(seen);
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    reply.header(REVISION_HEADER, servers.shownRevision());
    done(null, payload);
  });
}

function revisionSeen(headers: IncomingHttpHeaders): number {
  const { [REVISION_HEADER]: own, 'if-match': kept = '', 'if-none-match': known = '' } = headers;
  const tagged = [...`${kept} ${known}`.matchAll(TAGGED_REVISION)].map(([, revision]) => Number(revision));
  const named = typeof own === 'string' && REVISION.test(own) ? Number(own) : 0;
  return tagged.reduce((latest, revision) => Math.max(latest, revision), named);
}
