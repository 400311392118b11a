import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CallerGone } from '../../http/caller.ts';
import { setCommonHeaders } from '../../http/common-headers.ts';
import { prefixOf } from '../../http/public-address.ts';
import { faultProblem, PROBLEM_MEDIA_TYPE, type Problem, refusalOf, refusalProblem } from './problem.ts';
import { RequestError } from './request-error.ts';

/** Seconds after which a client may ask a busy or starting server again. */
const RETRY_AFTER = '1';

/** It stands in the log alone, as nginx writes it. */
const CLIENT_CLOSED_REQUEST = 499;

/**
 * Makes every error of the app a problem document. Where nothing lies at a path, a browser gets the problem as a page. To
 * be called before any route is added.
 */
export function answerErrors(app: FastifyInstance, writePage: ProblemWriter): void {
  const allowedMethods = collectAllowedMethods(app);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) =>
    answerReader(missingRoute(request, allowedMethods), request, reply, writePage),
  );
}

/** Answers an error as a page for a browser, and as a problem document for a program, whose `Accept` names no HTML. */
export const answerReader = (
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  writePage: ProblemWriter,
): FastifyReply =>
  answerError(
    error,
    request,
    reply,
    request.headers.accept?.includes('text/html') === true ? writePage : sendDocument,
  );

/**
 * Answers an error, also an error that Fastify meets before it has found a route. A client's mistake is logged at info, a
 * busy server at warn. Any other error is a fault: the client gets an id only, under which the cause is logged.
 */
export const sendProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  answerError(error, request, reply, sendDocument);

function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  write: ProblemWriter,
): FastifyReply {
  setCommonHeaders(request, reply);
  if (error instanceof CallerGone) {
    request.log.info(error.message);
    return reply.code(CLIENT_CLOSED_REQUEST).send();
  }
  const prefix = prefixOf(request);
  const occurrence = { instance: `${prefix}${request.url}`, prefix, id: request.id };
  const refusal = refusalOf(error);
  if (refusal !== undefined) {
    const problem = refusalProblem(refusal, occurrence);
    const { code, status, detail } = problem;
    request.log[status < 500 ? 'info' : 'warn']({ code, status, detail }, 'request refused');
    return send(problem, reply.headers(refusal.headers), write);
  }
  request.log.error({ err: error, errorId: request.id }, 'request failed');
  return send(faultProblem(error, occurrence), reply, write);
}

/** Sends a problem as the body of an answer that has its status and headers. */
export type ProblemWriter = (reply: FastifyReply, problem: Problem) => FastifyReply;

const sendDocument: ProblemWriter = (reply, problem) =>
  reply.type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem));

function send(problem: Problem, reply: FastifyReply, write: ProblemWriter): FastifyReply {
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER);
  reply.code(problem.status).removeHeader('etag').removeHeader('link').header('cache-control', 'no-store');
  return write(reply, problem);
}

function missingRoute(request: FastifyRequest, allowedMethods: AllowedMethods): RequestError {
  const path = request.url.split('?', 1)[0] ?? '';
  const allowed = allowedMethods(path);
  if (allowed.length === 0 || allowed.includes(request.method))
    return new RequestError('ROUTE_NOT_FOUND', `there is nothing at "${path.slice(0, 200)}"`);
  const allow = allowed.join(', ');
  return new RequestError('METHOD_NOT_ALLOWED', `${path} answers ${allow}, not ${request.method}`, {
    headers: { allow },
  });
}

/** The methods that a path answers to, in alphabetical order; none for a path that does not exist. */
type AllowedMethods = (path: string) => readonly string[];

/** Notes the routes as they are added: to Fastify itself a wrong method is a path that does not exist. */
function collectAllowedMethods(app: FastifyInstance): AllowedMethods {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    if (url !== '*') routes.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  return (path) => {
    const methods = routes.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods);
    return [...new Set(methods.length === 0 ? [] : [...methods, 'OPTIONS'])].sort();
  };
}

/** `/v1/events/:id` → `^/v1/events/[^/]+$`; a parameter with its own pattern, `.:format(csv|md)`, keeps that pattern. */
function patternOf(url: string): RegExp {
  const source = url.split(/(:\w+(?:\([^)]*\))?|\*)/).map((part) => {
    if (part === '*') return '.*';
    if (!part.startsWith(':')) return part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
    return /\(.*\)$/.exec(part)?.[0] ?? '[^/]+';
  });
  return new RegExp(`^${source.join('')}$`);
}
