import type { ArticleSummary } from '../../../domain/article.ts';
import { TimelineError } from '../../../domain/errors.ts';
import type { EventOrder } from '../../../domain/timeline-query.ts';
import type { StoredArticle } from '../../../store/event-store.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import { type EventConnection, listEventConnection } from './event-connection.ts';
import { type PageInput, pageArgumentsOf } from './page-arguments.ts';

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
  text: async (article: ArticleSource, _: unknown, context: GraphqlContext): Promise<string | null> =>
    articleText === 'full' ? (await wholeOf(article, context)).text : null,
  events: (article: ArticleSource, args: PageInput & { orderBy: EventOrder }): Promise<EventConnection> =>
    listEventConnection(timeline, {
      ...pageArgumentsOf(args),
      filter: { articles: [article.id] },
      order: args.orderBy,
    }),
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
