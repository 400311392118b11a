import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Caller } from '../../../domain/query/timeline-query.ts';
import { type ApiErrorCode, errorEntryOf, isApiErrorCode } from '../../errors.ts';
import { callerOf } from '../../http/caller.ts';
import { factsOf } from '../../http/logging/request-facts.ts';
import { acceptedTypes } from '../../http/negotiation.ts';
import { prefixOf } from '../../http/public-address.ts';
import { addVary } from '../../http/vary.ts';
import { createContext } from '../create-context.ts';
import type { CompiledOperations } from '../execution/compiled/compiled-operations.ts';
import type { PersistedQueries } from '../execution/persisted-queries.ts';
import { runQuery } from '../execution/run-query.ts';
import { type OperationCost, unknownCost } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import { QUERY_LIMITS } from '../limits/query-limits.ts';
import { formatErrors } from './format-errors.ts';
import {
  type GraphqlRequest,
  readGraphqlSearch,
  readGraphqlText,
  type SentRequest,
} from './graphql-request.ts';
import { limitBody } from './limit-body.ts';
import { refusalOf } from './request-refusal.ts';
import { GRAPHQL_RESPONSE, responseMediaType } from './response-media-type.ts';
import { sendCopy } from './send-copy.ts';

/**
 * The status of an answer to a query that was refused as a whole, under GraphQL's own media type. Newer drafts of
 * GraphQL over HTTP prefer 422 for some of these; `graphql-http` audits for 400.
 */
const REFUSED_QUERY_STATUS = 400;

/** `/graphql` as GraphQL over HTTP wants it: POST with JSON, GET for queries alone. */
export function addGraphqlRoutes(
  app: FastifyInstance,
  parts: GraphqlParts,
  compiled: CompiledOperations,
  persisted: PersistedQueries,
): void {
  const { timeline, principalOf, originOf } = parts;
  const execute = (
    request: FastifyRequest,
    graphqlRequest: GraphqlRequest,
    cost: OperationCost,
    caller: Caller,
  ): Promise<ExecutionResult> => {
    const { method, headers } = request;
    const principal = principalOf(headers.authorization);
    const [origin, prefix] = [originOf(request), prefixOf(request)];
    return runQuery(
      app,
      createContext(timeline, { method, origin, prefix, principal, caller, request: graphqlRequest, cost }),
    );
  };
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    sent: SentRequest,
  ): Promise<FastifyReply> => {
    const graphqlRequest = persisted.complete(sent);
    const facts = factsOf(request);
    facts.operation = nameOfOperation(graphqlRequest);
    if (request.method === 'GET' && (await sendCopy(parts, request, reply, graphqlRequest))) return reply;
    const [cost, caller] = [unknownCost(), callerOf(reply)];
    const known = await compiled.answer(graphqlRequest, cost, caller);
    if (known !== undefined) request.log.debug('answered by a compiled operation');
    const result = known ?? (await execute(request, graphqlRequest, cost, caller));
    facts.price = Math.max(cost.price ?? 0, cost.entries);
    if (typeof result === 'string' || result.data !== undefined) persisted.keep(sent);
    return typeof result === 'string'
      ? sendBody(request, reply, 200, result)
      : sendResult(request, reply, result);
  };
  app.get('/graphql', (request, reply) => {
    if (!isVisit(request)) return answer(request, reply, readGraphqlSearch(request.query));
    addVary(reply, 'Accept');
    // Relative, so that it also works behind a proxy that adds a prefix.
    return reply.redirect('graphiql', 303);
  });
  // JSON may write a code unit of an article as six bytes (`\u0000`).
  const bodyLimit = QUERY_LIMITS.body + 6 * parts.maxArticleBytes;
  app.post<{ Body: string | undefined }>(
    '/graphql',
    { bodyLimit, preParsing: limitBody(principalOf) },
    (request, reply) => answer(request, reply, readGraphqlText(request.body)),
  );
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof GraphQLError) return sendResult(request, reply, { errors: [error] });
    const refusal = refusalOf(error);
    const code: ApiErrorCode = refusal?.code ?? 'INTERNAL';
    const graphqlError = new GraphQLError(
      refusal?.message ?? 'internal error',
      refusal === undefined ? { originalError: asError(error) } : { extensions: { code } },
    );
    return send(request, reply.headers(refusal?.headers ?? {}), errorEntryOf(code).status, {
      errors: [graphqlError],
    });
  });
}

/** Without `data` a query was refused as a whole. */
function sendResult(request: FastifyRequest, reply: FastifyReply, result: ExecutionResult): FastifyReply {
  const refused = result.data === undefined;
  const refusedByStatus = refused && responseMediaType(request.headers.accept) === GRAPHQL_RESPONSE;
  return send(request, reply, refusedByStatus ? REFUSED_QUERY_STATUS : 200, result);
}

const send = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  { errors, ...result }: ExecutionResult,
): FastifyReply => {
  if (errors === undefined) return sendBody(request, reply, status, result);
  reply.removeHeader('etag').header('cache-control', 'no-store');
  const formatted = formatErrors(errors, request);
  const unable = isAnswered(result.data) ? undefined : statusOfUnable(formatted);
  if (unable === 503) reply.header('retry-after', RETRY_AFTER);
  return sendBody(request, reply, unable ?? status, { errors: formatted, ...result });
};

/** Whether a field of the root has a value. */
const isAnswered = (data: ExecutionResult['data']): boolean =>
  Object.values(data ?? {}).some((value) => value !== null);

/** Seconds after which a client may ask a busy server again. */
const RETRY_AFTER = '1';

/** The status of an answer in which every error has the same cause: the server cannot answer now (503, 507). */
function statusOfUnable(errors: readonly GraphQLFormattedError[]): number | undefined {
  const [status, ...others] = new Set(errors.map(({ extensions }) => statusOf(extensions?.['code'])));
  return others.length === 0 && status !== undefined && status > 500 ? status : undefined;
}

const statusOf = (code: unknown): number | undefined =>
  typeof code === 'string' && isApiErrorCode(code) ? errorEntryOf(code).status : undefined;

/** A text is JSON already and is sent as it is. */
function sendBody(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  body: string | object,
): FastifyReply {
  addVary(reply, 'Accept');
  return reply
    .code(status)
    .type(`${responseMediaType(request.headers.accept)}; charset=utf-8`)
    .send(body);
}

/** Whether a person opens the address in a browser, without a query. */
function isVisit({ headers: { accept }, query }: FastifyRequest): boolean {
  const { query: text, extensions } = { query: undefined, extensions: undefined, ...Object(query) };
  if (accept === undefined || text !== undefined || extensions !== undefined) return false;
  return acceptedTypes(accept, ['application/json', 'text/html'])[0] === 'text/html';
}

/** The operation's name: `operationName`, or the name of the first operation if the document begins with it. */
const nameOfOperation = ({ operationName, query }: GraphqlRequest): string =>
  operationName ?? /^\s*(?:query|mutation)\s+(\w{1,100})/.exec(query)?.[1] ?? 'unnamed';

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
