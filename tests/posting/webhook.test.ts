import { expect, test } from 'vitest';
import { openWebhook } from '../../src/posting/webhook.ts';
import { entriesOf, openLedger, runDay } from './posting-day.ts';
import { startWebhookServer } from './webhook-server.ts';

const ENTRIES = entriesOf(['a', 'b']);

test('the entry is sent as JSON with its postId as the idempotency key, and the name keeps the address secret', async () => {
  const { url, received } = await startWebhookServer();
  const account = openWebhook({ url, token: 'webhook-token', timeoutMs: 60_000 });
  expect(await runDay(account, await openLedger(), ENTRIES)).toEqual({
    kind: 'POSTED',
    postId: 'evt_a-2026',
    address: null,
  });
  expect(received.map(({ headers }) => [headers['idempotency-key'], headers.authorization])).toEqual([
    ['evt_a-2026', 'Bearer webhook-token'],
  ]);
  expect(received[0]?.body).toEqual({ text: ENTRIES[0]?.texts.plain, ...ENTRIES[0] });
  expect(account.name).toMatch(/^webhook:127\.0\.0\.1:\d+#[0-9a-f]{16}$/);
});

test.each(['DROPPED', 'SILENT'] as const)(
  'where the answer is lost (%s) nothing is sent again, unless that is asked for',
  async (loss) => {
    const { url, received, loseNext } = await startWebhookServer();
    const account = openWebhook({ url, token: null, timeoutMs: 300 });
    const ledger = await openLedger();
    loseNext(loss);
    expect(await runDay(account, ledger, ENTRIES)).toMatchObject({ kind: 'UNCERTAIN' });
    expect(await runDay(account, ledger, ENTRIES)).toMatchObject({ kind: 'UNCERTAIN', postId: 'evt_a-2026' });
    expect(received).toHaveLength(1);
    expect(await runDay(account, ledger, ENTRIES, { sendsAgain: true })).toMatchObject({ kind: 'POSTED' });
    expect(received.map(({ headers }) => headers['idempotency-key'])).toEqual(['evt_a-2026', 'evt_a-2026']);
  },
);

test('a refused second try leaves it open whether the first arrived, so the post is not sent again', async () => {
  const { url, received, loseNext, answerNext } = await startWebhookServer();
  const account = openWebhook({ url, token: null, timeoutMs: 60_000 });
  const ledger = await openLedger();
  loseNext('DROPPED');
  await runDay(account, ledger, ENTRIES);
  answerNext(404);
  expect(await runDay(account, ledger, ENTRIES, { sendsAgain: true })).toMatchObject({ kind: 'REFUSED' });
  expect(await runDay(account, ledger, ENTRIES)).toMatchObject({ kind: 'UNCERTAIN', postId: 'evt_a-2026' });
  expect(received).toHaveLength(2);
});

test.each([
  [302, 'REFUSED'],
  [404, 'REFUSED'],
  [408, 'UNCERTAIN'],
  [502, 'UNCERTAIN'],
])('an answer of %i is %s', async (status, kind) => {
  const { url, received, answerNext } = await startWebhookServer();
  answerNext(status);
  const account = openWebhook({ url, token: null, timeoutMs: 60_000 });
  expect(await runDay(account, await openLedger(), ENTRIES)).toMatchObject({ kind });
  expect(received).toHaveLength(1);
});

test('a post to a server that has stopped surely did not arrive', async () => {
  const { url, stop } = await startWebhookServer();
  await stop();
  const account = openWebhook({ url, token: null, timeoutMs: 60_000 });
  const ledger = await openLedger();
  expect(await runDay(account, ledger, ENTRIES)).toMatchObject({ kind: 'REFUSED' });
  expect(await ledger.known(account.name, ['evt_a-2026'])).toEqual(new Set());
});
