import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { PostLedger } from '../../src/store/port/post-ledger.ts';

const DAY = requireCalendarDate('2026-12-21');
const TRIED = { account: 'mastodon:a', day: DAY, link: 'https://timeline.example/v1/events/evt_a' };

export const tried = (postId: string, triedAt: string) => ({ ...TRIED, postId, triedAt });

/** What every ledger must do. `open` gives a new, empty ledger, which is closed after the test. */
export function describePostLedger(open: () => Promise<PostLedger>): void {
  test('what is begun is being tried, what is finished was posted, what is forgotten is unknown', async () => {
    const ledger = await open();
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
    const ledger = await open();
    await ledger.begin(tried('evt_a-2026', '2026-12-21T07:00:00.000Z'));
    expect(await ledger.known('mastodon:b', ['evt_a-2026'])).toEqual(new Set());
    expect(await ledger.list('mastodon:a', requireCalendarDate('2026-12-22'))).toEqual([]);
  });

  test('a second try keeps the time of the first', async () => {
    const ledger = await open();
    await ledger.begin(tried('evt_a-2026', '2026-12-21T07:00:00.000Z'));
    await ledger.begin(tried('evt_a-2026', '2026-12-21T09:00:00.000Z'));
    expect(await ledger.list('mastodon:a', DAY)).toMatchObject([{ triedAt: '2026-12-21T07:00:00.000Z' }]);
  });
}
