import { connect as connectTo, createServer, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { createTestTimeline, ingestText } from '../support/open-test-timeline.ts';
import { missingPostgres, postgresDatabase } from '../support/postgres-database.ts';

/** A way to a server that loses the answers to some COMMITs: the server has committed, and the connection ends. */
interface LossyWay {
  readonly url: string;
  /** How many of the next COMMITs stay without an answer. */
  lose(count: number): void;
}

async function openLossyWay(serverUrl: string): Promise<LossyWay> {
  const { hostname, port } = new URL(serverUrl);
  const open = new Set<Socket>();
  let left = 0;
  const server = createServer((client) => {
    const upstream = connectTo(Number(port), hostname);
    let isLost = false;
    client.on('data', (chunk) => {
      if (left > 0 && chunk.includes('COMMIT')) {
        left -= 1;
        isLost = true;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => (isLost ? client.destroy() : client.write(chunk)));
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const address = server.address();
  const way = new URL(serverUrl);
  way.port = String(typeof address === 'object' && address !== null ? address.port : 0);
  return {
    url: way.href,
    lose: (count) => {
      left = count;
    },
  };
}

describe.skipIf(missingPostgres !== null)(`a COMMIT without an answer${missingPostgres ?? ''}`, () => {
  const url = postgresDatabase('lost_commit');

  const openTimeline = async () => {
    const way = await openLossyWay(url());
    const store = await openStore(way.url);
    onTestFinished(() => store.close());
    return { way, store, timeline: createTestTimeline(store) };
  };

  test('an article is found saved when its change is made again', async () => {
    const { way, store, timeline } = await openTimeline();
    const before = await store.readRevision();
    way.lose(1);
    const report = await ingestText(timeline, 'Russia moved troops on 7 December 2021.');
    expect([report.outcome, report.revision]).toEqual(['UNCHANGED', before + 1]);
    expect(await store.readRevision()).toBe(before + 1);
  });

  test('an article is refused when no try is answered, and is saved all the same', async () => {
    const { way, store, timeline } = await openTimeline();
    const before = await store.readRevision();
    way.lose(5);
    const text = 'Russia moved troops on 8 December 2021.';
    await expect(ingestText(timeline, text)).rejects.toMatchObject({ code: 'STORE_BUSY' });
    expect((await ingestText(timeline, text)).outcome).toBe('UNCHANGED');
    expect(await store.readRevision()).toBe(before + 1);
  });

  test('the decision of an editor is not made twice: the editor is refused and has to look', async () => {
    const { way, store, timeline } = await openTimeline();
    await ingestText(timeline, 'Russia moved troops on 9 December 2021.');
    const page = await timeline.listEvents({ filter: { text: 'troops' }, first: 1 });
    const [edge] = page.edges;
    if (edge === undefined) throw new Error('the text tells of no event');
    const before = await store.readRevision();
    way.lose(1);
    const edit = timeline.editEvent(edge.node.id, { title: 'Troops move' }, { by: 'ada', why: null });
    await expect(edit).rejects.toMatchObject({ code: 'STORE_BUSY' });
    expect(await store.readRevision()).toBe(before + 1);
    expect((await timeline.getEvents([edge.node.id]))[0]?.title).toBe('Troops move');
  });
});
