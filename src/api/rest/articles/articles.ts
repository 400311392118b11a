import Type from 'typebox';
import { TimelineError } from '../../../domain/errors.ts';
import { articleId, kindOfId } from '../../../domain/event/ids.ts';
import { nodesOf, pageInfoJson, pageSchema } from '../paging/page-json.ts';
import { linkHeader, pageLinks, SERVICE_DESCRIPTION } from '../paging/page-links.ts';
import { NoQuerySchema, PageQuerySchema, pageArgumentsOf } from '../paging/page-query.ts';
import type { RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { ArticleSchema, ArticleSummarySchema, articleJson, articleSummaryJson } from './article-json.ts';

export const ArticlePageSchema = pageSchema('ArticlePage', 'articles', ArticleSummarySchema);

const ArticleParamsSchema = Type.Object({ id: Type.String({ description: 'Such as art_….' }) });

/** `/v1/articles` and `/v1/articles/{id}`. */
export function addArticleRoutes(app: RestApp, { timeline, articleText }: RestParts): void {
  app.get(
    '/v1/articles',
    {
      schema: {
        operationId: 'listArticles',
        tags: ['articles'],
        summary: 'The articles that the timeline rests on',
        description: 'In the order they were first read. Superseded ones are left out.',
        querystring: PageQuerySchema,
        response: cachedAnswersOf(ArticlePageSchema, 'One page of articles, without their texts.'),
      },
    },
    async ({ query }, reply) => {
      const page = await timeline.listArticles(pageArgumentsOf(query));
      const links = pageLinks('/v1/articles', query, page.pageInfo);
      reply.header('link', linkHeader([...links, SERVICE_DESCRIPTION]));
      return { articles: nodesOf(page).map(articleSummaryJson), pageInfo: pageInfoJson(page.pageInfo) };
    },
  );

  app.get(
    '/v1/articles/:id',
    {
      schema: {
        operationId: 'getArticle',
        tags: ['articles'],
        summary: 'One article',
        description: 'With its text where the server may serve it, and null where it may not.',
        params: ArticleParamsSchema,
        querystring: NoQuerySchema,
        response: cachedAnswersOf(ArticleSchema, 'The article.'),
      },
    },
    async ({ params: { id } }, reply) => {
      const article = kindOfId(id) === 'article' ? await timeline.getArticle(articleId(id)) : undefined;
      if (article === undefined) throw new TimelineError('NOT_FOUND', `there is no article "${id}"`);
      reply.header('link', linkHeader([SERVICE_DESCRIPTION]));
      return articleJson(article, articleText);
    },
  );
}
