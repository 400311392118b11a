import type { ArticleId, MentionId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { DayBounds } from '../../domain/time/event-date.ts';
import { type Account, accountOf } from './account.ts';
import { areLinked } from './links-of.ts';

/** Share of the shorter account's words that two accounts must have in common to be compared, unless they are linked. */
const SHARED_WORDS = 0.4;

/** The keys by which a dated mention is found as a candidate for joining. */
export interface MentionKeys {
  readonly mention: MentionId;
  readonly article: ArticleId;
  /** The days of its date. */
  readonly bounds: DayBounds;
  /** One participant in common is enough. */
  readonly participants: readonly string[];
  /** One act in common is enough together with a name. */
  readonly acts: readonly string[];
  readonly names: readonly string[];
  /** Content words. Each mention asks for a number of shared words; the lower number decides. */
  readonly words: readonly string[];
  readonly enoughWords: number;
}

/** The keys of each dated mention. */
export const listJoinKeys = (mentions: readonly Mention[]): readonly MentionKeys[] =>
  mentions.flatMap((mention) => {
    const account = accountOf(mention);
    if (account === null) return [];
    const { bounds, links, words } = account;
    return [
      {
        mention: mention.id,
        article: mention.article.id,
        bounds,
        participants: [...links.participants],
        acts: [...links.acts],
        names: [...links.names],
        words: [...words.all],
        enoughWords: enoughOf(account),
      },
    ];
  });

/** Whether two accounts have enough in common to be compared. The store searches by the same keys. */
export function areComparable(one: Account, other: Account): boolean {
  if (areLinked(one.links, other.links)) return true;
  const enough = Math.min(enoughOf(one), enoughOf(other));
  const [ones, others] = [one.words.all, other.words.all];
  const [small, large] = ones.size <= others.size ? [ones, others] : [others, ones];
  let shared = 0;
  for (const word of small) {
    if (large.has(word)) shared += 1;
    if (shared >= enough) return true;
  }
  return false;
}

const enoughOf = ({ words }: Account): number => Math.max(1, Math.ceil(words.all.size * SHARED_WORDS));
