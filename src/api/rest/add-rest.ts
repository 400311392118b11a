import type { FastifyInstance } from 'fastify';
import type { Gazetteer } from '../../formats/event/gazetteer.ts';
import { requireShallow } from '../http/json-depth.ts';
import { factsOf } from '../http/logging/request-facts.ts';
import { ACTORS } from './actors/actors.ts';
import { ARTICLE_WRITING } from './articles/article-writing.ts';
import { ARTICLES } from './articles/articles.ts';
import { COMPARISON } from './articles/compare.ts';
import { AUDIT } from './changes/audit.ts';
import { CHANGE_STREAM } from './changes/change-stream.ts';
import { CHANGES } from './changes/changes.ts';
import { answerConditionally } from './conditional.ts';
import { DIGEST } from './counts/digest.ts';
import { FACETS } from './counts/facets.ts';
import { GAPS } from './counts/gaps.ts';
import { HISTOGRAM } from './counts/histogram.ts';
import { AROUND } from './events/around.ts';
import { CITATIONS } from './events/cite.ts';
import { EVENTS } from './events/events.ts';
import { EXPLANATIONS } from './events/explain.ts';
import { EXPORTS } from './exports/exports.ts';
import { TIMELINE_DOCUMENT } from './exports/timeline-document.ts';
import { addHealthRoutes, HealthSchema, type Readiness } from './health/health.ts';
import { JOBS } from './jobs/jobs.ts';
import { ON_THIS_DATE } from './on-this-date/on-this-date.ts';
import { POSTS } from './on-this-date/posts.ts';
import { addPageAssets, addPages } from './pages/page-routes.ts';
import { addProblemPages } from './pages/problem-pages.ts';
import { PageInfoSchema } from './paging.ts';
import { queryPrice } from './query-price.ts';
import { RESOLVE } from './resolve/resolve.ts';
import type { Resource, RestApp, RestParts, SchemaTypes } from './rest-app.ts';
import { ProblemSchema } from './schemas/answers.ts';
import { queryPropertiesOf, shapeQuery } from './schemas/query-shape.ts';
import { TIMELINES } from './timelines/timelines.ts';

/** The resources that answer with the data set, in the order of the OpenAPI document. */
const DATA: readonly Resource[] = [
  EVENTS,
  AROUND,
  EXPLANATIONS,
  CITATIONS,
  DIGEST,
  GAPS,
  COMPARISON,
  ON_THIS_DATE,
  POSTS,
  FACETS,
  HISTOGRAM,
  TIMELINE_DOCUMENT,
  EXPORTS,
  ARTICLES,
  ARTICLE_WRITING,
  CHANGES,
  AUDIT,
  ACTORS,
  RESOLVE,
];

const SCHEMAS = [
  ...[...DATA, JOBS, TIMELINES].flatMap(({ schemas }) => schemas),
  HealthSchema,
  PageInfoSchema,
  ProblemSchema,
].toSorted((a, b) => (a.$id < b.$id ? -1 : 1));

/** Adds all of REST; each of its parts is a scope with its own hooks. */
export async function addRest(
  app: FastifyInstance,
  given: RestParts & { readonly readiness: () => Promise<Readiness> },
): Promise<void> {
  const parts = { ...given, gazetteer: readOnce(given.gazetteer) };
  for (const schema of SCHEMAS) app.addSchema(schema);
  await addScope(app, (scope) => {
    refuseDeepBodies(scope);
    readParameters(scope);
    answerConditionally(scope, parts);
    for (const { addRoutes } of DATA) addRoutes(scope, parts);
  });
  await addScope(app, (scope) => addHealthRoutes(scope, parts.version, parts.readiness));
  await addScope(app, (scope) => {
    readParameters(scope);
    CHANGE_STREAM.addRoutes(scope, parts);
    JOBS.addRoutes(scope, parts);
    TIMELINES.addRoutes(scope, parts);
  });
  await addScope(app, (scope) => {
    answerConditionally(scope, parts);
    addPages(scope, parts);
  });
  await addScope(app, (scope) => {
    addPageAssets(scope);
    addProblemPages(scope, parts);
  });
}

const addScope = async (app: FastifyInstance, add: (scope: RestApp) => void): Promise<void> =>
  void (await app.register(async (scope) => add(scope.withTypeProvider<SchemaTypes>())));

/** Runs before the schema is checked. The bytes of an article are read later. */
function refuseDeepBodies(app: RestApp): void {
  app.addHook('preValidation', ({ body }, _reply, done) => {
    if (!Buffer.isBuffer(body)) requireShallow(body);
    done();
  });
}

/** Refuses unknown parameters, and notes the price of the known ones. */
function readParameters(app: RestApp): void {
  app.addHook('preValidation', async (request) => {
    const properties = queryPropertiesOf(request.routeOptions.schema?.querystring);
    const query = shapeQuery(request.query ?? {}, properties);
    request.query = query;
    factsOf(request).price = queryPrice(query, properties);
  });
}

/** The gazetteer is a file, which does not change while the server runs. */
function readOnce(read: () => Promise<Gazetteer>): () => Promise<Gazetteer> {
  let gazetteer: Promise<Gazetteer> | undefined;
  return () => {
    gazetteer ??= read();
    return gazetteer;
  };
}
