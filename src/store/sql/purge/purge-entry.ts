import type { EventState } from '../../../domain/event/audit.ts';
import type { ArticleId, EventId, MentionId } from '../../../domain/event/ids.ts';
import type { Mention } from '../../../domain/event/mention.ts';

/** Stands in the audit trail for words that may have come from the article. */
const REMOVED = '(removed)';

export interface PurgedParts {
  readonly article: ArticleId;
  readonly mentions: readonly Mention[];
  /** The events whose edits have lost their words. */
  readonly edited: ReadonlySet<EventId>;
}

/** An entry of the audit trail. */
export interface EntryRow {
  readonly key: number;
  readonly subject: string;
  readonly why: string | null;
  readonly before: string;
}

/**
 * Titles and actors go from the states of events with the article's mentions, and of events whose edits have lost theirs. A
 * reason that shares a long word or a name with the article goes too. An entry that the purge does not touch is left out.
 */
export function purgeEntries(
  entries: readonly EntryRow[],
  { article, mentions, edited }: PurgedParts,
): readonly EntryRow[] {
  const removed: ReadonlySet<MentionId> = new Set(mentions.map(({ id }) => id));
  const words = wordsOfMentions(mentions);
  const isAffected = ({ id, mentions: accounts }: EventState): boolean =>
    edited.has(id) || accounts.some((mention) => removed.has(mention));
  return entries.flatMap((entry) => {
    const states: readonly EventState[] = JSON.parse(entry.before);
    if (entry.subject !== article && !states.some(isAffected)) return [];
    const purged = states.map((state) => (isAffected(state) ? withoutWords(state, removed) : state));
    const isQuoting = entry.why !== null && wordsOf(entry.why).some((word) => words.has(word));
    return [{ ...entry, why: isQuoting ? REMOVED : entry.why, before: JSON.stringify(purged) }];
  });
}

const withoutWords = (state: EventState, removed: ReadonlySet<MentionId>): EventState => ({
  ...state,
  title: REMOVED,
  actors: [],
  mentions: state.mentions.filter((id) => !removed.has(id)),
});

/** In letters. Shorter words, unless they are of a name, stand in any text. */
const SHORTEST_WORD = 5;

const wordsOf = (text: string): readonly string[] =>
  Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word.toLowerCase());

/** The long words of the quotes, and all capitalized words of the names. */
function wordsOfMentions(mentions: readonly Mention[]): ReadonlySet<string> {
  const words = mentions.flatMap(({ quote, title, article, actors, places }) => {
    const texts = [quote.prefix, quote.exact, quote.suffix, title, article.title ?? ''];
    const names = [...actors, ...places].flatMap(({ name }) => name.match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? []);
    return [
      ...texts.flatMap(wordsOf).filter((word) => word.length >= SHORTEST_WORD),
      ...names.map((name) => name.toLowerCase()),
    ];
  });
  return new Set(words);
}
