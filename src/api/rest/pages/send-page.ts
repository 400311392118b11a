import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { packagePath } from '../../../package-files.ts';
import { html, raw, written } from '../../../pages/html.ts';
import type { Page, Site } from '../../../pages/page.ts';
import { framedPage } from '../../../pages/parts/frame.ts';
import { errorPage } from '../../../pages/problem-pages.ts';
import { prefixOf } from '../../http/public-address.ts';
import type { ProblemWriter } from '../errors/answer-errors.ts';
import type { RestParts } from '../rest-app.ts';

const readAsset = (name: string): string =>
  readFileSync(packagePath('src', 'pages', 'assets', name), 'utf8').replaceAll('\r\n', '\n');

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** An embedded page has the base alone, so that it stays small. */
export const EMBED_STYLE = readAsset('base.css');
const STYLE = `${EMBED_STYLE}${readAsset('pages.css')}`;
export const SCRIPT = readAsset('pages.js');
export const EMBED_SCRIPT = readAsset('embed.js');

/** The address changes with the script, so that a copy may be kept for long. */
export const SCRIPT_PATH = `/assets/${hashOf(SCRIPT).replaceAll(/\W/g, '').slice(0, 12)}.js`;

/** A page loads a script of ours and nothing else. Its style stands in it. */
const policyOf = (style: string, ancestors: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${hashOf(style)}'`,
    "script-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');

const STYLE_ELEMENT = written(html`<style>${raw(STYLE)}</style>`, '');

const PAGE_POLICY = policyOf(STYLE, "'none'");

/** The policy of the page that sites of these origins may put into a frame. */
export const embedPolicy = (origins: readonly string[]): string =>
  policyOf(EMBED_STYLE, origins.length === 0 ? "'none'" : origins.join(' '));

/** Sends a page in its frame. */
export function sendPage(reply: FastifyReply, page: Page, site: Site): FastifyReply {
  if (page.isComplete === false) reply.removeHeader('etag').header('cache-control', 'no-store');
  return reply
    .header('content-security-policy', PAGE_POLICY)
    .type('text/html; charset=utf-8')
    .send(framedPage(page, site, { style: STYLE_ELEMENT, scriptPath: SCRIPT_PATH }));
}

type SiteParts = Pick<RestParts, 'record' | 'originOf' | 'isOneOfMany'>;

/** Writes an error as the page that a reader gets instead of the one asked for. */
export const errorPageWriter =
  (parts: SiteParts): ProblemWriter =>
  (reply, problem) =>
    sendPage(reply, errorPage(problem), siteOf(parts, reply.request));

/** The facts of the site for a request. */
export const siteOf = ({ record, originOf, isOneOfMany }: SiteParts, request: FastifyRequest): Site => ({
  record,
  isOneOfMany,
  origin: originOf(request),
  prefix: prefixOf(request),
});
