import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { CODERS } from '../../http/compression/compress-answers.ts';
import { worthwhileCoding } from '../../http/compression/content-coding.ts';
import { handOver } from '../../http/handed-over.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import { responseMediaType } from '../http/response-media-type.ts';
import { QUERY_LIMITS } from '../limits/query-limits.ts';
import { answerText } from './answer-text.ts';
import { directHeaders } from './direct-headers.ts';
import { exchangeLog } from './exchange-log.ts';
import { readBody } from './read-body.ts';

type DirectParts = Pick<
  GraphqlParts,
  'operations' | 'takeRequest' | 'clientKeyOf' | 'askedOf' | 'corsOrigins' | 'log'
>;

/**
 * The shortest way to an answer: a known operation that is sent as most clients send it, by `POST /graphql` as JSON, is
 * answered before Fastify, whose steps cost more than a small answer. Whatever is unusual, refused or failing is handed on
 * to Fastify with what was read of it, and answered there. Tests hold both ways to the same answers, headers and log.
 */
export function answerDirectly(parts: DirectParts, handOn: RequestListener): RequestListener {
  const { takeRequest, clientKeyOf, askedOf, operations } = parts;
  const headersFor = directHeaders(parts.corsOrigins);
  const logExchange = exchangeLog(parts.log);

  const answer = async (request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> => {
    const begin = performance.now();
    const allowance = takeRequest && (await takeRequest(clientKeyOf(request)));
    const text = allowance?.isGranted === false ? undefined : await answerText(operations, body);
    if (text === undefined) {
      handOver(request, { body, allowance });
      return handOn(request, response);
    }
    const { headers } = request;
    const id = randomUUID();
    const asked = askedOf(request);
    const encodings = headers['accept-encoding'];
    const whole = encodings === undefined ? '' : text.whole();
    const coding = worthwhileCoding(whole, encodings);
    const contents = coding === undefined ? text.all() : [await CODERS[coding].whole(whole)];
    logExchange?.({ id, begin, asked }, request, response);
    response.writeHead(200, [
      ...headersFor(headers.origin, asked.protocol),
      ...(allowance === undefined ? [] : Object.entries(allowance.headers).flat()),
      ...(coding === undefined ? [] : ['content-encoding', coding]),
      'x-request-id',
      id,
      'content-type',
      `${responseMediaType(headers.accept)}; charset=utf-8`,
      'content-length',
      String(lengthOf(contents)),
    ]);
    for (const content of contents.slice(0, -1)) response.write(content);
    response.end(contents.at(-1));
  };

  const answerOrBreakOff = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
    answer(request, response, body).catch((error: unknown) => {
      if (parts.log !== false) parts.log.error({ err: error }, 'request failed');
      response.destroy();
    });
  };

  return (request, response) => {
    const length = usualLength(request);
    if (length === undefined) handOn(request, response);
    else readBody(request, length, (body) => answerOrBreakOff(request, response, body));
  };
}

const lengthOf = (contents: readonly (string | Buffer)[]): number =>
  contents.reduce((length, content) => length + Buffer.byteLength(content), 0);

const USUAL_TYPE = /^application\/json(; ?charset=utf-8)?$/i;

/** Bytes of the body of a request as most clients send it; undefined for any other. */
function usualLength({ method, url, headers }: IncomingMessage): number | undefined {
  if (method !== 'POST' || url !== '/graphql') return undefined;
  const length = Number(headers['content-length']);
  const isUsual = length > 0 && length <= QUERY_LIMITS.body && USUAL_TYPE.test(headers['content-type'] ?? '');
  return isUsual ? length : undefined;
}
