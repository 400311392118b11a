import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../src/api/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { VERSION } from '../../src/package-files.ts';
import { loadGovernors } from '../../src/startup/load-parser.ts';
import { loadTools } from '../../src/startup/load-tools.ts';
import { seedTimeline } from '../../src/startup/seed-timeline.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { createTimeline } from '../../src/timeline/create-timeline.ts';
import { createWriting } from '../../src/timeline/create-writing.ts';
import { readTextsHere } from '../../src/timeline/read/text-reading.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { layOutJson } from './lay-out-json.ts';
import type { Example } from './page-parts.ts';

const run = promisify(execFile);

/** Dateline as the first `npm start` leaves it, open to HTTP and to the command line. */
export interface DocsService {
  /** The answer to an example, laid out as the pages print it. */
  ask(example: Example): Promise<string>;
  /** Opens a port of this machine; gives its origin. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

export async function openDocsService(publicOrigin: string | null = null): Promise<DocsService> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-docs-'));
  const config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'docs.sqlite')}` });
  const store = await openStore(config.databaseUrl);
  const { timelineAnchor: defaultAnchor } = config;
  const writing = createWriting({ store, loadTools, defaultAnchor });
  const timeline = createTimeline({ store, writing, texts: readTextsHere(loadGovernors), defaultAnchor });
  await seed(store, timeline, config);
  const app = await buildApp({
    timeline,
    log: false,
    version: VERSION,
    publicOrigin,
    readiness: async () => ({ ready: true }),
  });
  return {
    listen: () => app.listen({ port: 0, host: '127.0.0.1' }),
    ask: async ({ request, answer }) => {
      const given = await answerTo(request.language, request.text, app, config);
      return answer.language === 'json'
        ? layOutJson(JSON.parse(given))
        : given.replaceAll('\r\n', '\n').trimEnd();
    },
    close: async () => {
      await app.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function seed(store: EventStore, timeline: Timeline, config: Config): Promise<void> {
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
}

/** npm takes longer to start than most examples run. */
const NPM_RUN = /^npm run -s dateline -- /;

/** GraphQL is posted, curl becomes a request to the app, and a command is run by the shell. */
async function answerTo(
  language: string,
  text: string,
  app: FastifyInstance,
  config: Config,
): Promise<string> {
  if (language === 'graphql')
    return (await app.inject({ method: 'POST', url: '/graphql', payload: { query: text } })).body;
  const url = /^curl -g?s '?http:\/\/127\.0\.0\.1:3000([^' ]*)'?$/.exec(text)?.[1];
  if (url !== undefined) return (await app.inject({ url })).body;
  if (!NPM_RUN.test(text)) throw new Error(`this is no command of Dateline: ${text}`);
  const command = text.replace(NPM_RUN, '"$NODE" src/launcher.js ');
  const env = { ...process.env, ...COMPILE_CACHE, NODE: process.execPath, DATABASE_URL: config.databaseUrl };
  return (await run('sh', ['-c', command], { env })).stdout;
}
