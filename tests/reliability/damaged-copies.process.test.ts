import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { buildApp } from '../../src/api/app.ts';
import { TimelineError } from '../../src/domain/errors.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { connect, disconnect } from '../../src/store/sqlite/connection.ts';
import { createSqliteStore } from '../../src/store/sqlite/create-sqlite-store.ts';
import { answerOpening } from '../../src/store/sqlite/sqlite-errors.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { seededRandom } from '../bench/random.ts';
import { fillTimeline } from '../support/fill-timeline.ts';
import { createTestTimeline, openTestTimeline } from '../support/open-test-timeline.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { damageFile } from './damage-file.ts';

/** A store over a file that nothing has looked through. It starts no threads: hundreds of threads in one process crash V8. */
const openUnchecked = (file: string): Promise<EventStore> =>
  answerOpening(() => {
    const database = connect(file);
    try {
      return createSqliteStore(database, { sharesReads: true });
    } catch (error) {
      disconnect(database);
      throw error;
    }
  });

const serve = (timeline: Timeline): Promise<FastifyInstance> =>
  buildApp({
    timeline,
    log: false,
    version: '0',
    readiness: async () => ({ ready: true }),
    articleText: 'full',
    responseCacheBytes: 0,
  });

/** Addresses of everything that the server tells of a timeline: lists, single things, old versions, counts and searches. */
async function addressesOf(timeline: Timeline): Promise<readonly string[]> {
  const changes = (await timeline.listChanges(0, { first: 100 })).edges.map(({ node }) => node);
  const articles = (await timeline.listArticles({ first: 100 })).edges.map(({ node }) => node);
  const versions = changes.map(({ event, revision }) => `/v1/events/${event}?revision=${revision}`);
  return [
    '/v1/timeline.json',
    '/v1/events.csv?order=-recorded',
    '/v1/events?q=draft&order=relevance',
    '/v1/events?actor=NATO',
    '/v1/events?asOf=2021-12-08',
    '/v1/facets',
    '/v1/histogram',
    '/v1/gaps?from=2021-12-01&to=2021-12-31',
    '/v1/on-this-date/12/4?include=possible',
    '/v1/articles',
    '/v1/actors',
    '/v1/changes',
    '/v1/audit',
    ...new Set(versions.map((address) => address.replace(/\?.*/, ''))),
    ...versions,
    ...articles.map(({ id }) => `/v1/articles/${id}`),
  ];
}

/** Status and body by address; any fault of the server counts as the same answer. */
async function answersOf(
  app: FastifyInstance,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const address of addresses) {
    const { statusCode, body } = await app.inject({ url: address });
    answers.set(address, statusCode >= 500 ? 'FAULT' : `${statusCode} ${body}`);
  }
  return answers;
}

/** The long run takes some minutes. */
const timeout = 3_600_000;

test('a damaged file ends no server, and verify finds all damage that changes an answer', {
  timeout,
}, async () => {
  const folder = await temporaryFolder();
  const sound = join(folder, 'sound.sqlite');
  const filled = await openTestTimeline(`sqlite:${sound}`);
  await fillTimeline(filled.timeline);
  const addresses = await addressesOf(filled.timeline);
  const app = await serve(filled.timeline);
  const expected = await answersOf(app, addresses);
  expect([...expected.values()].filter((answer) => answer === 'FAULT')).toEqual([]);
  await app.close();
  await filled.close();
  const bytes = await readFile(sound);
  const outcomes: string[] = [];
  for (let seed = 1; seed <= usualOrLong(6, 512); seed += 1) {
    const copy = join(folder, `copy-${seed}.sqlite`);
    const damaged = Buffer.from(bytes);
    const kind = damageFile(damaged, seededRandom(seed * 7919));
    await writeFile(copy, damaged);
    outcomes.push(`${seed} ${kind}: ${await outcomeOf(copy, addresses, expected)}`);
  }
  expect(outcomes.filter((outcome) => outcome.endsWith('UNNOTICED'))).toEqual([]);
});

/** A service over the file, or the refusal to start it. */
async function openService(file: string) {
  let store: EventStore | undefined;
  try {
    store = await openUnchecked(file);
    const timeline = createTestTimeline(store);
    return { store, timeline, app: await serve(timeline) };
  } catch (error) {
    await store?.close();
    if (error instanceof TimelineError) return error;
    throw error;
  }
}

async function outcomeOf(
  file: string,
  addresses: readonly string[],
  expected: ReadonlyMap<string, string>,
): Promise<string> {
  const opened = await openService(file);
  if (opened instanceof TimelineError) return `refused ${opened.code}`;
  const { store, timeline, app } = opened;
  const answers = await answersOf(app, addresses);
  expect((await app.inject('/healthz')).statusCode).toBe(200);
  const problems = await timeline.verify();
  await app.close();
  await store.close();
  const other = addresses.filter((address) => answers.get(address) !== expected.get(address));
  const wrong = other.filter((address) => answers.get(address) !== 'FAULT');
  if (other.length === 0) return `same, ${problems.length} problems`;
  if (problems.length === 0) return 'UNNOTICED';
  return `noticed ${wrong.length} wrong, ${other.length - wrong.length} faults: ${problems[0]?.check} ${problems[0]?.detail}`;
}
