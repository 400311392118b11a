import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { timelinePath } from '../../domain/timeline-record.ts';
import { isPrefix } from '../../formats/event/addresses.ts';
import { trustedPeers } from './rate-limit/client-key.ts';

type AnyRequest = Pick<FastifyRequest, 'protocol' | 'host' | 'raw'>;

/** Scheme, host and path under which a reader finds the service, without a slash at its end: `https://site.example/timeline`. */
export type OriginOf = (request: AnyRequest) => string;

/** `originOf` by the operator's setting; without it, readers find the service where they sent their request. */
export function originBy(publicOrigin: string | null): OriginOf {
  const known = publicOrigin === null ? null : new URL(publicOrigin).origin;
  return (request) => `${known ?? requestedOrigin(request)}${prefixOf(request)}`;
}

/** A header that names no host or another scheme is not repeated. */
function requestedOrigin({ protocol, host }: AnyRequest): string {
  const origin = `${protocol === 'https' ? 'https' : 'http'}://${host}`;
  return URL.canParse(origin) ? new URL(origin).origin : 'http://localhost';
}

/** Only a service below a path has entries here, so that the others do not pay for them. */
const prefixes = new WeakMap<IncomingMessage, string>();

/** The path below which all timelines of the server lie. */
export const rootOf = (request: Pick<FastifyRequest, 'raw'>): string =>
  prefixOf(request).replace(/\/t\/[a-z0-9-]+$/, '');

/** The slug of the timeline that a request is for; undefined for the default one. */
export const timelineOf = (request: Pick<FastifyRequest, 'raw'>): string | undefined =>
  /\/t\/([a-z0-9-]+)$/.exec(prefixOf(request))?.[1];

/** The path below which the reader of a request finds the service: `/timeline`, or an empty text. */
export const prefixOf = ({ raw }: Pick<FastifyRequest, 'raw'>): string => prefixes.get(raw) ?? '';

/** A path of the service as the reader of a request has to write it. */
export const publicPath = (request: Pick<FastifyRequest, 'raw'>, path: string): string =>
  `${prefixOf(request)}${path}`;

/** Leads to another path of the service. */
export const redirectTo = (reply: FastifyReply, path: string, status: 302 | 308): FastifyReply =>
  reply.redirect(publicPath(reply.request, path), status);

/** The slug of a path below `/t/{slug}`; null for any other path. */
export const slugOf = (path: string): string | null =>
  /^\/t\/([a-z0-9-]{1,40})(?=[/?]|$)/.exec(path)?.[1] ?? null;

/** Cuts `/t/{slug}` off the path of a request. Its reader finds that timeline below the longer prefix. */
export function enterTimeline(request: IncomingMessage, slug: string): void {
  const own = timelinePath(slug);
  request.url = withoutPrefix(request.url ?? '', own);
  prefixes.set(request, `${prefixes.get(request) ?? ''}${own}`);
}

/**
 * Cuts the prefix off the path of a request and notes it. A proxy may pass the prefix on or cut it off: both are answered
 * alike. `PUBLIC_ORIGIN` names the prefix. Without a path there, `X-Forwarded-Prefix` of a trusted proxy names it.
 * Undefined where no request can have a prefix.
 */
export function prefixCutter(
  publicOrigin: string | null,
  trustProxy: readonly string[],
): ((request: IncomingMessage) => string) | undefined {
  const own = publicOrigin === null ? '' : new URL(publicOrigin).pathname.replace(/\/$/, '');
  if (own === '' && trustProxy.length === 0) return undefined;
  const isTrusted = trustedPeers(trustProxy);
  const prefixFor = ({ headers, socket }: IncomingMessage): string => {
    const given = headers['x-forwarded-prefix'];
    if (own !== '' || typeof given !== 'string' || !isTrusted(socket.remoteAddress ?? '')) return own;
    const prefix = given.replace(/\/$/, '');
    return isPrefix(prefix) ? prefix : '';
  };
  return (request) => {
    const { url = '' } = request;
    if (prefixes.has(request)) return url;
    const prefix = prefixFor(request);
    if (prefix !== '') prefixes.set(request, prefix);
    return withoutPrefix(url, prefix);
  };
}

/** `/timeline/v1/events`, `/timeline` and `/timeline?limit=1` lose `/timeline`; `/timelines` stays. */
function withoutPrefix(url: string, prefix: string): string {
  if (prefix === '' || !url.startsWith(prefix)) return url;
  const rest = url.slice(prefix.length);
  if (rest.startsWith('/')) return rest;
  return rest === '' || rest.startsWith('?') ? `/${rest}` : url;
}
