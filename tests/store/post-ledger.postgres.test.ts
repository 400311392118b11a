import { describe, expect, test } from 'vitest';
import { openWebhook } from '../../src/posting/webhook.ts';
import { openPostLedger } from '../../src/store/open-store.ts';
import { entriesOf, openLedger, runDay } from '../posting/posting-day.ts';
import { startWebhookServer } from '../posting/webhook-server.ts';
import { execute, missingPostgres, postgresDatabase } from '../support/postgres-database.ts';
import { describePostLedger, tried } from './describe-post-ledger.ts';

describe.skipIf(missingPostgres !== null)(`a server${missingPostgres ?? ''}`, () => {
  const url = postgresDatabase('post_ledger');

  describePostLedger(async () => {
    const ledger = await openLedger(url());
    await execute(url(), 'DELETE FROM posts');
    return ledger;
  });

  test('a ledger in a database has one owner at a time, on whatever machine', async () => {
    const first = await openPostLedger(url());
    await expect(openPostLedger(url())).rejects.toMatchObject({ code: 'STORE_BUSY' });
    await first.close();
    await openLedger(url());
  });

  test('two machines that post for one day at once post once', async () => {
    await execute(url(), 'DELETE FROM posts');
    const webhook = await startWebhookServer();
    const account = openWebhook({ url: webhook.url, token: null, timeoutMs: 60_000 });
    const machine = async (): Promise<string> => {
      const ledger = await openPostLedger(url());
      return (await runDay(account, ledger, entriesOf(['a', 'b'])).finally(() => ledger.close())).kind;
    };
    const outcomes = await Promise.all([1, 2].map(() => machine().catch((error) => error.code)));
    expect(outcomes).toContain('POSTED');
    expect(await machine()).toBe('ENOUGH');
    expect(webhook.received.map(({ headers }) => headers['idempotency-key'])).toEqual(['evt_a-2026']);
  });

  test('a ledger whose lock is lost notes nothing more', async () => {
    const ledger = await openLedger(url());
    await execute(
      url(),
      `SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
      WHERE l.locktype = 'advisory' AND d.datname = current_database()`,
    );
    await expect
      .poll(() =>
        ledger.begin(tried('evt_z-2026', '2026-12-21T07:00:00.000Z')).catch((error: unknown) => error),
      )
      .toMatchObject({ code: 'STORE_FAILED' });
  });
});
