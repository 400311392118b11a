import { expect, test } from 'vitest';
import type { Account } from '../../src/posting/account.ts';
import { openMastodon } from '../../src/posting/mastodon.ts';
import { MASTODON_TOKEN, type MastodonServer, startMastodonServer } from './mastodon-server.ts';
import { entriesOf, openLedger, runDay } from './posting-day.ts';

const [FIRST, SECOND] = entriesOf(['a', 'b']);
const ENTRIES = entriesOf(['a', 'b']);

async function open(timeoutMs = 60_000): Promise<{ server: MastodonServer; account: Account }> {
  const server = await startMastodonServer();
  const account = await openMastodon({ url: server.origin, token: MASTODON_TOKEN, timeoutMs });
  return { server, account };
}

test('the best entry is posted, and the account is named by its id on the network', async () => {
  const { server, account } = await open();
  const ledger = await openLedger();
  expect(account.name).toBe(`mastodon:${server.origin}/7`);
  expect(await runDay(account, ledger, ENTRIES)).toEqual({
    kind: 'POSTED',
    postId: 'evt_a-2026',
    address: `${server.origin}/@bot/1`,
  });
  expect(server.statuses.map(({ text, language }) => [text, language])).toEqual([
    [FIRST?.texts.mastodon, 'en'],
  ]);
});

test('a second run of the day posts nothing, or the next best entry where two are allowed', async () => {
  const { server, account } = await open();
  const ledger = await openLedger();
  await runDay(account, ledger, ENTRIES);
  expect(await runDay(account, ledger, ENTRIES)).toEqual({ kind: 'ENOUGH' });
  expect(await runDay(account, ledger, ENTRIES, { perDay: 3 })).toMatchObject({ postId: 'evt_b-2026' });
  expect(await runDay(account, ledger, ENTRIES, { perDay: 3 })).toEqual({ kind: 'NOTHING' });
  expect(server.statuses.map(({ text }) => text)).toEqual([FIRST?.texts.mastodon, SECOND?.texts.mastodon]);
});

test('an event into which a posted event was merged is not posted', async () => {
  const { server, account } = await open();
  const ledger = await openLedger();
  await runDay(account, ledger, entriesOf(['b']));
  expect(await runDay(account, ledger, entriesOf(['a'], {}, ['b']), { perDay: 9 })).toEqual({
    kind: 'NOTHING',
  });
  expect(server.statuses).toHaveLength(1);
});

test.each(['DROPPED', 'SILENT'] as const)(
  'a post whose answer is lost (%s) is found by the next run, though its key is forgotten by then',
  async (loss) => {
    const { server, account } = await open(300);
    const ledger = await openLedger();
    server.loseNext(loss);
    expect(await runDay(account, ledger, ENTRIES)).toMatchObject({ kind: 'UNCERTAIN', postId: 'evt_a-2026' });
    server.forgetKeys();
    expect(await runDay(account, ledger, ENTRIES)).toEqual({
      kind: 'FOUND',
      postId: 'evt_a-2026',
      address: `${server.origin}/@bot/1`,
    });
    expect(await runDay(account, ledger, ENTRIES)).toEqual({ kind: 'ENOUGH' });
    expect(server.statuses).toHaveLength(1);
  },
);

test('a post is found among many later posts, and not confused with a longer address', async () => {
  const { server, account } = await open(300);
  const ledger = await openLedger();
  server.loseNext('DROPPED');
  await runDay(account, ledger, ENTRIES);
  for (const { postId, ...entry } of entriesOf(Array.from({ length: 90 }, (_, index) => `a${index}`)))
    await account.send({ postId, ...entry }, postId, '');
  expect(await runDay(account, ledger, ENTRIES)).toMatchObject({
    kind: 'FOUND',
    address: `${server.origin}/@bot/1`,
  });
});

test('a post that a failing server did not make is posted by the next run', async () => {
  const { server, account } = await open();
  const ledger = await openLedger();
  server.refuseNext(503);
  expect(await runDay(account, ledger, ENTRIES)).toMatchObject({ kind: 'UNCERTAIN' });
  expect(await runDay(account, ledger, ENTRIES)).toMatchObject({ kind: 'POSTED', postId: 'evt_a-2026' });
  expect(server.statuses).toHaveLength(1);
});

test('the next best entry is posted where the event of an interrupted post is gone', async () => {
  const { server, account } = await open();
  const ledger = await openLedger();
  server.refuseNext(503);
  await runDay(account, ledger, ENTRIES);
  expect(await runDay(account, ledger, entriesOf(['b']))).toMatchObject({ postId: 'evt_b-2026' });
});

test('with a lost ledger no post is made twice', async () => {
  const { server, account } = await open();
  await runDay(account, await openLedger(), ENTRIES);
  server.forgetKeys();
  const ledger = await openLedger();
  expect(await runDay(account, ledger, ENTRIES)).toMatchObject({ kind: 'FOUND', postId: 'evt_a-2026' });
  expect(await runDay(account, ledger, ENTRIES)).toEqual({ kind: 'ENOUGH' });
  expect(server.statuses).toHaveLength(1);
});

test('a shared post of another account is not taken for the account’s own', async () => {
  const { server, account } = await open();
  server.reblog(FIRST?.link ?? '');
  expect(await runDay(account, await openLedger(), ENTRIES)).toMatchObject({ kind: 'POSTED' });
});

test('a refusal leaves nothing in the ledger', async () => {
  const { server, account } = await open();
  const ledger = await openLedger();
  server.refuseNext(422);
  expect(await runDay(account, ledger, ENTRIES)).toEqual({
    kind: 'REFUSED',
    postId: 'evt_a-2026',
    reason: 'Validation failed',
  });
  expect(await ledger.known(account.name, ['evt_a-2026'])).toEqual(new Set());
});

test('a second try has the id of the first, also where its event was merged since then', async () => {
  const { server, account } = await open(300);
  const ledger = await openLedger();
  const unsent: Account = {
    ...account,
    send: async () => {
      throw new Error('the line went dead');
    },
  };
  expect(await runDay(unsent, ledger, entriesOf(['b']))).toMatchObject({ kind: 'UNCERTAIN' });
  const merged = entriesOf(['a'], {}, ['b']);
  server.loseNext('DROPPED');
  expect(await runDay(account, ledger, merged)).toMatchObject({ kind: 'UNCERTAIN', postId: 'evt_b-2026' });
  expect(await runDay(account, ledger, merged)).toMatchObject({ kind: 'FOUND', postId: 'evt_b-2026' });
  expect(server.statuses).toHaveLength(1);
});

test('a wrong token is refused before anything is noted', async () => {
  const { origin } = await startMastodonServer();
  await expect(openMastodon({ url: origin, token: 'wrong', timeoutMs: 60_000 })).rejects.toThrow(
    'The access token is invalid',
  );
});
