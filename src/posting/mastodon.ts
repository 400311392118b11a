import { createRestAPIClient, MastoHttpError, type mastodon } from 'masto';
import {
  type Account,
  isRefusal,
  isUnreached,
  type Lookup,
  messageOf,
  NotPosted,
  type TriedPost,
} from './account.ts';

const PAGE_SIZE = 40;
/** How many of the latest posts are searched for a post that may have arrived. */
const LOOKED_THROUGH = 400;
/** The largest difference between the clocks of the two sides. */
const CLOCK_SKEW_MS = 3_600_000;

/** Signs in to the account of a token. */
export async function openMastodon(setting: {
  readonly url: string;
  readonly token: string;
  readonly timeoutMs: number;
}): Promise<Account> {
  const { url, token, timeoutMs } = setting;
  const { v1 } = createRestAPIClient({ url, accessToken: token, timeout: timeoutMs });
  const { id } = await v1.accounts.verifyCredentials();
  return {
    name: `mastodon:${new URL(url).origin}/${id}`,
    send: async ({ texts, language }, postId) => {
      try {
        const { url: page, uri } = await v1.statuses.create(
          { status: texts.mastodon, language },
          { requestInit: { headers: { 'Idempotency-Key': postId } } },
        );
        return page ?? uri;
      } catch (error) {
        const isRefused = error instanceof MastoHttpError && isRefusal(error.statusCode);
        if (isRefused || isUnreached(error)) throw new NotPosted(messageOf(error), { cause: error });
        throw error;
      }
    },
    find: (tried) =>
      findIn(v1.accounts.$select(id).statuses.list({ limit: PAGE_SIZE, excludeReblogs: true }), tried),
  };
}

/** Looks through the account's posts, newest first: the network forgets an idempotency key after an hour. */
async function findIn(
  pages: AsyncIterable<readonly mastodon.v1.Status[]>,
  { links, triedAt }: TriedPost,
): Promise<Lookup> {
  const oldest = Date.parse(triedAt) - CLOCK_SKEW_MS;
  let seen = 0;
  for await (const statuses of pages) {
    for (const { createdAt, content, url, uri } of statuses) {
      if (Date.parse(createdAt) < oldest) return { kind: 'ABSENT' };
      if (links.some((link) => linksTo(content, link))) return { kind: 'FOUND', address: url ?? uri };
    }
    seen += statuses.length;
    if (seen >= LOOKED_THROUGH) return { kind: 'UNKNOWN' };
  }
  return { kind: 'ABSENT' };
}

/** Whether HTML has the address itself, and not only a longer address that begins with it. */
const linksTo = (html: string, link: string): boolean =>
  html
    .split(link)
    .slice(1)
    .some((rest) => !/^[\w-]/.test(rest));
