import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { openPostLedger } from '../../src/store/open-store.ts';
import { openLedger } from '../posting/posting-day.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DAY = requireCalendarDate('2026-12-21');
const TRIED = { account: 'mastodon:a', day: DAY, link: 'https://timeline.example/v1/events/evt_a' };

const tried = (postId: string, triedAt: string) => ({ ...TRIED, postId, triedAt });

test('what is begun is being tried, what is finished was posted, what is forgotten is unknown', async () => {
  const ledger = await openLedger();
  await ledger.begin(tried('evt_b-2026', '2026-12-21T08:00:00.000Z'));
  await ledger.begin(tried('evt_a-2026', '2026-12-21T07:00:00.000Z'));
  await ledger.begin(tried('evt_c-2026', '2026-12-21T09:00:00.000Z'));
  await ledger.finish('mastodon:a', 'evt_b-2026', 'https://social.example/1');
  await ledger.forget('mastodon:a', 'evt_c-2026');
  expect(await ledger.list('mastodon:a', DAY)).toEqual([
    { ...tried('evt_a-2026', '2026-12-21T07:00:00.000Z'), state: 'TRYING', address: null },
    {
      ...tried('evt_b-2026', '2026-12-21T08:00:00.000Z'),
      state: 'POSTED',
      address: 'https://social.example/1',
    },
  ]);
  const asked = ['evt_a-2026', 'evt_b-2026', 'evt_c-2026'];
  expect(await ledger.known('mastodon:a', asked)).toEqual(new Set(['evt_a-2026', 'evt_b-2026']));
});

test('another account and another day are something else', async () => {
  const ledger = await openLedger();
  await ledger.begin(tried('evt_a-2026', '2026-12-21T07:00:00.000Z'));
  expect(await ledger.known('mastodon:b', ['evt_a-2026'])).toEqual(new Set());
  expect(await ledger.list('mastodon:a', requireCalendarDate('2026-12-22'))).toEqual([]);
});

test('a second try keeps the time of the first', async () => {
  const ledger = await openLedger();
  await ledger.begin(tried('evt_a-2026', '2026-12-21T07:00:00.000Z'));
  await ledger.begin(tried('evt_a-2026', '2026-12-21T09:00:00.000Z'));
  expect(await ledger.list('mastodon:a', DAY)).toMatchObject([{ triedAt: '2026-12-21T07:00:00.000Z' }]);
});

test('a file outlives its closing, has one owner at a time, and is made with its folder', async () => {
  const file = join(await temporaryFolder(), 'new', 'posts.sqlite');
  const first = await openPostLedger(file);
  await first.begin(tried('evt_a-2026', '2026-12-21T07:00:00.000Z'));
  await expect(openPostLedger(file)).rejects.toMatchObject({ code: 'STORE_BUSY' });
  await first.close();
  const second = await openLedger(file);
  expect(await second.known('mastodon:a', ['evt_a-2026'])).toEqual(new Set(['evt_a-2026']));
});
