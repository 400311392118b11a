import type { TimelineEvent } from '../../domain/event/event.ts';
import type { Mention } from '../../domain/event/mention.ts';
import { type Account, accountOf, byExactness } from './account.ts';
import { nearClusters } from './cluster/near-clusters.ts';
import { areComparable } from './join-keys.ts';
import { JOIN_THRESHOLD, MOST_COMPARED } from './score/join-weights.ts';
import { scoreAccounts } from './score/score-accounts.ts';

/**
 * The events that take part in joining some mentions: those with an account that agrees with a mention enough
 * for an average to reach the threshold. Other events cannot change the result.
 */
export function linkedEvents<Event extends Pick<TimelineEvent, 'mentions'>>(
  mentions: readonly Mention[],
  events: readonly Event[],
): readonly Event[] {
  const { add, near } = nearClusters();
  const compared = events.map(({ mentions: own }) => mostExact(own));
  for (const [index, accounts] of compared.entries()) for (const account of accounts) add(index, account);
  const linked = new Set<number>();
  for (const one of mentions.flatMap((mention) => accountOf(mention) ?? []))
    for (const index of near([one]))
      if (!linked.has(index) && compared[index]?.some((other) => agree(one, other))) linked.add(index);
  return events.filter((_, index) => linked.has(index));
}

/** Accounts that are not comparable never reach the threshold. */
const agree = (one: Account, other: Account): boolean =>
  areComparable(one, other) && scoreAccounts(one, other).score >= JOIN_THRESHOLD;

/** The mentions of an event that are compared with others. */
export const comparedMentions = ({ mentions }: Pick<TimelineEvent, 'mentions'>): readonly Mention[] =>
  mostExact(mentions).map(({ mention }) => mention);

/** An event keeps its list of mentions, and one joining asks several times. */
const known = new WeakMap<readonly Mention[], readonly Account[]>();

function mostExact(mentions: readonly Mention[]): readonly Account[] {
  const found = known.get(mentions) ?? readMostExact(mentions);
  known.set(mentions, found);
  return found;
}

/** Sorts few of many: most accounts are only compared with the last of the best. */
function readMostExact(mentions: readonly Mention[]): readonly Account[] {
  const best: Account[] = [];
  for (const account of mentions.flatMap((mention) => accountOf(mention) ?? [])) {
    const last = best.length < MOST_COMPARED ? undefined : best.at(-1);
    if (last !== undefined && byExactness(last, account) <= 0) continue;
    if (last !== undefined) best.pop();
    const place = best.findIndex((other) => byExactness(account, other) < 0);
    best.splice(place === -1 ? best.length : place, 0, account);
  }
  return best;
}
