import type { ArticleId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { EventStore, StoredArticle } from '../../store/port/event-store.ts';
import { anchorArticle } from './anchor-article.ts';
import { joinArticle } from './join-article.ts';
import { type ArticleReading, type IngestTools, readArticle } from './read-article.ts';
import { sourceOf } from './reanchor-article.ts';
import { retryWhileStale } from './retry-while-stale.ts';
import { isSameReading } from './same-reading.ts';

/**
 * Reads a stored article again; an anchor that was given for it stays. Returns how many events changed, null where nothing
 * at all did, the note of who read it included.
 */
export function rereadArticle(
  store: EventStore,
  id: ArticleId,
  defaultAnchor: CalendarDate,
  tools: IngestTools,
): Promise<number | null> {
  return retryWhileStale(async () => {
    const known = await store.getArticle(id);
    if (known === undefined || !known.current) return { changedCount: null };
    const override = known.anchor.basis === 'OVERRIDE' ? known.anchor.date : undefined;
    const { article, dateline } = anchorArticle(sourceOf(known), defaultAnchor, override);
    const reading = readArticle(article, dateline, tools);
    const told = await store.readJoinCandidates({ accounts: [], articles: [id], mentions: [], events: [] });
    const before = told.events.flatMap(({ mentions }) => mentions).filter((each) => each.article.id === id);
    if (isAsBefore(known, before, reading)) return { changedCount: null };
    return joinArticle(store, reading, { supersedes: null, revision: told.revision, note: undefined });
  }).then(({ changedCount }) => changedCount);
}

const isAsBefore = (known: StoredArticle, before: readonly Mention[], now: ArticleReading): boolean =>
  isSameReading(known, now.article) &&
  JSON.stringify(known.warnings) === JSON.stringify(now.article.warnings) &&
  inOneOrder(before) === inOneOrder(now.mentions.filter((mention) => isStored(mention, before)));

/** A mention without a date is stored only where it could be placed with one that has. */
const isStored = ({ id, date }: Mention, stored: readonly Mention[]): boolean =>
  date !== null || stored.some((mention) => mention.id === id);

const inOneOrder = (mentions: readonly Mention[]): string =>
  JSON.stringify([...mentions].sort((a, b) => (a.id < b.id ? -1 : 1)));
