import { onTestFinished } from 'vitest';
import type { DerivedEvent } from '../../src/domain/event/event.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { PostEntry } from '../../src/formats/posts/post-entry.ts';
import { postEntries } from '../../src/formats/posts/rank-posts.ts';
import type { Account } from '../../src/posting/account.ts';
import { type PostingDay, type PostOutcome, postOfDay } from '../../src/posting/post-of-day.ts';
import { openPostLedger } from '../../src/store/open-store.ts';
import type { PostLedger } from '../../src/store/port/post-ledger.ts';
import { stored } from '../formats/write-events.ts';
import { buildEvent } from '../store/build-event.ts';

const TODAY = requireCalendarDate('2026-12-21');

/** Entries of 21 December 2026, the best first, one for each event. */
export const entriesOf = (
  names: readonly string[],
  given: Partial<DerivedEvent> = {},
  absorbed: readonly string[] = [],
): readonly PostEntry[] =>
  postEntries(
    names.map((name, index) => ({
      event: stored(buildEvent(name, { confidence: 0.9 - index / 10, ...given })),
      absorbed: absorbed.map((each) => ({ id: buildEvent(each).id })),
      yearsAgo: 5,
    })),
    { origin: 'https://timeline.example', year: 2026 },
  );

/** A new ledger, closed after the test. */
export async function openLedger(file = ':memory:'): Promise<PostLedger> {
  const ledger = await openPostLedger(file);
  onTestFinished(() => ledger.close());
  return ledger;
}

export const runDay = (
  account: Account,
  ledger: PostLedger,
  entries: readonly PostEntry[],
  given: Partial<PostingDay> = {},
): Promise<PostOutcome> =>
  postOfDay({
    account,
    ledger,
    entries,
    day: TODAY,
    perDay: 1,
    sendsAgain: false,
    now: () => new Date().toISOString(),
    ...given,
  });
