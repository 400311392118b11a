import type { TimelineEvent } from '../../domain/event/event.ts';
import { type Postable, type PostEntry, postEntry } from './post-entry.ts';

/** The weights of round anniversaries, the roundest first. */
const ROUND_YEARS = [
  { years: 100, weight: 3 },
  { years: 50, weight: 2.5 },
  { years: 25, weight: 2 },
  { years: 10, weight: 1.5 },
  { years: 5, weight: 1.2 },
] as const;

/** An event's score for its day: confidence × (1 + log2 of its sources) × the weight of a round anniversary. */
export function scoreOf(
  { confidence, sourceCount }: Pick<TimelineEvent, 'confidence' | 'sourceCount'>,
  yearsAgo: number | null,
): number {
  const round =
    yearsAgo === null || yearsAgo <= 0 ? undefined : ROUND_YEARS.find(({ years }) => yearsAgo % years === 0);
  return confidence * (1 + Math.log2(Math.max(1, sourceCount))) * (round?.weight ?? 1);
}

interface Rankable {
  readonly event: TimelineEvent;
  readonly yearsAgo: number | null;
}

/** The rank of each candidate, 1 for the best. Candidates of the same score keep their order. */
export function rankPosts(candidates: readonly Rankable[]): readonly number[] {
  const scores = candidates.map(({ event, yearsAgo }) => scoreOf(event, yearsAgo));
  const order = [...scores.keys()].toSorted(
    (one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other,
  );
  const places = new Map(order.map((index, place) => [index, place + 1]));
  return scores.map((_, index) => places.get(index) ?? 0);
}

/** The entries of some events of a day, each with its rank among all of the day. Only their texts are written. */
export function postEntries(
  postables: readonly Postable[],
  setting: { readonly origin: string; readonly year: number },
  chosen = postables,
): readonly PostEntry[] {
  const ranks = rankPosts(postables);
  const rankOf = new Map(postables.map((each, index) => [each, ranks[index] ?? 0]));
  return chosen.map((each) => postEntry(each, rankOf.get(each) ?? 0, setting));
}
