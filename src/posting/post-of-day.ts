import type { CalendarDate } from '../domain/time/calendar-date.ts';
import type { PostEntry } from '../formats/posts/post-entry.ts';
import type { PostLedger, PostRecord } from '../store/port/post-ledger.ts';
import { type Account, messageOf, NotPosted } from './account.ts';

/** What came of a run. UNCERTAIN: it may have arrived; the next run looks before it tries again. */
export type PostOutcome =
  | { readonly kind: 'POSTED' | 'FOUND'; readonly postId: string; readonly address: string | null }
  | { readonly kind: 'REFUSED' | 'UNCERTAIN'; readonly postId: string; readonly reason: string }
  | { readonly kind: 'ENOUGH' | 'NOTHING' };

export interface PostingDay {
  readonly account: Account;
  readonly ledger: PostLedger;
  /** What may be posted. */
  readonly entries: readonly PostEntry[];
  readonly day: CalendarDate;
  /** At most so many posts on the account for the day. */
  readonly perDay: number;
  /** Send again what may have arrived where the network cannot be asked. */
  readonly sendsAgain: boolean;
  /** The instant: UTC, ISO 8601. */
  readonly now: () => string;
}

/** How far back an entry without a record is looked for: it is posted on its day. */
const LOOKED_BACK_MS = 86_400_000;

/** Posts the best entry of a day that the account does not have, or brings an interrupted post to its end. */
export async function postOfDay(run: PostingDay): Promise<PostOutcome> {
  const records = await run.ledger.list(run.account.name, run.day);
  for (const record of records.filter(({ state }) => state === 'TRYING')) {
    const outcome = await takeUp(run, record);
    if (outcome !== undefined) return outcome;
  }
  if (records.filter(({ state }) => state === 'POSTED').length >= run.perDay) return { kind: 'ENOUGH' };
  const entry = await bestUnposted(run.entries, run.account, run.ledger);
  return entry === undefined ? { kind: 'NOTHING' } : sendUnlessThere(run, entry);
}

/** The entry of the best rank of which the account has no record, under its own id or one that it has absorbed. */
export async function bestUnposted(
  entries: readonly PostEntry[],
  account: Pick<Account, 'name'>,
  ledger: Pick<PostLedger, 'known'>,
): Promise<PostEntry | undefined> {
  const known = await ledger.known(account.name, entries.flatMap(idsOf));
  return entries
    .filter((entry) => !idsOf(entry).some((id) => known.has(id)))
    .toSorted((one, other) => one.rank - other.rank)[0];
}

const idsOf = ({ postId, absorbed }: PostEntry): readonly string[] => [postId, ...absorbed];

/** A ledger that was lost, or written elsewhere, does not make a post twice where the network can be asked. */
async function sendUnlessThere(run: PostingDay, entry: PostEntry): Promise<PostOutcome> {
  const { account, ledger, day, now } = run;
  const { postId, link } = entry;
  const since = new Date(Date.parse(now()) - LOOKED_BACK_MS).toISOString();
  const lookup = await account
    .find({ postId, links: [link], triedAt: since })
    .catch((error: unknown) => messageOf(error));
  if (typeof lookup === 'string') return { kind: 'REFUSED', postId, reason: lookup };
  if (lookup.kind !== 'FOUND') return send(run, entry, null);
  await ledger.begin({ account: account.name, postId, day, link, triedAt: since });
  await ledger.finish(account.name, postId, lookup.address);
  return { kind: 'FOUND', postId, address: lookup.address };
}

/** Undefined where the post did not arrive and its event is gone, so that another may be posted. */
async function takeUp(run: PostingDay, record: PostRecord): Promise<PostOutcome | undefined> {
  const { account, ledger, entries, sendsAgain } = run;
  const { postId } = record;
  const entry = entries.find((each) => idsOf(each).includes(postId));
  const links = [record.link, ...(entry === undefined ? [] : [entry.link])];
  const tried = { postId, triedAt: record.triedAt, links };
  const lookup = await account.find(tried).catch((error: unknown) => messageOf(error));
  if (typeof lookup === 'string') return { kind: 'UNCERTAIN', postId, reason: lookup };
  if (lookup.kind === 'FOUND') {
    await ledger.finish(account.name, postId, lookup.address);
    return { kind: 'FOUND', postId, address: lookup.address };
  }
  if (lookup.kind === 'UNKNOWN' && !sendsAgain)
    return { kind: 'UNCERTAIN', postId, reason: 'an earlier run may have posted it, and nobody can tell' };
  if (entry !== undefined) return send(run, entry, record);
  await ledger.forget(account.name, postId);
  return undefined;
}

/**
 * A retry goes under the id of the first try, also where another event has absorbed the one that was tried. That it did
 * not arrive says nothing of the tries before.
 */
async function send(run: PostingDay, entry: PostEntry, before: PostRecord | null): Promise<PostOutcome> {
  const { account, ledger, day, now } = run;
  const { postId } = before ?? entry;
  const triedAt = now();
  await ledger.begin({ account: account.name, postId, day, link: entry.link, triedAt });
  try {
    const address = await account.send(entry, postId, triedAt);
    await ledger.finish(account.name, postId, address);
    return { kind: 'POSTED', postId, address };
  } catch (error) {
    const reason = messageOf(error);
    if (!(error instanceof NotPosted)) return { kind: 'UNCERTAIN', postId, reason };
    if (before === null) await ledger.forget(account.name, postId);
    return { kind: 'REFUSED', postId, reason };
  }
}
