import { TimelineError } from '../../domain/errors.ts';
import type { EventStore } from '../../store/port/event-store.ts';
import type { IngestReport } from './ingest-report.ts';
import { type ReadArticle, saveTogether, TOGETHER } from './save-reading.ts';

export type ArticleSaver = (article: ReadArticle) => Promise<IngestReport>;

interface Waiting extends PromiseWithResolvers<IngestReport> {
  readonly article: ReadArticle;
}

/**
 * Saves articles in the order in which they are given. Articles that come while others are saved, or while another program
 * changes the timeline, are saved together. If one of them is faulty, each is saved alone, so that no other is refused.
 */
export function saveInTurn(store: Pick<EventStore, 'withTimeline'>): ArticleSaver {
  const waiting: Waiting[] = [];
  let isSaving = false;

  const saveGroup = async (): Promise<void> => {
    let group: readonly Waiting[] = [];
    // A unit of work may be done again, with the same articles.
    const draw = (): readonly ReadArticle[] => {
      if (group.length === 0) group = waiting.splice(0, countTogether(waiting));
      return group.map(({ article }) => article);
    };
    try {
      const reports = await saveTogether(store, draw);
      for (const [index, report] of reports.entries()) group[index]?.resolve(report);
    } catch (error) {
      // The group is still to be drawn where the timeline could not be had: its articles have waited in vain.
      draw();
      if (group.length === 1 || isOfStore(error)) for (const { reject } of group) reject(error);
      else for (const each of group) await saveAlone(store, each);
    }
  };

  const saveAll = async (): Promise<void> => {
    isSaving = true;
    while (waiting.length > 0) await saveGroup();
    isSaving = false;
  };

  return (article) => {
    const entry = { article, ...Promise.withResolvers<IngestReport>() };
    waiting.push(entry);
    if (!isSaving) void saveAll();
    return entry.promise;
  };
}

/** A trouble of the store is none of an article: the next one would meet it too, after as long a wait. */
const isOfStore = (error: unknown): boolean =>
  error instanceof TimelineError && error.code.startsWith('STORE_');

async function saveAlone(
  store: Pick<EventStore, 'withTimeline'>,
  { article, resolve, reject }: Waiting,
): Promise<void> {
  const reports = await saveTogether(store, () => [article]).catch(reject);
  const [report] = reports ?? [];
  if (report !== undefined) resolve(report);
}

/** One article may be larger than a group. */
function countTogether(waiting: readonly Waiting[]): number {
  let size = 0;
  const end = waiting.findIndex(({ article }, index) => {
    size += article.article.text.length;
    return index > 0 && (index >= TOGETHER.count || size > TOGETHER.size);
  });
  return end === -1 ? waiting.length : end;
}
