import type { FastifyInstance } from 'fastify';
import { ActorPageSchema, ActorSchema, addActorRoutes } from './actors/actors.ts';
import { ArticleSchema, ArticleSummarySchema } from './articles/article-json.ts';
import { addArticleCorrections, addArticleIngestion } from './articles/article-writing.ts';
import { ArticlePageSchema, addArticleRoutes } from './articles/articles.ts';
import { addCompareRoutes, ComparisonSchema } from './articles/compare.ts';
import { IngestReportSchema, RetractionSchema } from './articles/ingest-report.ts';
import { AuditEntrySchema, AuditPageSchema, addAuditRoutes } from './changes/audit.ts';
import { addChangeStream } from './changes/change-stream.ts';
import { addChangeRoutes, ChangePageSchema, ChangeSchema } from './changes/changes.ts';
import { addFacetRoutes, FacetsSchema } from './counts/facets.ts';
import { addGapRoutes, GapsSchema } from './counts/gaps.ts';
import { addHistogramRoutes, HistogramSchema } from './counts/histogram.ts';
import { answerNotModified } from './errors/not-modified.ts';
import { AroundSchema, addAroundRoutes } from './events/around.ts';
import { addCiteRoutes } from './events/cite.ts';
import {
  ChosenEventSchema,
  EventSchema,
  EventSummarySchema,
  MentionSchema,
  SparseEventSchema,
} from './events/event-schema.ts';
import { addEventRoutes, EventPageSchema } from './events/events.ts';
import { addExplainRoutes, ExplanationSchema } from './events/explain.ts';
import { addExportRoutes } from './exports/exports.ts';
import { addTimelineDocumentRoutes, TimelineDocumentSchema } from './exports/timeline-document.ts';
import { addHealthRoutes, HealthSchema, type Readiness } from './health/health.ts';
import {
  addOnThisDateRoutes,
  EventOnThisDateSchema,
  OnThisDateSchema,
  SparseEventOnThisDateSchema,
} from './on-this-date/on-this-date.ts';
import { addPostRoutes } from './on-this-date/posts.ts';
import { PostsSchema } from './on-this-date/posts-schema.ts';
import { queryPropertiesOf, shapeQuery } from './openapi/query-shape.ts';
import { addHomePage } from './pages/home-page.ts';
import { addProblemPages } from './pages/problem-pages.ts';
import { PageInfoSchema } from './paging/page-json.ts';
import { addResolveRoutes, ResolutionsSchema } from './resolve/resolve.ts';
import type { RestApp, RestParts, SchemaTypes } from './rest-app.ts';
import { ProblemSchema } from './schemas/answers.ts';

const SHARED_SCHEMAS = [
  ActorSchema,
  ActorPageSchema,
  AroundSchema,
  ArticleSchema,
  ArticlePageSchema,
  ArticleSummarySchema,
  AuditEntrySchema,
  AuditPageSchema,
  ChangeSchema,
  ChangePageSchema,
  ChosenEventSchema,
  ComparisonSchema,
  EventSchema,
  EventOnThisDateSchema,
  EventPageSchema,
  EventSummarySchema,
  ExplanationSchema,
  FacetsSchema,
  GapsSchema,
  HealthSchema,
  HistogramSchema,
  IngestReportSchema,
  MentionSchema,
  OnThisDateSchema,
  PageInfoSchema,
  PostsSchema,
  ProblemSchema,
  ResolutionsSchema,
  RetractionSchema,
  SparseEventSchema,
  SparseEventOnThisDateSchema,
  TimelineDocumentSchema,
];

/** All that REST serves; each scope has its own hooks. */
export async function addRest(
  app: FastifyInstance,
  parts: RestParts & { readonly readiness: () => Promise<Readiness> },
): Promise<void> {
  for (const schema of SHARED_SCHEMAS) app.addSchema(schema);
  await app.register(async (scope) => addDataRoutes(scope.withTypeProvider<SchemaTypes>(), parts));
  await app.register(async (scope) =>
    addHealthRoutes(scope.withTypeProvider<SchemaTypes>(), parts.version, parts.readiness),
  );
  await app.register(async (scope) => {
    shapeQueries(scope);
    addChangeStream(scope.withTypeProvider<SchemaTypes>(), parts);
  });
  await app.register(async (scope) => addPages(scope.withTypeProvider<SchemaTypes>(), parts));
}

/** For people, who may come with any query that a link has picked up on its way. */
function addPages(app: RestApp, parts: RestParts): void {
  addHomePage(app, parts);
  addProblemPages(app);
}

function shapeQueries(app: Pick<FastifyInstance, 'addHook'>): void {
  app.addHook('preValidation', async (request) => {
    const properties = queryPropertiesOf(request.routeOptions.schema?.querystring);
    request.query = shapeQuery(request.query ?? {}, properties);
  });
}

/** What is a function of the data set: refuses unknown parameters and answers conditional requests. */
function addDataRoutes(app: RestApp, parts: RestParts): void {
  shapeQueries(app);
  app.addHook('preHandler', answerNotModified(parts));
  addEventRoutes(app, parts);
  addAroundRoutes(app, parts);
  addExplainRoutes(app, parts);
  addCiteRoutes(app, parts);
  addGapRoutes(app, parts);
  addCompareRoutes(app, parts);
  addOnThisDateRoutes(app, parts);
  addPostRoutes(app, parts);
  addFacetRoutes(app, parts);
  addHistogramRoutes(app, parts);
  addTimelineDocumentRoutes(app, parts);
  addExportRoutes(app, parts);
  addArticleRoutes(app, parts);
  addArticleCorrections(app, parts);
  addChangeRoutes(app, parts);
  addAuditRoutes(app, parts);
  app.register(async (scope) => addArticleIngestion(scope.withTypeProvider<SchemaTypes>(), parts));
  addActorRoutes(app, parts);
  addResolveRoutes(app, parts);
}
