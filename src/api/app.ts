import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import { TimelineError } from '../domain/errors.ts';
import {
  DEFAULT_RECORD,
  DEFAULT_SLUG,
  type TimelineEntry,
  type TimelineRecord,
} from '../domain/timeline-record.ts';
import { type Gazetteer, NO_GAZETTEER } from '../formats/event/gazetteer.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { ArticleQueue } from '../timeline/ingest/article-queue.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type AppLimits, DEFAULT_LIMITS, openLimits } from './app-limits.ts';
import { type FollowLimits, openFollowers } from './followers.ts';
import { registerGraphql } from './graphql/register-graphql.ts';
import { isSocketRequest } from './graphql/subscriptions/refused-upgrade.ts';
import { matchAnyCopy } from './http/caching/any-copy.ts';
import { openResponseCache } from './http/caching/response-cache.ts';
import { keepSeenRevisions } from './http/caching/seen-revision.ts';
import { checkHeads } from './http/check-heads.ts';
import { addCommonHeaders } from './http/common-headers.ts';
import { compressAnswers } from './http/compression/compress-answers.ts';
import { createHttpServer } from './http/connections/create-http-server.ts';
import { limitConnections } from './http/connections/limit-connections.ts';
import { answerClientError, refuseOnSocket } from './http/connections/refuse-on-socket.ts';
import { allowOrigins } from './http/cors.ts';
import { type AppOf, passOn } from './http/further-apps.ts';
import { validateLazily } from './http/lazy-validators.ts';
import { logAnswers } from './http/logging/log-answers.ts';
import { requestIdOf } from './http/logging/request-id.ts';
import { originBy, prefixCutter } from './http/public-address.ts';
import { limitRate } from './http/rate-limit/limit-rate.ts';
import type { RequestLimit } from './http/rate-limit/rate-limit.ts';
import { principalBy, type WriteToken } from './http/write-tokens.ts';
import { addRest } from './rest/add-rest.ts';
import { answerErrors, sendProblem } from './rest/errors/answer-errors.ts';
import type { Readiness } from './rest/health/health.ts';
import { addOpenApiRoutes, collectOpenApi } from './rest/openapi/openapi.ts';
import { errorPageWriter } from './rest/pages/send-page.ts';
import type { ArticleText } from './rest/rest-app.ts';

/** The parts of the app, and the settings of its operator. */
export interface AppParts {
  readonly timeline: Timeline;
  /** A pino logger; false for none. */
  readonly log: FastifyBaseLogger | false;
  /** Of the program: in `/healthz`, the OpenAPI document and the entity tags. */
  readonly version: string;
  readonly readiness: () => Promise<Readiness>;
  /** Articles that are read later. */
  readonly queue?: ArticleQueue;
  readonly record?: TimelineRecord;
  /** The timelines of the server, the default one first; null where it can hold one only. */
  readonly timelines?: (() => Promise<readonly TimelineEntry[]>) | null;
  /** The apps of further timelines, which this one passes requests on to; null where there are none. */
  readonly appOf?: AppOf | null;
  /** Of all apps of a server together; limits of its own where it is null. */
  readonly limits?: AppLimits | null;
  readonly articleText?: ArticleText;
  /** Scheme, host and path under which readers find the service; those of each request where it is null. */
  readonly publicOrigin?: string | null;
  /** Where places lie, for maps. */
  readonly gazetteer?: () => Promise<Gazetteer>;
  /** The tokens of those who may change the timeline over HTTP. */
  readonly writeTokens?: readonly WriteToken[];
  /** In bytes of UTF-8. */
  readonly maxArticleBytes?: number;
  /** The limits of those who follow the changes. */
  readonly following?: FollowLimits;
  /** Origins whose pages may read the API; `*` alone stands for all. */
  readonly corsOrigins?: readonly string[];
  /** Origins whose pages may show `/embed` in a frame; `*` alone stands for all. */
  readonly embedOrigins?: readonly string[];
  /** Addresses and subnets of proxies whose `X-Forwarded-*` headers are believed. */
  readonly trustProxy?: readonly string[];
  /** The only GraphQL queries that are answered, by their ids; null for all. */
  readonly queryList?: ReadonlyMap<string, string> | null;
  /** Requests a minute of one client; 0 for no limit. */
  readonly rateLimit?: number;
  /** For answers that are kept at hand; 0 keeps none. */
  readonly responseCacheBytes?: number;
  /** For a request to arrive whole, and for a client to read on. */
  readonly requestTimeoutMs?: number;
  readonly maxConnections?: number;
  /** Of all answers that are made and not read yet. */
  readonly maxUnreadBytes?: number;
  /** At a time. */
  readonly maxExports?: number;
  /** How long open requests may go on once the app is closed. */
  readonly shutdownTimeoutMs?: number;
  /** In bytes, for routes that set no limit of their own. */
  readonly bodyLimit?: number;
  /** Undefined where the operator has set no address for them. */
  readonly metrics?: Metrics | undefined;
}

