import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setCommonHeaders } from '../../http/common-headers.ts';
import { type AllowedMethods, collectAllowedMethods } from './allowed-methods.ts';
import { faultProblem, PROBLEM_MEDIA_TYPE, type Problem, refusalOf, refusalProblem } from './problem.ts';
import { RequestError } from './request-error.ts';

/** Seconds after which a busy or starting server is worth asking again. */
const RETRY_AFTER = '1';

/** Makes every error of the app a problem document. To be called before any route is added. */
export function answerErrors(app: FastifyInstance): void {
  const allowedMethods = collectAllowedMethods(app);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(missingRoute(request, allowedMethods), request, reply),
  );
}

/**
 * Answers an error, also one that Fastify meets before it has found a route. What the client did wrong is logged at
 * info, a busy server at warn; anything else is masked and logged as an error with its cause, under the id that the
 * client gets.
 */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  setCommonHeaders(request, reply);
  const occurrence = { instance: request.url, id: request.id };
  const refusal = refusalOf(error);
  if (refusal !== undefined) {
    const problem = refusalProblem(refusal, occurrence);
    const { code, status, detail } = problem;
    request.log[status < 500 ? 'info' : 'warn']({ code, status, detail }, 'request refused');
    return send(problem, reply.headers(refusal.headers));
  }
  request.log.error({ err: error, errorId: request.id }, 'request failed');
  return send(faultProblem(error, occurrence), reply);
}

function send(problem: Problem, reply: FastifyReply): FastifyReply {
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER);
  return reply
    .code(problem.status)
    .removeHeader('etag')
    .removeHeader('link')
    .header('cache-control', 'no-store')
    .type(PROBLEM_MEDIA_TYPE)
    .send(JSON.stringify(problem));
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
