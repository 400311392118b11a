import type { CalendarDate } from '../domain/time/calendar-date.ts';
import type { PostEntry } from '../formats/posts/post-entry.ts';
import type { PostLedger, PostRecord } from '../store/port/post-ledger.ts';
import { type Account, messageOf, NotPosted } from './account.ts';

/** The outcome of a run. UNCERTAIN: the post may have arrived, and the next run looks for it before it tries again. */
export type PostOutcome =
  | { readonly kind: 'POSTED' | 'FOUND'; readonly postId: string; readonly address: string | null }
  | { readonly kind: 'REFUSED' | 'UNCERTAIN'; readonly postId: string; readonly reason: string }
  | { readonly kind: 'ENOUGH' | 'NOTHING' };

export interface PostingDay {
  readonly account: Account;
  readonly ledger: PostLedger;
  /** The entries that may be posted. */
  readonly entries: readonly PostEntry[];
  readonly day: CalendarDate;
  /** The largest number of posts on the account for the day. */
  readonly perDay: number;
  /** Whether to send a post again that may have arrived on a network that cannot be asked. */
  readonly sendsAgain: boolean;
  /** The present instant: UTC, ISO 8601. */
  readonly now: () => string;
}

/** How far back to look for an entry without a record. An entry is posted on its day, so a day is enough. */
const LOOKED_BACK_MS = 86_400_000;

/** Posts the best entry of a day that the account lacks, or finishes an interrupted post. */
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

/** The entry of the best rank without a record on the account, under its own id or an id that was merged into it. */
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

/** The network is asked first: a lost ledger must not make the same post twice. */
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

/** Finishes an interrupted post. Undefined where the post did not arrive and its event is gone: another may be posted. */
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
    return {
      kind: 'UNCERTAIN',
      postId,
      reason: 'an earlier run may have posted it, and the network cannot be asked',
    };
  if (entry !== undefined) return send(run, entry, record);
  await ledger.forget(account.name, postId);
  return undefined;
}

/**
 * A retry keeps the id of the first try, even if that event was merged into another since then. A refusal of the retry does
 * not prove that earlier tries failed, so the record stays.
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
