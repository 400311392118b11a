import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { packagePath } from '../../../package-files.ts';
import type { Page, Site } from '../../../pages/page.ts';
import { framedPage } from '../../../pages/parts/frame.ts';
import { originOf } from '../../http/urls.ts';
import type { RestParts } from '../rest-app.ts';

const readAsset = (name: string): string =>
  readFileSync(packagePath('src', 'pages', 'assets', name), 'utf8').replaceAll('\r\n', '\n');

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

export const STYLE = readAsset('pages.css');
export const SCRIPT = readAsset('pages.js');

/** The address changes with the script, so that a copy may be kept for long. */
export const SCRIPT_PATH = `/assets/${hashOf(SCRIPT).replaceAll(/\W/g, '').slice(0, 12)}.js`;

/** A page loads its own script and nothing else. Its style stands in it. */
const policyOf = (ancestors: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${hashOf(STYLE)}'`,
    "script-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');

const PAGE_POLICY = policyOf("'none'");

/** The page that other sites may put into a frame. */
export const EMBED_POLICY = policyOf('*');

/** Sends a page in its frame. */
export const sendPage = (reply: FastifyReply, page: Page, site: Site): FastifyReply =>
  reply
    .header('content-security-policy', PAGE_POLICY)
    .type('text/html; charset=utf-8')
    .send(framedPage(page, site, { style: STYLE, scriptPath: SCRIPT_PATH }));

/** The facts of the site for a request. */
export const siteOf = ({ name, publicOrigin }: RestParts, request: FastifyRequest): Site => ({
  name,
  origin: publicOrigin ?? originOf(request),
});
