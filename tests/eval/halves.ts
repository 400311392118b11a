import type { GoldDocument } from './read-gold.ts';

export type Half = 'A' | 'B';

/**
 * Half of a file's documents, by their place (from 0) among the ids in the order of their code units. A has the even
 * places, on which rules are tuned. B has the odd places, which decide whether a rule is kept.
 */
export function halfOf(documents: readonly GoldDocument[], half: Half): readonly GoldDocument[] {
  return documents
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .filter((_, place) => place % 2 === (half === 'A' ? 0 : 1));
}
