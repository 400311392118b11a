import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** A piece of HTML in which everything from outside is escaped. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Html[];

/** Builds HTML from a template: strings are escaped, pieces of HTML go in as they are. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = parts.map((part, index) => `${htmlOf(part)}${literals[index + 1] ?? ''}`);
  return { html: `${literals[0] ?? ''}${pieces.join('')}` };
}

function htmlOf(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'html' in part ? part.html : part.map((piece) => piece.html).join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const STYLE = `
:root { color-scheme: light dark; --line: #8886; --soft: #595959; --link: #0b57a4 }
@media (prefers-color-scheme: dark) { :root { --soft: #b0b0b0; --link: #8ab8f0 } }
body { max-width: 46rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
a { color: var(--link) }
ol.events { list-style: none; padding: 0 }
ol.events > li { border-top: 1px solid var(--line); padding: .75rem 0 }
h3 { margin: .1rem 0; font-size: 1.05rem }
p.soft, time, .date, blockquote footer { color: var(--soft); margin: 0 }
time, .date { font-weight: 600 }
blockquote { margin: .5rem 0 .5rem .2rem; padding-left: .8rem; border-left: 3px solid var(--line) }
code { font-size: .95em }
table { border-collapse: collapse } th, td { text-align: left; padding: .25rem .75rem .25rem 0; vertical-align: top }
`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

/** A page runs no script and loads nothing but its own style and the empty icon. */
const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${sha256(STYLE)}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sends a whole page. */
export function sendPage(reply: FastifyReply, title: string, main: Html): FastifyReply {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${{ html: STYLE }}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
  return reply
    .header('content-security-policy', PAGE_POLICY)
    .type('text/html; charset=utf-8')
    .send(page.html);
}