const noQueue = async (): Promise<never> => {
  throw new TimelineError('READ_ONLY', 'this server has no queue of articles');
};

const DEFAULTS: Required<Omit<AppParts, 'timeline' | 'log' | 'version' | 'readiness'>> = {
  queue: { enqueue: noQueue, getJob: noQueue },
  record: DEFAULT_RECORD,
  timelines: null,
  appOf: null,
  limits: null,
  articleText: 'none',
  publicOrigin: null,
  gazetteer: async () => NO_GAZETTEER,
  writeTokens: [],
  maxArticleBytes: 2_000_000,
  corsOrigins: ['*'],
  embedOrigins: ['*'],
  queryList: null,
  responseCacheBytes: 0,
  requestTimeoutMs: 30_000,
  maxConnections: 2000,
  maxUnreadBytes: 128_000_000,
  shutdownTimeoutMs: 10_000,
  bodyLimit: 64 * 1024,
  metrics: undefined,
  ...DEFAULT_LIMITS,
};

/** The whole HTTP side, ready to listen or to be injected into; the caller closes it, and the store after it. */
export async function buildApp(given: AppParts): Promise<FastifyInstance> {
  const settings = { ...DEFAULTS, ...given };
  const limits = settings.limits ?? openLimits(settings);
  const { requestLimit, peerKeyOf } = limits;
  const originOf = originBy(settings.publicOrigin);
  const app = createServer(settings, requestLimit);
  limitConnections(app, { ...settings, peerKeyOf });
  const { defaultAnchor, ruleSet } = await settings.timeline.describe();
  const own: TimelineEntry = { slug: DEFAULT_SLUG, record: settings.record, defaultAnchor };
  const parts = {
    ...settings,
    ...limits,
    followers: openFollowers(limits.following, limits.followerPlaces),
    timelines: settings.timelines ?? (async () => [own]),
    isOneOfMany: settings.timelines !== null,
    principalOf: principalBy(settings.writeTokens),
    originOf,
    responseCache: openResponseCache(app, settings.responseCacheBytes, originOf),
  };
  app.removeContentTypeParser('text/plain');
  validateLazily(app);
  app.setSerializerCompiler(() => JSON.stringify);
  answerErrors(app, errorPageWriter(parts));
  addCommonHeaders(app);
  logAnswers(app, parts.metrics);
  compressAnswers(app);
  matchAnyCopy(app);
  await allowOrigins(app, parts.corsOrigins);
  limitRate(app, requestLimit);
  keepSeenRevisions(app, settings.timeline);
  checkHeads(app);
  await collectOpenApi(app, parts.record.name, parts.version);
  await registerGraphql(app, parts);
  await addRest(app, { ...parts, defaultAnchor, ruleSet });
  addOpenApiRoutes(app);
  await app.ready();
  return app;
}

/**
 * Answers are sent as the handlers made them (`JSON.stringify` above), for a serializer made from a schema would drop
 * what that does not name.
 */
function createServer(parts: Required<AppParts>, requestLimit: RequestLimit): FastifyInstance {
  const cutPrefix = prefixCutter(parts.publicOrigin, parts.trustProxy);
  // Fastify has no part in a request for a socket, so that its prefix is cut here.
  const isUpgrade = (request: IncomingMessage): boolean => {
    if (cutPrefix !== undefined) request.url = cutPrefix(request);
    return isSocketRequest(request);
  };
  const { appOf } = parts;
  return fastify({
    ...(parts.log === false ? { logger: false } : { loggerInstance: parts.log }),
    serverFactory: (handle) => {
      const server = createHttpServer(handle, { ...parts, isUpgrade });
      const pathOf = (request: IncomingMessage): string => cutPrefix?.(request) ?? request.url ?? '';
      if (appOf !== null) passOn(server, { appOf, pathOf, onFailure: failOnSocket(parts.log) });
      return server;
    },
    ...(cutPrefix !== undefined && { rewriteUrl: cutPrefix }),
    // A request that arrives while the server stops is answered like any other, and its connection is closed.
    return503OnClosing: false,
    genReqId: ({ headers }) => requestIdOf(headers),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: parts.trustProxy.length === 0 ? false : [...parts.trustProxy],
    bodyLimit: parts.bodyLimit,
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: countedRefusal(requestLimit),
    clientErrorHandler: answerClientError(requestLimit),
  });
}

/** A timeline that cannot be opened is an error for the operator, and 503 for its readers. */
const failOnSocket =
  (log: FastifyBaseLogger | false) =>
  (error: unknown, socket: Duplex): void => {
    if (log !== false) log.error({ err: error }, 'a timeline cannot be opened');
    refuseOnSocket(socket, {
      code: 'STORE_FAILED',
      message: 'the timeline cannot be opened now',
      headers: {},
    });
  };

/** The router refuses some paths before any hook runs. They count as other requests do. */
const countedRefusal =
  (requestLimit: RequestLimit) =>
  async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { refusal } = { ...(await requestLimit.take(request.raw)) };
    sendProblem(refusal ?? error, request, reply);
  };
