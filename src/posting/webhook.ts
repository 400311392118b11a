import { createHash } from 'node:crypto';
import { type Account, isRefusal, isUnreached, messageOf, NotPosted } from './account.ts';

/**
 * Any address that takes the entry as a POST of JSON. `text` is for chats, which show it. The address may be a secret, so
 * its hash stands in the account's name. A webhook cannot be asked about earlier posts.
 */
export function openWebhook(setting: {
  readonly url: string;
  readonly token: string | null;
  readonly timeoutMs: number;
}): Account {
  const { url, token, timeoutMs } = setting;
  const digest = createHash('sha256').update(url).digest('hex').slice(0, 16);
  return {
    name: `webhook:${new URL(url).host}#${digest}`,
    find: async () => ({ kind: 'UNKNOWN' }),
    send: async (entry, postId) => {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': postId,
          ...(token !== null && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ text: entry.texts.plain, ...entry }),
        signal: AbortSignal.timeout(timeoutMs),
      }).catch((error: unknown) => {
        if (isUnreached(error)) throw new NotPosted(messageOf(error), { cause: error });
        throw error;
      });
      if (isRefusal(response.status)) throw new NotPosted(`it answers with ${response.status}`);
      if (!response.ok) throw new Error(`it answers with ${response.status}`);
      return null;
    },
  };
}
