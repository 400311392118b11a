import type { JoinDecisions } from '../../../domain/event/decision.ts';
import type { Account } from '../account.ts';

/** Whether editors allow two accounts in one event. */
type MayJoin = (ones: readonly Account[], others: readonly Account[]) => boolean;

/** The conditions of joining. */
export interface JoinRule {
  readonly mayJoin: MayJoin;
  /** The least average score. */
  readonly threshold: number;
}

export function separations(apart: JoinDecisions['apart']): MayJoin {
  if (apart.length === 0) return () => true;
  const decided = apart.map(({ one, other }) => ({ one: new Set(one), other: new Set(other) }));
  const holds = (accounts: readonly Account[], ids: ReadonlySet<string>): boolean =>
    accounts.some(({ mention }) => ids.has(mention.id));
  return (ones, others) =>
    !decided.some(
      ({ one, other }) =>
        (holds(ones, one) && holds(others, other)) || (holds(ones, other) && holds(others, one)),
    );
}
