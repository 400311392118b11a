import { AtpAgent, XRPCError } from '@atproto/api';
import type { Account, Lookup } from './account.ts';
import { isRefusal, isUnreached, messageOf, NotPosted } from './not-posted.ts';
import { recordKeyOf } from './record-key.ts';

const COLLECTION = 'app.bsky.feed.post';

/** Signs in with an app password. */
export async function openBluesky(setting: {
  readonly service: string;
  readonly identifier: string;
  readonly password: string;
  readonly timeoutMs: number;
}): Promise<Account> {
  const { service, identifier, password, timeoutMs } = setting;
  const agent = new AtpAgent({
    service,
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
  });
  const { data } = await agent.login({ identifier, password });
  const repo = data.did;
  const find = (postId: string): Promise<Lookup> => findRecord(agent, repo, recordKeyOf(postId));
  return {
    name: `bluesky:${repo}`,
    find: ({ postId }) => find(postId),
    send: async ({ texts, facets, language }, postId, now) => {
      const record = {
        $type: COLLECTION,
        text: texts.bluesky,
        facets,
        langs: [language],
        createdAt: now,
      };
      try {
        const rkey = recordKeyOf(postId);
        const created = await agent.com.atproto.repo.createRecord({
          repo,
          collection: COLLECTION,
          rkey,
          record,
        });
        return created.data.uri;
      } catch (error) {
        if (isUnreached(error)) throw new NotPosted(messageOf(error), { cause: error });
        if (!(error instanceof XRPCError) || !isRefusal(error.status)) throw error;
        // A record under that key is this post: it is not made a second time.
        const found = await find(postId);
        if (found.kind === 'FOUND') return found.address;
        throw new NotPosted(messageOf(error), { cause: error });
      }
    },
  };
}

async function findRecord(agent: AtpAgent, repo: string, rkey: string): Promise<Lookup> {
  try {
    const { data } = await agent.com.atproto.repo.getRecord({ repo, collection: COLLECTION, rkey });
    return { kind: 'FOUND', address: data.uri };
  } catch (error) {
    if (isNoRecord(error)) return { kind: 'ABSENT' };
    throw error;
  }
}

const isNoRecord = (error: unknown): boolean =>
  error instanceof XRPCError &&
  (error.error === 'RecordNotFound' ||
    error.status === 404 ||
    /could not locate record/i.test(error.message));
