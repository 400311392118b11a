import { TimelineError } from '../../../domain/errors.ts';
import type { ArticleSummary } from '../../../domain/event/article.ts';
import type { StoredArticle } from '../../../store/port/event-store.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import {
  type EventConnection,
  type EventListInput,
  eventQueryOf,
  listEventConnection,
} from './event-connection.ts';

/** A mention repeats the summary of its article; the rest is read when it is asked for. */
type ArticleSource = ArticleSummary | StoredArticle;

/** The fields that a summary lacks. */
const WHOLE_ARTICLE_FIELDS = [
  'language',
  'basedOn',
  'anchor',
  'warnings',
  'current',
  'ruleSet',
  'eventCount',
] as const satisfies readonly (keyof StoredArticle)[];

export const createArticleResolvers = ({ timeline, articleText }: GraphqlParts) => ({
  ...Object.fromEntries(WHOLE_ARTICLE_FIELDS.map((field) => [field, resolveFromWhole(field)])),
  // A superseded article keeps no text.
  text: async (article: ArticleSource, _: unknown, context: GraphqlContext): Promise<string | null> =>
    articleText === 'full' ? (await wholeOf(article, context)).text || null : null,
  events: (
    article: ArticleSource,
    input: EventListInput,
    { caller }: GraphqlContext,
  ): Promise<EventConnection> =>
    listEventConnection(timeline, { articles: [article.id] }, { ...eventQueryOf(input), caller }),
});

const resolveFromWhole =
  (field: (typeof WHOLE_ARTICLE_FIELDS)[number]) =>
  async (article: ArticleSource, _: unknown, context: GraphqlContext): Promise<unknown> =>
    (await wholeOf(article, context))[field];

async function wholeOf(article: ArticleSource, context: GraphqlContext): Promise<StoredArticle> {
  if ('text' in article) return article;
  const whole = await context.loadArticle(article.id);
  if (whole === undefined) throw new TimelineError('NOT_FOUND', `there is no article "${article.id}"`);
  return whole;
}
