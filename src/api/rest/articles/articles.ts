import Type, { type Static } from 'typebox';
import { TimelineError } from '../../../domain/errors.ts';
import { type ArticleWarning, WARNING_CODES } from '../../../domain/event/article.ts';
import { articleId, kindOfId } from '../../../domain/event/ids.ts';
import type { ArticleRecord, StoredArticle } from '../../../store/port/event-store.ts';
import { pageLinks, setLinks } from '../links.ts';
import { nodesOf, PageQuerySchema, pageArgumentsOf, pageInfoJson, pageSchema } from '../paging.ts';
import type { ArticleText, Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { CountSchema, DaySchema, NoQuerySchema, named, nullable, wordOf } from '../schemas/schema-parts.ts';
import { AnchorSchema } from '../schemas/served-schema.ts';

const ORIGIN = Type.Object({ publisher: nullable(Type.String()), url: nullable(Type.String()) });

export const WarningSchema = Type.Object({
  code: wordOf(WARNING_CODES),
  message: Type.String(),
  start: nullable(CountSchema),
  end: nullable(CountSchema),
});

const summaryProperties = {
  id: Type.String(),
  file: nullable(Type.String()),
  title: nullable(Type.String()),
  publisher: nullable(Type.String()),
  url: nullable(Type.String()),
  publishedOn: nullable(DaySchema),
  language: Type.String({ description: 'BCP 47.' }),
  basedOn: nullable(ORIGIN),
  anchor: AnchorSchema,
  ruleSet: Type.String({ description: 'The version of the rules that read it.' }),
  current: Type.Boolean({
    description: 'False once a newer text of the same URL has superseded it, or it was retracted.',
  }),
  eventCount: CountSchema,
  warnings: Type.Array(WarningSchema),
};

export const ArticleSummarySchema = named(
  'ArticleSummary',
  Type.Object(summaryProperties, { description: 'A source without its text.' }),
);

const ArticleSchema = named(
  'Article',
  Type.Object(
    {
      ...summaryProperties,
      text: nullable(
        Type.String({
          description:
            'Null where this server does not serve whole texts, and for an article that is not current.',
        }),
      ),
    },
    { description: 'A source; mentions quote it by positions in its text.' },
  ),
);

const ArticlePageSchema = pageSchema('ArticlePage', 'articles', ArticleSummarySchema);

export const ArticleParamsSchema = Type.Object({ id: Type.String({ description: 'Such as art_….' }) });

/** `/v1/articles` and `/v1/articles/{id}`. */
export const ARTICLES: Resource = {
  schemas: [ArticleSchema, ArticlePageSchema, ArticleSummarySchema],
  addRoutes,
};

function addRoutes(app: RestApp, { timeline, articleText }: RestParts): void {
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
      setLinks(reply, links);
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
      setLinks(reply);
      return articleJson(article, articleText);
    },
  );
}

export const warningJson = ({ code, message, start, end }: ArticleWarning) => ({ code, message, start, end });

export function articleSummaryJson(article: ArticleRecord) {
  const { anchor, basedOn } = article;
  return {
    id: article.id,
    file: article.file,
    title: article.title,
    publisher: article.publisher,
    url: article.url,
    publishedOn: article.publishedOn,
    language: article.language,
    basedOn: basedOn === null ? null : { publisher: basedOn.publisher, url: basedOn.url },
    anchor: { date: anchor.date, basis: anchor.basis },
    ruleSet: article.ruleSet,
    current: article.current,
    eventCount: article.eventCount,
    warnings: article.warnings.map(warningJson),
  } satisfies Static<typeof ArticleSummarySchema>;
}

const articleJson = (article: StoredArticle, text: ArticleText) =>
  ({
    ...articleSummaryJson(article),
    // An article that is not current keeps no text.
    text: text === 'full' && article.text !== '' ? article.text : null,
  }) satisfies Static<typeof ArticleSchema>;
