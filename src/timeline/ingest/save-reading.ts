import type { Article } from '../../domain/event/article.ts';
import type { AuditNote } from '../../domain/event/audit.ts';
import type { ArticleId } from '../../domain/event/ids.ts';
import type { EventStore, StoredArticle, TimelineUnit } from '../../store/port/event-store.ts';
import type { Editor } from '../timeline-writing.ts';
import { isSameReading } from './anchor-article.ts';
import { type IngestReport, reportSaved, reportUnchanged, type SavedOutcome } from './ingest-report.ts';
import { joinArticle } from './join-article.ts';
import type { ArticleReading } from './read-article.ts';

/** An article that has been read. */
export interface ReadArticle {
  readonly article: Article;
  readonly reading: ArticleReading;
  /** Whether it is taken up again if it was retracted. */
  readonly restore: boolean;
  /** The sender and the present instant, for the audit trail. */
  readonly by: (Editor & { readonly at: string }) | undefined;
}

/** The most articles that are saved in one unit of work, and the size of their texts. Other writers wait for its end. */
export const TOGETHER = { count: 8, size: 100_000 };

/**
 * Saves articles in one unit of work, each as a change of its own. All are saved, or none. `draw` is called when the unit holds the
 * timeline.
 */
export const saveTogether = (
  store: Pick<EventStore, 'withTimeline'>,
  draw: () => readonly ReadArticle[],
): Promise<readonly IngestReport[]> =>
  store.withTimeline(async (unit) => {
    const reports: IngestReport[] = [];
    for (const article of draw()) reports.push(await saveReading(unit, article));
    return reports;
  });

/**
 * Joins and saves an article. The same article again changes nothing. Of several texts under a URL the latest saved counts, even
 * if the URL had that text before.
 */
async function saveReading(
  unit: TimelineUnit,
  { article, restore, reading, by }: ReadArticle,
): Promise<IngestReport> {
  const { known, supersedes, isSettled } = await findStanding(unit, article, restore);
  if (known !== undefined && isSettled) return reportUnchanged(unit, known);
  const outcome = outcomeOf(known, supersedes);
  const note = by && noteOf(outcome, article.id, by);
  return reportSaved(outcome, reading, await joinArticle(unit, reading, { supersedes, note }));
}

interface Standing {
  readonly known: StoredArticle | undefined;
  /** The article of the same URL that this one replaces. */
  readonly supersedes: ArticleId | null;
  /** Nothing is left to do for the same reading again, and for a retracted text that is not to be taken up again. */
  readonly isSettled: boolean;
}

/** Works in a unit, and in the store to spare a reading. */
export async function findStanding(
  store: Pick<TimelineUnit, 'getArticle' | 'findArticleByUrl'>,
  article: Article,
  restore: boolean,
): Promise<Standing> {
  const { id, url } = article;
  const known = await store.getArticle(id);
  const sameUrl = url === null ? undefined : await store.findArticleByUrl(url);
  const supersedes = sameUrl === undefined || sameUrl.id === id ? null : sameUrl.id;
  if (known === undefined) return { known, supersedes, isSettled: false };
  return {
    known,
    supersedes,
    isSettled: known.current
      ? isSameReading(known, article)
      : !restore && (known.retracted || supersedes === null),
  };
}

const noteOf = (outcome: SavedOutcome, subject: ArticleId, editor: Editor & { at: string }): AuditNote => ({
  action: outcome === 'REANCHORED' ? 'REANCHOR' : 'INGEST',
  subject,
  ...editor,
  before: [],
});

function outcomeOf(known: StoredArticle | undefined, supersedes: ArticleId | null): SavedOutcome {
  if (supersedes !== null) return 'SUPERSEDED';
  return known?.current ? 'REANCHORED' : 'ADDED';
}
