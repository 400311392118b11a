import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/api/app.ts';
import { readConfig } from '../../src/config.ts';
import { loadTools } from '../../src/load-tools.ts';
import { seedTimeline } from '../../src/seed-timeline.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createTimeline } from '../../src/timeline/create-timeline.ts';
import { VERSION } from '../../src/version.ts';
import { type Block, examplesIn, readReadme } from './readme-parts.ts';

const run = promisify(execFile);
const examples = examplesIn(await readReadme());

let folder: string;
let store: EventStore;
let app: FastifyInstance;
let environment: Record<string, string | undefined>;

/** A database as the first `npm start` leaves it, served and open to the command line alike. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-readme-'));
  environment = { ...process.env, DATABASE_URL: `sqlite:${join(folder, 'readme.sqlite')}` };
  const config = readConfig({ DATABASE_URL: environment['DATABASE_URL'] });
  store = await openStore(config.databaseUrl);
  const timeline = createTimeline({ store, loadTools, defaultAnchor: config.timelineAnchor });
  await seedTimeline({
    store,
    timeline,
    folder: config.seedsFolder ?? '',
    maxArticleBytes: config.maxArticleBytes,
    signal: new AbortController().signal,
    onArticle: () => {},
    onRefused: (name, reason) => {
      throw new Error(`${name}: ${reason}`);
    },
  });
  app = await buildApp({ timeline, log: false, version: VERSION, readiness: async () => ({ ready: true }) });
});

afterAll(async () => {
  await app?.close();
  await store?.close();
  await rm(folder, { recursive: true, force: true });
});

const CURL = /^curl -s '?http:\/\/127\.0\.0\.1:3000([^' ]*)'?$/;

/** GraphQL is posted, curl becomes a request to the app, and everything else is run by the shell. */
async function ask({ language, text }: Block): Promise<string> {
  if (language === 'graphql') {
    const { body } = await app.inject({ method: 'POST', url: '/graphql', payload: { query: text } });
    return body;
  }
  const url = CURL.exec(text)?.[1];
  if (url !== undefined) return (await app.inject({ url })).body;
  return (await run('sh', ['-c', text], { env: environment })).stdout;
}

/** JSON may be laid out for readers: its members, their order and their values are what counts. */
const normalize = ({ language, text }: Block): string =>
  language === 'json' ? JSON.stringify(JSON.parse(text), null, 2) : text.trimEnd();

describe('an example of the README gives the answer that it prints', () => {
  test.each(examples)('$name', async ({ request, answer }) => {
    const given = await ask(request);
    expect(normalize({ language: answer.language, text: given })).toBe(normalize(answer));
  });
});

test('the README has an example of GraphQL, of REST and of the command line', () => {
  const kinds = examples.map(({ request: { language, text } }) =>
    language === 'graphql' ? 'GraphQL' : CURL.test(text) ? 'REST' : 'command line',
  );
  expect(new Set(kinds)).toEqual(new Set(['GraphQL', 'REST', 'command line']));
});
