import type { Database } from 'better-sqlite3';
import type { EventState } from '../../../domain/event/audit.ts';
import type { ArticleId, EventId, MentionId } from '../../../domain/event/ids.ts';
import type { Mention } from '../../../domain/event/mention.ts';

/** Stands in the audit trail for words that may have come from the article. */
const REMOVED = '(removed)';

interface PurgedParts {
  readonly article: ArticleId;
  readonly mentions: readonly Mention[];
  /** The events whose edits have lost their words. */
  readonly edited: ReadonlySet<EventId>;
}

interface EntryRow {
  readonly key: number;
  readonly subject: string;
  readonly why: string | null;
  readonly before: string;
}

/**
 * Titles and actors go from the states of events with the article's mentions, and of events whose edits have lost theirs. A
 * reason that shares a long word or a name with the article goes too.
 */
export function purgeTrail(database: Database, { article, mentions, edited }: PurgedParts): void {
  const removed: ReadonlySet<MentionId> = new Set(mentions.map(({ id }) => id));
  const words = wordsOfMentions(mentions);
  const entries = database.prepare<[string], EntryRow>(`
    SELECT n.entry_key AS key, n.subject, n.why, n.before FROM audit_entries n WHERE n.before <> '[]' OR n.subject = ?`);
  const rewrite = database.prepare<[string | null, string, number]>(
    'UPDATE audit_entries SET why = ?, before = ? WHERE entry_key = ?',
  );
  const isAffected = ({ id, mentions: accounts }: EventState): boolean =>
    edited.has(id) || accounts.some((mention) => removed.has(mention));
  for (const { key, subject, why, before } of entries.all(article)) {
    const states: readonly EventState[] = JSON.parse(before);
    if (subject !== article && !states.some(isAffected)) continue;
    const purged = states.map((state) => (isAffected(state) ? withoutWords(state, removed) : state));
    const isQuoting = why !== null && wordsOf(why).some((word) => words.has(word));
    rewrite.run(isQuoting ? REMOVED : why, JSON.stringify(purged), key);
  }
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
