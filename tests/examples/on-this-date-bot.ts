/*
 * A bot that posts the best entry of this day to a webhook: one post a run, and no post twice.
 *
 *   node on-this-date-bot.ts https://timeline.example https://chat.example/hook posted.txt
 *
 * The last argument is the file of posts that were sent. A post is noted there before it is sent, so that a post that
 * may have arrived is never sent again. When sending fails, the bot says so and ends with exit code 1.
 */
import { appendFile, readFile } from 'node:fs/promises';

/** The fields of an entry of `/v1/on-this-date/today.posts.json` that this bot reads. */
interface Post {
  readonly postId: string;
  /** The ids of posts that were merged into it. */
  readonly absorbed: readonly string[];
  /** 1 for the best of the day. */
  readonly rank: number;
  readonly texts: { readonly plain: string };
}

async function postsOfToday(timeline: string): Promise<readonly Post[]> {
  const response = await fetch(new URL('/v1/on-this-date/today.posts.json', timeline));
  if (!response.ok) throw new Error(`the timeline answered with ${response.status}`);
  return JSON.parse(await response.text()).posts;
}

async function readLedger(file: string): Promise<ReadonlySet<string>> {
  await appendFile(file, '');
  return new Set((await readFile(file, 'utf8')).split('\n'));
}

async function send(webhook: string, { postId, texts }: Post): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ id: postId, text: texts.plain });
  const response = await fetch(webhook, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`the webhook answered ${postId} with ${response.status}`);
}

const [timeline = '', webhook = '', ledger = ''] = process.argv.slice(2);

try {
  const posted = await readLedger(ledger);
  const isNew = ({ postId, absorbed }: Post) => [postId, ...absorbed].every((id) => !posted.has(id));
  const [best] = (await postsOfToday(timeline)).filter(isNew).sort((one, other) => one.rank - other.rank);
  if (best !== undefined) {
    await appendFile(ledger, `${best.postId}\n`);
    await send(webhook, best);
  }
  console.log(best === undefined ? 'nothing new to post' : `posted ${best.postId}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
