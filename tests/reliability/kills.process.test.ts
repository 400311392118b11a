import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { openStore } from '../../src/store/open-store.ts';
import { ADAS_TOKEN, BY_ADA } from '../api/write-token.ts';
import { newsDocuments } from '../bench/news-documents.ts';
import { type Random, seededRandom } from '../bench/random.ts';
import { createTestTimeline, ingestText, openTestTimeline } from '../support/open-test-timeline.ts';
import { runDateline, startDateline } from '../support/run-dateline.ts';
import { startServer } from '../support/run-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { usualOrLong } from '../support/usual-or-long.ts';

/*
 * Processes are killed with SIGKILL while they write. Each change that they had acknowledged must be in the database. The
 * change in progress must be in it whole or not at all, and `verify` must find nothing.
 */

const ROUNDS = usualOrLong(1, 200);
const WRITE_TOKENS = ADAS_TOKEN.map(({ name, sha256 }) => `${name}:${sha256}`).join(',');
/** Reads of one article take longer than this, so that the signal arrives at any moment of the work. */
const LATEST_MS = 40;

let folder: string;
let file: string;
const options = () => ({ folder, settings: { DATABASE_URL: `sqlite:${file}` } });

async function begin(): Promise<void> {
  folder = await temporaryFolder();
  file = join(folder, 'a.sqlite');
}

async function kill(child: ChildProcess, random: Random): Promise<void> {
  const exit = once(child, 'exit');
  await setTimeout(random(LATEST_MS));
  child.kill('SIGKILL');
  await exit;
}

/** The content of the database, which must be sound. */
async function soundState(location = file) {
  const store = await openStore(`sqlite:${location}`);
  try {
    const timeline = createTestTimeline(store);
    expect(await timeline.verify()).toEqual([]);
    const articles = await store.listArticles({ direction: 'FORWARD', size: 1000, after: null });
    const events = await timeline.listEvents({ first: 100 });
    return {
      files: articles.items.map(({ node }) => node.file),
      articles: articles.items.map(({ node }) => node.id as string),
      titles: events.edges.map(({ node }) => node.title),
      revision: await store.readRevision(),
    };
  } finally {
    await store.close();
  }
}

async function fill(articles: number): Promise<void> {
  const { timeline, close } = await openTestTimeline(`sqlite:${file}`);
  for (const { text } of newsDocuments(articles)) await ingestText(timeline, text);
  await close();
}

const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1);

test.each(rounds)('a killed ingest keeps every article that it has named (round %i)', async (round) => {
  await begin();
  const random = seededRandom(round);
  const articles = join(folder, 'articles');
  await mkdir(articles);
  for (const { id, text } of newsDocuments(30)) await writeFile(join(articles, `${id}.txt`), text);
  const child = startDateline(['ingest', articles], options());
  const named: string[] = [];
  const last = 1 + random(20);
  if (child.stdout === null) throw new Error('there is no output');
  for await (const line of createInterface(child.stdout)) {
    const [, name] = /^ADDED\s+(\S+)/.exec(line) ?? [];
    if (name === undefined) continue;
    named.push(name);
    if (named.length === last) break;
  }
  await kill(child, random);
  const { files } = await soundState();
  expect(files.length).toBeGreaterThanOrEqual(last);
  expect(files).toEqual(expect.arrayContaining(named));
});

test.each(rounds)(
  'a killed server keeps what it has answered to writers and editors (round %i)',
  async (round) => {
    await begin();
    const random = seededRandom(round + 1000);
    const server = startServer({ folder, settings: { ...options().settings, WRITE_TOKENS } }, ['--no-seeds']);
    const origin = await server.origin();
    const send = async <Answer>(path: string, body?: object): Promise<Answer> => {
      const headers = { ...BY_ADA, 'content-type': 'application/json' };
      const sent = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
      return (await fetch(origin + path, sent)).json() as Answer;
    };
    const answered = { articles: [] as string[], titles: [] as string[] };
    /** Sends an article with an event of its own, then an edit of that event. */
    const write = async (n: number): Promise<void> => {
      const day = `${2000 + n}-03-04`;
      const text = `France sent aid to Ukraine on ${day}.`;
      const { articleId } = await send<{ articleId: string }>('/v1/articles', { text, publishedOn: day });
      answered.articles.push(articleId);
      const { events } = await send<{ events: { id: string }[] }>(`/v1/events?from=${day}&to=${day}`);
      const title = `Aid number ${n}`;
      const query = `mutation { editEvent(id: "${events[0]?.id}", set: { title: "${title}" }, why: "a test") { revision } }`;
      const { data } = await send<{ data: { editEvent: object } | null }>('/graphql', { query });
      if (data?.editEvent != null) answered.titles.push(title);
    };
    const last = 2 + random(6);
    for (let n = 1; n <= last; n += 1) await write(n);
    const unanswered = write(last + 1).catch(() => {});
    await kill(server.child, random);
    await unanswered;
    const { articles, titles } = await soundState();
    expect(articles).toEqual(expect.arrayContaining(answered.articles));
    expect(titles).toEqual(expect.arrayContaining(answered.titles));
    expect(answered.titles.length).toBeGreaterThanOrEqual(last);
  },
);

test.each(rounds)(
  'a killed rederive is finished by the next one, to the same end (round %i)',
  async (round) => {
    await begin();
    const random = seededRandom(round + 2000);
    await fill(4);
    const { revision } = await soundState();
    const settings = { ...options().settings, TIMELINE_ANCHOR: '2019-03-05' };
    const child = startDateline(['rederive'], { folder, settings });
    const store = await openStore(`sqlite:${file}`);
    const last = revision + 1 + random(3);
    while ((await store.readRevision()) < last && child.exitCode === null) await setTimeout(2);
    await kill(child, random);
    await store.close();
    const killed = await soundState();
    expect(killed.articles).toHaveLength(4);
    await runDateline(['rederive'], { folder, settings });
    const { titles } = await soundState();
    await begin();
    const fresh = await openStore(`sqlite:${file}`);
    const timeline = createTestTimeline(fresh, requireCalendarDate('2019-03-05'));
    for (const { text } of newsDocuments(4)) await ingestText(timeline, text);
    await fresh.close();
    expect(titles.toSorted()).toEqual((await soundState()).titles.toSorted());
  },
);

test.each(rounds)('a killed seeding is finished by the next start (round %i)', async (round) => {
  await begin();
  const random = seededRandom(round + 3000);
  const server = startServer(options());
  const last = 1 + random(4);
  await server.said.lineLike(new RegExp(`^\\s+00${last}-`));
  await kill(server.child, random);
  expect((await soundState()).articles.length).toBeGreaterThanOrEqual(last);
  const again = startServer(options());
  await again.origin();
  await again.end('SIGTERM');
  expect((await soundState()).articles).toHaveLength(5);
});

test.each(rounds)('a killed backup leaves no file that looks like one (round %i)', async (round) => {
  await begin();
  const random = seededRandom(round + 4000);
  await fill(4);
  const state = await soundState();
  const copy = join(folder, 'copy.sqlite');
  const child = startDateline(['backup', copy], options());
  while (!existsSync(`${copy}.partial`) && !existsSync(copy) && child.exitCode === null) await setTimeout(1);
  await kill(child, random);
  if (existsSync(copy)) expect(await soundState(copy)).toEqual(state);
  await rm(copy, { force: true });
  expect(await runDateline(['backup', copy], options())).toMatchObject({ code: 0 });
  expect(await soundState(copy)).toEqual(state);
  expect(await soundState()).toEqual(state);
});
