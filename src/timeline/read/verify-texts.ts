import type { TimelineEvent } from '../../domain/event/event.ts';
import { identifyArticle } from '../../ingestion/reading/identify-article.ts';
import type { EventStore, StoredArticle, StoreProblem } from '../../store/port/event-store.ts';
import { exportEvents, walkPages } from './export-events.ts';

/** The current articles whose id is not that of their text, and the quotes that do not stand in the text of their article. */
export async function verifyTexts(store: EventStore): Promise<readonly StoreProblem[]> {
  const problems: string[] = [];
  try {
    for await (const items of walkPages((page) => store.listArticles(page)))
      for (const { node } of items) {
        const { id } = node;
        const article = await store.getArticle(id);
        if (article === undefined) continue;
        if (identifyArticle(article) !== id && !(await store.isAddressStripped(id)))
          problems.push(`article ${id} has a text that its id is not made of`);
        for await (const event of exportEvents(store, { articles: [id] }, 'RECORDED'))
          problems.push(...misquotes(article, event));
      }
  } catch (error) {
    // Damage can end any read. The error of a bug in the program belongs into the report, too.
    problems.push(error instanceof Error ? error.message : String(error));
  }
  return problems.map((detail) => ({ check: 'texts', detail }));
}

const misquotes = ({ id, text }: StoredArticle, { mentions }: TimelineEvent): readonly string[] =>
  mentions
    .filter(({ article }) => article.id === id)
    .filter(({ quote: { exact, prefix, suffix, start, end } }) => {
      const around = text.slice(start - prefix.length, end + suffix.length);
      return around !== prefix + exact + suffix || text.slice(start, end) !== exact;
    })
    .map((mention) => `mention ${mention.id} quotes words that article ${id} does not have there`);
