import { createHash } from 'node:crypto';
import { AtpAgent, XRPCError } from '@atproto/api';
import { readPostId } from '../formats/posts/post-entry.ts';
import { type Account, isRefusal, isUnreached, type Lookup, messageOf, NotPosted } from './account.ts';

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
        // The key belongs to this post alone, so a record under it is the post of an earlier try.
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

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';
const LENGTH = 13;
const YEAR_MICROSECONDS = 365n * 86_400_000_000n;

/**
 * The record key of a post on Bluesky. It is a TID, because posts under other keys are stored but not shown. A TID has a
 * time and a clock; both are a hash of the post's id. The time lies in the year before the post's, so no clock is behind it.
 */
export function recordKeyOf(postId: string): string {
  const hash = createHash('sha256').update(postId).digest();
  const year = (readPostId(postId)?.year ?? 1971) - 1;
  const start = BigInt(Math.max(0, Date.UTC(year, 0, 1))) * 1000n;
  const microseconds = start + (hash.readBigUInt64BE(0) % YEAR_MICROSECONDS);
  const clock = BigInt(hash.readUInt16BE(8) & 0x3ff);
  return base32((microseconds << 10n) | clock);
}

const base32 = (number: bigint): string =>
  Array.from({ length: LENGTH }, (_, place) => {
    const bits = (number >> BigInt(5 * (LENGTH - 1 - place))) & 31n;
    return ALPHABET.charAt(Number(bits));
  }).join('');
