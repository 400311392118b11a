import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Account } from '../../src/posting/account.ts';
import { openBluesky } from '../../src/posting/bluesky.ts';
import { openMastodon } from '../../src/posting/mastodon.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { BLUESKY_ACCOUNT, startBlueskyServer } from './bluesky-server.ts';
import { MASTODON_TOKEN, startMastodonServer } from './mastodon-server.ts';
import { entriesOf, openLedger, runDay } from './posting-day.ts';

/** A mishap of a run, or the state that the run before it left. */
const MISHAPS = [
  'NONE',
  'ANSWER_LOST',
  'REFUSED',
  'FAILING',
  'LEDGER_LOST',
  'KEYS_FORGOTTEN',
  'MERGED',
] as const;

interface Network {
  readonly account: Account;
  loseNext(loss: 'DROPPED'): void;
  refuseNext(status: number): void;
  forgetKeys(): void;
  count(): number;
}

async function mastodon(): Promise<Network> {
  const server = await startMastodonServer();
  const account = await openMastodon({ url: server.origin, token: MASTODON_TOKEN, timeoutMs: 60_000 });
  return { ...server, account, count: () => server.statuses.length };
}

async function bluesky(): Promise<Network> {
  const server = await startBlueskyServer();
  const account = await openBluesky({ service: server.origin, ...BLUESKY_ACCOUNT, timeoutMs: 60_000 });
  return { ...server, account, forgetKeys: () => {}, count: () => server.records.size };
}

test.each([
  ['Mastodon', mastodon],
  ['Bluesky', bluesky],
])('after any mishaps in any order %s has one post in the end and never two', async (_name, open) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...MISHAPS), { maxLength: 6 }), async (mishaps) => {
      const network = await open();
      let ledger = await openLedger();
      let entries = entriesOf(['a']);
      for (const mishap of mishaps) {
        if (mishap === 'ANSWER_LOST') network.loseNext('DROPPED');
        if (mishap === 'REFUSED') network.refuseNext(422);
        if (mishap === 'FAILING') network.refuseNext(503);
        if (mishap === 'LEDGER_LOST') ledger = await openLedger();
        if (mishap === 'KEYS_FORGOTTEN') network.forgetKeys();
        // With the ledger lost, a merged event is known by its other id alone.
        if (mishap === 'MERGED' && !mishaps.includes('LEDGER_LOST')) entries = entriesOf(['b'], {}, ['a']);
        await runDay(network.account, ledger, entries, { perDay: 9 });
        expect(network.count()).toBeLessThanOrEqual(1);
      }
      for (let run = 0; run < 4; run += 1) await runDay(network.account, ledger, entries, { perDay: 9 });
      expect(network.count()).toBe(1);
    }),
    { numRuns: usualOrLong(15, 60) },
  );
});
