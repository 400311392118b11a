import { TimelineError } from '../../../domain/errors.ts';
import type { ArticleSummary } from '../../../domain/event/article.ts';
import type { ArticleRecord } from '../../../store/port/event-store.ts';
import type { Timeline } from '../../../timeline/timeline.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import { takeEntries } from '../limits/count-entries.ts';
import {
  type EventConnection,
  type EventListInput,
  eventQueryOf,
  listEventConnection,
} from './event-connection.ts';

/** A mention repeats the summary of its article; the rest is read when it is asked for. */
type ArticleSource = ArticleSummary | ArticleRecord;

/** The fields that a summary lacks. */
const WHOLE_ARTICLE_FIELDS = [
  'language',
  'basedOn',
  'anchor',
  'warnings',
  'current',
  'ruleSet',
  'eventCount',
] as const satisfies readonly (keyof ArticleRecord)[];

export const createArticleResolvers = ({ timeline, articleText }: GraphqlParts) => ({
  ...Object.fromEntries(WHOLE_ARTICLE_FIELDS.map((field) => [field, resolveFromWhole(field)])),
  text: async ({ id }: ArticleSource, _: unknown, context: GraphqlContext): Promise<string | null> =>
    articleText === 'full' ? context.inTurn(() => loadText(timeline, id, context)) : null,
  events: (
    article: ArticleSource,
    input: EventListInput,
    context: GraphqlContext,
  ): Promise<EventConnection> =>
    listEventConnection(timeline, { articles: [article.id] }, eventQueryOf(input), context),
});

const resolveFromWhole =
  (field: (typeof WHOLE_ARTICLE_FIELDS)[number]) =>
  async (article: ArticleSource, _: unknown, context: GraphqlContext): Promise<unknown> =>
    (await wholeOf(article, context))[field];

/** Characters of a text that count as one entry. */
const TEXT_UNIT = 1000;

/** Null for a superseded article, which keeps no text. Texts are loaded one by one, and only while the answer may grow. */
async function loadText(
  timeline: Timeline,
  id: ArticleSource['id'],
  context: GraphqlContext,
): Promise<string | null> {
  takeEntries(context, 0);
  const text = (await timeline.getArticle(id))?.text ?? '';
  takeEntries(context, Math.ceil(text.length / TEXT_UNIT));
  return text || null;
}

async function wholeOf(article: ArticleSource, context: GraphqlContext): Promise<ArticleRecord> {
  if ('current' in article) return article;
  const whole = await context.loadArticle(article.id);
  if (whole === undefined) throw new TimelineError('NOT_FOUND', `there is no article "${article.id}"`);
  return whole;
}
