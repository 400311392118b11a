import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPostLedger } from '../../src/store/open-store.ts';
import { openLedger } from '../posting/posting-day.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { describePostLedger, tried } from './describe-post-ledger.ts';

describePostLedger(() => openLedger());

test('a file outlives its closing, has one owner at a time, and is made with its folder', async () => {
  const file = join(await temporaryFolder(), 'new', 'posts.sqlite');
  const first = await openPostLedger(file);
  await first.begin(tried('evt_a-2026', '2026-12-21T07:00:00.000Z'));
  await expect(openPostLedger(file)).rejects.toMatchObject({ code: 'STORE_BUSY' });
  await first.close();
  const second = await openLedger(file);
  expect(await second.known('mastodon:a', ['evt_a-2026'])).toEqual(new Set(['evt_a-2026']));
});
