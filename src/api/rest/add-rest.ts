import type { FastifyInstance } from 'fastify';
import { ActorPageSchema, ActorSchema, addActorRoutes } from './actors.ts';
import { ProblemSchema } from './answers.ts';
import { AroundSchema, addAroundRoutes } from './around.ts';
import { ArticleSchema, ArticleSummarySchema } from './article-json.ts';
import { addArticleCorrections, addArticleIngestion } from './article-writing.ts';
import { ArticlePageSchema, addArticleRoutes } from './articles.ts';
import { AuditEntrySchema, AuditPageSchema, addAuditRoutes } from './audit.ts';
import { addChangeStream } from './change-stream.ts';
import { addChangeRoutes, ChangePageSchema, ChangeSchema } from './changes.ts';
import { addCiteRoutes } from './cite.ts';
import { addCompareRoutes, ComparisonSchema } from './compare.ts';
import {
  ChosenEventSchema,
  EventSchema,
  EventSummarySchema,
  MentionSchema,
  SparseEventSchema,
} from './event-schema.ts';
import { addEventRoutes, EventPageSchema } from './events.ts';
import { addExplainRoutes } from './explain.ts';
import { ExplanationSchema } from './explain-schema.ts';
import { addExportRoutes } from './exports.ts';
import { addFacetRoutes, FacetsSchema } from './facets.ts';
import { addGapRoutes, GapsSchema } from './gaps.ts';
import { addHealthRoutes, HealthSchema, type Readiness } from './health.ts';
import { addHistogramRoutes, HistogramSchema } from './histogram.ts';
import { IngestReportSchema, RetractionSchema } from './ingest-report.ts';
import { answerNotModified } from './not-modified.ts';
import {
  addOnThisDateRoutes,
  EventOnThisDateSchema,
  OnThisDateSchema,
  SparseEventOnThisDateSchema,
} from './on-this-date.ts';
import { PageInfoSchema } from './page-json.ts';
import { addHomePage } from './pages/home-page.ts';
import { addProblemPages } from './pages/problem-pages.ts';
import { addPostRoutes } from './posts.ts';
import { PostsSchema } from './posts-schema.ts';
import { queryPropertiesOf, shapeQuery } from './query-shape.ts';
import { addResolveRoutes } from './resolve.ts';
import { ResolutionsSchema } from './resolve-schema.ts';
import type { RestApp, RestParts, SchemaTypes } from './rest-app.ts';
import { addTimelineDocumentRoutes, TimelineDocumentSchema } from './timeline-document.ts';

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
