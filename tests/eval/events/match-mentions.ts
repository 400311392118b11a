import type { Mention, Span } from '../../../src/domain/event/mention.ts';
import { overlaps } from '../../support/locate.ts';
import type { GoldMention } from './sequence.ts';

export interface Match {
  readonly gold: GoldMention;
  readonly mention: Mention;
}

export interface Matching {
  readonly matches: readonly Match[];
  readonly missed: readonly GoldMention[];
  readonly spurious: readonly Mention[];
}

/**
 * Pairs each annotated statement with at most one mention. The time expressions overlap, or the clause has the words where
 * no time is annotated. A mention with the words in its clause goes first, and among those the shortest clause.
 */
export function matchMentions(gold: readonly GoldMention[], mentions: readonly Mention[]): Matching {
  const pairs = gold.flatMap((one) =>
    mentions
      .filter((mention) => isSame(one, mention))
      .map((mention) => ({ gold: one, mention, rank: rankOf(one, mention) })),
  );
  const matches: Match[] = [];
  const taken = new Set<GoldMention | Mention>();
  for (const { gold: one, mention } of pairs.sort((a, b) => a.rank - b.rank)) {
    if (taken.has(one) || taken.has(mention)) continue;
    taken.add(one).add(mention);
    matches.push({ gold: one, mention });
  }
  return {
    matches,
    missed: gold.filter((one) => !taken.has(one)),
    spurious: mentions.filter((mention) => !taken.has(mention)),
  };
}

function isSame({ file, time, words }: GoldMention, { article, timex, clause }: Mention): boolean {
  if (article.file !== file) return false;
  if (time !== null) return timex !== null && overlaps(timex, time);
  return words !== null && overlaps(words, clause);
}

/** Lower is better. */
function rankOf({ words }: GoldMention, { clause }: Mention): number {
  const inside = words === null || overlaps(words, clause);
  return (inside ? 0 : 1_000_000) + lengthOf(clause);
}

const lengthOf = ({ start, end }: Span): number => end - start;
