import type { EventStore } from '../../store/port/event-store.ts';
import type { IngestReport } from './ingest-report.ts';
import { type ReadArticle, saveTogether, TOGETHER } from './save-reading.ts';

export type ArticleSaver = (article: ReadArticle) => Promise<IngestReport>;

interface Waiting extends PromiseWithResolvers<IngestReport> {
  readonly article: ReadArticle;
}

/**
 * Saves articles in the order in which they are given. Those that come while others are saved, or while another program changes
 * the timeline, are saved together. If that fails, each is saved alone, so that only the faulty one is refused.
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
      // Without a group, the timeline could not be had: those that wait have waited in vain.
      if (group.length === 0) draw();
      const [only, ...others] = group;
      if (others.length === 0) only?.reject(error);
      else for (const each of group) await saveAlone(store, each);
    }
  };

  return (article) => {
    const entry = { article, ...Promise.withResolvers<IngestReport>() };
    waiting.push(entry);
    if (!isSaving) void saveAll();
    return entry.promise;
  };

  async function saveAll(): Promise<void> {
    isSaving = true;
    while (waiting.length > 0) await saveGroup();
    isSaving = false;
  }
}

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
