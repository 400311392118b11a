import type { Mention } from '../../domain/event/mention.ts';

type Part = readonly Mention[];

/** Adds each mention without a date to the part that holds the mention which dates it; one that names none is left out. */
export function placeUndated(parts: readonly Part[], mentions: readonly Mention[]): readonly Part[] {
  const undated = Map.groupBy(
    mentions.filter(({ date }) => date === null),
    ({ datedBy }) => datedBy,
  );
  return parts.map((part) => part.flatMap((mention) => [mention, ...(undated.get(mention.id) ?? [])]));
}
