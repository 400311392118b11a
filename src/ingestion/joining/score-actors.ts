import type { Account } from './account.ts';

const WHO = { SAME: 1, NAMED_AFTER: 0.8, OTHER_ROLE: 0.5, UNKNOWN: 0.5, OTHERS: 0 };
const SHARED_PLACE = 0.3;
/** What is left of it where both say where, and name other places. */
const ELSEWHERE = 0.6;
/** So many letters of a state's name its ministries share with it. */
const NAME_ROOT = 5;

/** Whether the same one acts, 0–1, and at the same place. An account that names nobody contradicts no other. */
export function scoreActors(one: Account, other: Account): number {
  const who = scoreMain(one, other);
  if (one.places.size === 0 || other.places.size === 0) return who;
  return one.places.isDisjointFrom(other.places) ? who * ELSEWHERE : Math.min(1, who + SHARED_PLACE);
}

/**
 * The same actor, or one that the other acts for ("the Foreign Ministry", "Russia"). Where neither account names who acts,
 * different people acted upon are different people.
 */
function scoreMain({ main: one, actors: ones }: Account, { main: other, actors: others }: Account): number {
  if (one === null && other === null && areOthers(ones, others)) return WHO.OTHERS;
  if (one === null || other === null) return WHO.UNKNOWN;
  if (one.id === other.id) return WHO.SAME;
  if (isNamedAfter(one.name, other.name)) return WHO.NAMED_AFTER;
  return others.has(one.id) || ones.has(other.id) ? WHO.OTHER_ROLE : WHO.OTHERS;
}

const areOthers = (ones: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  ones.size > 0 && others.size > 0 && ones.isDisjointFrom(others);

/** "Russia", "the Russian Foreign Ministry": the shorter name is a single word. */
function isNamedAfter(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const root = short.slice(0, NAME_ROOT);
  return root.length === NAME_ROOT && !short.includes(' ') && long.includes(root);
}
