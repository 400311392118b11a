import Type from 'typebox';
import { articleId } from '../../../domain/event/ids.ts';
import { comparedJson } from '../../../formats/event/comparison-json.ts';
import { callerOf } from '../../http/caller.ts';
import { setLinks } from '../links.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { named, refTo } from '../schemas/schema-parts.ts';
import { ConflictSchema, EventSummarySchema, MentionSchema } from '../schemas/served-schema.ts';
import { ArticleSummarySchema, articleSummaryJson } from './articles.ts';

const ComparedEventSchema = Type.Object({
  event: refTo(EventSummarySchema),
  first: Type.Array(refTo(MentionSchema), { description: 'What the first article tells of it.' }),
  second: Type.Array(refTo(MentionSchema), { description: 'What the second article tells of it.' }),
  conflicts: Type.Array(ConflictSchema, { description: 'What the two say differently.' }),
});

const ComparisonSchema = named(
  'Comparison',
  Type.Object(
    {
      articles: Type.Array(refTo(ArticleSummarySchema), { minItems: 2, maxItems: 2 }),
      shared: Type.Array(ComparedEventSchema, { description: 'Told by both, without a contradiction.' }),
      conflicting: Type.Array(ComparedEventSchema, {
        description: 'Told by both, who contradict each other.',
      }),
      onlyInFirst: Type.Array(ComparedEventSchema),
      onlyInSecond: Type.Array(ComparedEventSchema),
    },
    { description: 'Two articles side by side; each event stands in one of the lists.' },
  ),
);

const ID = 'art_[0-9a-z_-]{1,80}';

const QuerySchema = Type.Object(
  {
    articles: Type.String({
      pattern: `^${ID},${ID}$`,
      description: 'The ids of two articles, with a comma between them.',
    }),
  },
  { additionalProperties: false },
);

/** `/v1/compare`. */
export const COMPARISON: Resource = { schemas: [ComparisonSchema], addRoutes };

function addRoutes(app: RestApp, { timeline }: RestParts): void {
  app.get(
    '/v1/compare',
    {
      schema: {
        operationId: 'compareArticles',
        tags: ['articles'],
        summary: 'Two articles side by side',
        description: 'What both tell of, what one of them alone does, and where they contradict each other.',
        querystring: QuerySchema,
        response: cachedAnswersOf(ComparisonSchema, 'The comparison.'),
      },
    },
    async ({ query }, reply) => {
      setLinks(reply);
      const comparison = await timeline.compareArticles(
        query.articles.split(',').map(articleId),
        callerOf(reply),
      );
      const articles = [comparison.first, comparison.second].map(articleSummaryJson);
      return { articles, ...comparedJson(comparison) };
    },
  );
}
