import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Account } from '../../src/posting/account.ts';
import { openBluesky, recordKeyOf } from '../../src/posting/bluesky.ts';
import { BLUESKY_ACCOUNT, type BlueskyServer, startBlueskyServer, TID } from './bluesky-server.ts';
import { entriesOf, openLedger, runDay } from './posting-day.ts';

const ENTRIES = entriesOf(['a', 'b']);
const KEY = recordKeyOf('evt_a-2026');

async function open(timeoutMs = 60_000): Promise<{ server: BlueskyServer; account: Account }> {
  const server = await startBlueskyServer();
  return { server, account: await openBluesky({ service: server.origin, ...BLUESKY_ACCOUNT, timeoutMs }) };
}

test('the best entry is posted under the key of its postId, with its link as a facet', async () => {
  const { server, account } = await open();
  const ledger = await openLedger();
  expect(await runDay(account, ledger, ENTRIES)).toMatchObject({
    kind: 'POSTED',
    postId: 'evt_a-2026',
    address: `at://${account.name.replace('bluesky:', '')}/app.bsky.feed.post/${KEY}`,
  });
  expect(server.records.get(KEY)).toMatchObject({
    text: ENTRIES[0]?.texts.bluesky,
    facets: ENTRIES[0]?.facets,
    langs: ['en'],
  });
});

test.each(['DROPPED', 'SILENT'] as const)(
  'a post whose answer is lost (%s) is found by the next run',
  async (loss) => {
    const { server, account } = await open(300);
    const ledger = await openLedger();
    server.loseNext(loss);
    expect(await runDay(account, ledger, ENTRIES)).toMatchObject({ kind: 'UNCERTAIN' });
    expect(await runDay(account, ledger, ENTRIES)).toMatchObject({ kind: 'FOUND', postId: 'evt_a-2026' });
    expect([...server.records.keys()]).toEqual([KEY]);
  },
);

test('even with an empty ledger the same post is not made twice', async () => {
  const { server, account } = await open();
  await runDay(account, await openLedger(), ENTRIES);
  expect(await runDay(account, await openLedger(), ENTRIES)).toMatchObject({ kind: 'FOUND' });
  expect([...server.records.keys()]).toEqual([KEY]);
});

test.each([
  [400, 'REFUSED'],
  [429, 'REFUSED'],
  [500, 'UNCERTAIN'],
])('an answer of %i is %s', async (status, kind) => {
  const { server, account } = await open();
  server.refuseNext(status);
  expect(await runDay(account, await openLedger(), ENTRIES)).toMatchObject({ kind });
});

test('a post to a server that has stopped surely did not arrive', async () => {
  const { server, account } = await open();
  const ledger = await openLedger();
  await server.stop();
  expect(await runDay(account, ledger, ENTRIES)).toMatchObject({ kind: 'REFUSED' });
  expect(await ledger.known(account.name, ['evt_a-2026'])).toEqual(new Set());
});

test('nothing is sent to an account that cannot be read', async () => {
  const { server, account } = await open(300);
  const ledger = await openLedger();
  server.loseNext('DROPPED');
  await runDay(account, ledger, ENTRIES);
  await server.stop();
  expect(await runDay(account, ledger, ENTRIES)).toMatchObject({ kind: 'UNCERTAIN', postId: 'evt_a-2026' });
});

test('a record key is a TID of a past time, always the same for a postId and different for another', () => {
  expect(KEY).toBe(recordKeyOf('evt_a-2026'));
  const keys = new Set<string>();
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-f]{20}$/), fc.integer({ min: 1971, max: 2200 }), (id, year) => {
      const key = recordKeyOf(`evt_${id}-${year}`);
      keys.add(key);
      expect(key).toMatch(TID);
      expect(key < tidOf(Date.UTC(year, 0, 2))).toBe(true);
    }),
  );
  expect(keys.size).toBeGreaterThan(90);
});

/** The first TID of a millisecond. */
function tidOf(milliseconds: number): string {
  let number = (BigInt(milliseconds) * 1000n) << 10n;
  let text = '';
  for (let place = 0; place < 13; place += 1) {
    text = '234567abcdefghijklmnopqrstuvwxyz'.charAt(Number(number & 31n)) + text;
    number >>= 5n;
  }
  return text;
}
