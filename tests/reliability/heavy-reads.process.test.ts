import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/api/app.ts';
import type { EventFilter } from '../../src/domain/query/timeline-query.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { actorAt } from '../bench/api/synthetic-events.ts';
import { writeStore } from '../bench/api/write-store.ts';
import { createTestTimeline } from '../support/open-test-timeline.ts';
import { usualOrLong } from '../support/usual-or-long.ts';

const EVENTS = 4000;
const ABANDONED = usualOrLong(300, 3000);

const FIRST_PAGE = { direction: 'FORWARD', size: 20, after: null } as const;

let folder: string;
let file: string;
let store: EventStore;
let app: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-heavy-'));
  file = join(folder, 'events.sqlite');
  await writeStore(file, EVENTS);
  store = await openStore(`sqlite:${file}`, { shared: true });
  app = await buildApp({
    timeline: createTestTimeline(store),
    log: false,
    version: '0.0.0',
    readiness: async () => ({ ready: true }),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await app.close();
  await store.close();
  await rm(folder, { recursive: true });
});

/** The CPU time of all threads but this one, in milliseconds: that of the readers, and of those that compile and collect. */
function otherThreadsCpu(): number {
  const [all, own] = [process.cpuUsage(), process.threadCpuUsage()];
  return (all.user + all.system - own.user - own.system) / 1000;
}

/** Facets of a range of their own, which no other request shares. */
const facetsFrom = (year: number): string => `/v1/facets?from=${String(year).padStart(4, '0')}-01-01`;

const byGet = (n: number): string => `GET ${facetsFrom(n)} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

function byPost(n: number): string {
  const query = '{ facets(filter: {from: "0YEAR-01-01"}) { facet values { name count } } }';
  const body = JSON.stringify({ query: query.replace('0YEAR', String(n).padStart(4, '0')) });
  return `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

/** Sends requests, each over a connection of its own, and closes all of them when the server works on every one. */
async function abandon(requestOf: (n: number) => string): Promise<void> {
  const { port } = app.server.address() as AddressInfo;
  const sockets: Socket[] = [];
  const [arrived, closed] = [countdown(ABANDONED), countdown(ABANDONED)];
  const noteAnswer = (_: unknown, response: ServerResponse): void => {
    arrived.note();
    response.once('close', closed.note);
  };
  app.server.on('request', noteAnswer);
  for (let n = 1; n <= ABANDONED; n += 1) {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    sockets.push(socket);
    socket.write(requestOf(n));
  }
  await arrived.done;
  app.server.off('request', noteAnswer);
  for (const socket of sockets) socket.destroy();
  await closed.done;
}

function countdown(count: number): { readonly note: () => void; readonly done: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let left = count;
  const note = (): void => {
    left -= 1;
    if (left === 0) resolve();
  };
  return { note, done: promise };
}

/** The counts of all facets. */
async function facets(from: string): Promise<unknown> {
  const { facets: found } = (await app.inject(from)).json();
  return found.map(({ values }: { values: { name: string; count: number }[] }) =>
    values.map(({ name, count }) => [name, count]),
  );
}

describe('requests for counts whose clients have gone', () => {
  test.each([
    ['REST by GET', byGet],
    ['GraphQL by POST', byPost],
  ])('cost the other threads next to nothing, and keep no other client waiting: %s', async (_, requestOf) => {
    const known = await facets(facetsFrom(501));
    const begin = otherThreadsCpu();
    await abandon(requestOf);
    expect(await facets(facetsFrom(502))).toEqual(known);
    // Some 300 ms, and 3 s where all counts are made.
    expect(otherThreadsCpu() - begin).toBeLessThan(1500);
  });
});

describe('a read that takes too long', () => {
  test('is refused in words, while light reads are answered', async () => {
    const hurried = await openStore(`sqlite:${file}`, { shared: true, readTimeoutMs: 1 });
    onTestFinished(() => hurried.close());
    const refused = hurried.countFacet({}, 'actor', 10);
    const page = await hurried.listEvents({}, 'DATE', FIRST_PAGE);
    expect(page.items).toHaveLength(20);
    await expect(refused).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
      message: 'the answer takes longer than 1 ms: ask for less',
    });
  });
});

describe('a list that looks at many events', () => {
  test.each<EventFilter>([
    { minSources: 9 },
    { types: ['ACCUSE'], minConfidence: 0.999 },
    { actors: [actorAt(0).id] },
  ])('is that of a store without threads: %j', async (filter) => {
    const alone = await openStore(`sqlite:${file}`);
    onTestFinished(() => alone.close());
    const page = { ...FIRST_PAGE, size: 100 };
    const { items, ...rest } = await store.listEvents(filter, 'DATE', page);
    const here = { ...rest, items: items.map(({ node, position }) => ({ node, position })) };
    expect(here).toEqual(await alone.listEvents(filter, 'DATE', page));
  });
});

test('a lock that another program holds stops no read', async () => {
  const other = new Database(file);
  onTestFinished(() => {
    other.close();
  });
  other.exec('BEGIN EXCLUSIVE');
  expect((await store.listEvents({}, 'DATE', FIRST_PAGE)).items).toHaveLength(20);
  expect(await store.countEvents({})).toBe(EVENTS);
  expect((await app.inject('/v1/histogram?by=YEAR')).statusCode).toBe(200);
  other.exec('ROLLBACK');
});
