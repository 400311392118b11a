import type { Anchor } from '../domain/anchor.ts';
import type { ArticleSource } from '../domain/article.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { TimelineError } from '../domain/errors.ts';
import type { ArticleId } from '../domain/ids.ts';
import { chooseAnchor } from '../ingestion/anchor.ts';
import { identifyArticle } from '../ingestion/identify-article.ts';
import { RULE_SET } from '../ingestion/rule-set.ts';
import type { EventStore, StoredArticle } from '../store/event-store.ts';
import { joinArticle } from './join-article.ts';
import { type ArticleReading, type IngestTools, readArticle } from './read-article.ts';
import { reportSaved, reportUnchanged, type SavedOutcome } from './report-ingest.ts';
import { isSameReading } from './same-reading.ts';
import type { IngestReport } from './timeline.ts';

/** How often an article is joined anew because another writer's change came first. */
const MAX_ATTEMPTS = 20;

/**
 * Reads one article, joins its accounts to what is known and saves all of it as one change. A text that a newer one of
 * its URL has replaced stays replaced when it comes again. `STORE_BUSY` when others changed the store at every attempt.
 */
export async function ingestArticle(
  parts: { store: EventStore; loadTools: () => Promise<IngestTools>; defaultAnchor: CalendarDate },
  source: ArticleSource,
  options: { anchor?: CalendarDate } = {},
): Promise<IngestReport> {
  const { store } = parts;
  const { anchor, dateline } = chooseAnchor(source, {
    fallback: parts.defaultAnchor,
    ...(options.anchor !== undefined && { override: options.anchor }),
  });
  const article = { ...source, id: identifyArticle(source), anchor, ruleSet: RULE_SET, warnings: [] };
  let reading: ArticleReading | undefined;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const revision = await store.readRevision();
    const known = await store.getArticle(article.id);
    if (known !== undefined && isSettled(known, source, anchor)) return reportUnchanged(store, known);
    const supersedes = await findReplaced(store, article.id, source.url);
    reading ??= readArticle(article, dateline, await parts.loadTools());
    const saved = await joinArticle(store, reading, { supersedes, revision });
    if (saved !== undefined) return reportSaved(outcomeOf(known, supersedes), reading, saved);
  }
  throw new TimelineError(
    'STORE_BUSY',
    `the timeline changed ${MAX_ATTEMPTS} times while an article was joined to it`,
  );
}

const isSettled = (known: StoredArticle, source: ArticleSource, anchor: Anchor): boolean =>
  !known.current || isSameReading(known, source, anchor, RULE_SET);

async function findReplaced(store: EventStore, id: ArticleId, url: string | null): Promise<ArticleId | null> {
  const sameUrl = url === null ? undefined : await store.findArticleByUrl(url);
  return sameUrl === undefined || sameUrl.id === id ? null : sameUrl.id;
}

function outcomeOf(known: StoredArticle | undefined, supersedes: ArticleId | null): SavedOutcome {
  if (known !== undefined) return 'REANCHORED';
  return supersedes === null ? 'ADDED' : 'SUPERSEDED';
}
