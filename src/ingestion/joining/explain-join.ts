import type { TimelineEvent } from '../../domain/event/event.ts';
import type { MentionId } from '../../domain/event/ids.ts';
import { clusterAccounts } from './cluster/cluster-accounts.ts';
import { JOIN_THRESHOLD } from './score/join-weights.ts';
import type { AccountScore } from './score/score-accounts.ts';

/**
 * The reason why a mention is in its event. FIRST: the most exact account, which the others are compared
 * with. SCORE: it agrees with the accounts before it. NEIGHBOUR: it has no date and leads up to a dated
 * account. DECISION: an editor put it there.
 */
export type JoinBasis = 'FIRST' | 'SCORE' | 'NEIGHBOUR' | 'DECISION';

/** A mention's reason and its average score against the accounts before it; null where no score was taken. */
export interface JoinExplanation {
  readonly mention: MentionId;
  readonly basis: JoinBasis;
  readonly score: AccountScore | null;
  /** The least score of accounts that are joined. */
  readonly threshold: number;
}

/** The explanation of each mention, in the order of the event's mentions. */
export function explainJoin({ mentions }: Pick<TimelineEvent, 'mentions'>): readonly JoinExplanation[] {
  const clusters = clusterAccounts(mentions);
  const bases = new Map<MentionId, { basis: JoinBasis; score: AccountScore | null }>();
  for (const [index, { accounts, scores }] of clusters.entries())
    for (const [place, account] of accounts.entries()) {
      const score = scores[place] ?? null;
      const basis = score !== null ? 'SCORE' : index === 0 ? 'FIRST' : 'DECISION';
      bases.set(account.mention.id, { basis, score });
    }
  return mentions.map(({ id }) => ({
    mention: id,
    ...(bases.get(id) ?? { basis: 'NEIGHBOUR', score: null }),
    threshold: JOIN_THRESHOLD,
  }));
}
