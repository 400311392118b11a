import type { JoinDecisions } from '../../domain/event/decision.ts';
import type { MentionId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';

type Part = readonly Mention[];

/** Makes one part of those that hold mentions which an editor put together, unless they also hold some that were set apart. */
export function mergeDecided(
  parts: readonly Part[],
  { together, apart }: Pick<JoinDecisions, 'together' | 'apart'>,
): readonly Part[] {
  return together.reduce<readonly Part[]>((before, group) => {
    const ids = new Set<MentionId>(group);
    const joined: Mention[] = [];
    const others = before.filter((part) => {
      const belongs = part.some(({ id }) => ids.has(id)) && !areApart(joined, part, apart);
      if (belongs) joined.push(...part);
      return !belongs;
    });
    return joined.length === 0 ? before : [...others, joined];
  }, parts);
}

const areApart = (one: Part, other: Part, apart: JoinDecisions['apart']): boolean =>
  apart.some(
    (decision) =>
      (holds(one, decision.one) && holds(other, decision.other)) ||
      (holds(one, decision.other) && holds(other, decision.one)),
  );

const holds = (part: Part, ids: readonly MentionId[]): boolean => part.some(({ id }) => ids.includes(id));
