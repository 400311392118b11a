import type { Article, ArticleSource } from '../domain/article.ts';
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
 * Reads one article, joins its accounts to what is known and saves all of it as one change. The text that comes last
 * under a URL is the one that counts, an earlier one of it too. `STORE_BUSY` when others changed the store every time.
 */
export async function ingestArticle(
  parts: { store: EventStore; loadTools: () => Promise<IngestTools>; defaultAnchor: CalendarDate },
  source: ArticleSource,
  options: { anchor?: CalendarDate } = {},
): Promise<IngestReport> {
  const { store } = parts;
  const { anchor, dateline, warning } = chooseAnchor(source, {
    fallback: parts.defaultAnchor,
    ...(options.anchor !== undefined && { override: options.anchor }),
  });
  const article = {
    ...source,
    id: identifyArticle(source),
    anchor,
    ruleSet: RULE_SET,
    warnings: warning === null ? [] : [warning],
  };
  let reading: ArticleReading | undefined;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const revision = await store.readRevision();
    const known = await store.getArticle(article.id);
    const supersedes = await findReplaced(store, article.id, source.url);
    if (known !== undefined && isSettled(known, article, supersedes)) return reportUnchanged(store, known);
    reading ??= readArticle(article, dateline, await parts.loadTools());
    const saved = await joinArticle(store, reading, { supersedes, revision });
    if (saved !== undefined) return reportSaved(outcomeOf(known, supersedes), reading, saved);
  }
  throw new TimelineError(
    'STORE_BUSY',
    `the timeline changed ${MAX_ATTEMPTS} times while an article was joined to it`,
  );
}

/** Nothing is left to do for the same reading again, nor for a withdrawn text that no other has replaced. */
const isSettled = (known: StoredArticle, article: Article, supersedes: ArticleId | null): boolean =>
  known.current ? isSameReading(known, article) : supersedes === null;

async function findReplaced(store: EventStore, id: ArticleId, url: string | null): Promise<ArticleId | null> {
  const sameUrl = url === null ? undefined : await store.findArticleByUrl(url);
  return sameUrl === undefined || sameUrl.id === id ? null : sameUrl.id;
}

function outcomeOf(known: StoredArticle | undefined, supersedes: ArticleId | null): SavedOutcome {
  if (supersedes !== null) return 'SUPERSEDED';
  return known === undefined ? 'ADDED' : 'REANCHORED';
}
