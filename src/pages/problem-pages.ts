import { sentenceOf } from '../formats/text/plain-text.ts';
import { html, own } from './html.ts';
import type { Page } from './page.ts';

/** An error code with what clients may know of it. */
export interface ProblemKind {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly description: string;
}

/** `/problems`: every error code. */
export const problemsPage = (kinds: readonly ProblemKind[]): Page => ({
  title: 'Errors',
  description: 'The error codes of this service.',
  canonical: own('/problems'),
  main: html`<h1>Errors</h1>
<p>REST gives the code as <code>code</code>, GraphQL as <code>extensions.code</code>.</p>
<div class="wide"><table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">When</th></tr></thead>
<tbody>
${kinds.map(
  ({
    code,
    status,
    description,
  }) => html`<tr><th scope="row"><a href="${own(`/problems/${code}`)}">${code}</a></th><td>${status}</td><td>${description}</td></tr>
`,
)}</tbody>
</table></div>`,
});

/** `/problems/{code}`: one error code. */
export const problemPage = ({ code, status, title, description }: ProblemKind): Page => ({
  title,
  description,
  canonical: own(`/problems/${code}`),
  main: html`<h1>${title}</h1>
<p>${description}</p>
<p>Code <code>${code}</code>, HTTP status ${status}.</p>
<p><a href="${own('/problems')}">All errors</a></p>`,
});

/** Headlines for readers, by the status of an error. Any other error has its own title. */
const HEADLINES: Readonly<Record<number, string>> = {
  400: 'This cannot be shown',
  404: 'Nothing here',
  410: 'No longer here',
  429: 'Too many requests',
  500: 'Something went wrong',
  503: 'Busy at the moment',
};

/** The page that a reader gets instead of the one asked for. */
export function errorPage(problem: {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly errorId?: string | undefined;
}): Page {
  const title = HEADLINES[problem.status] ?? problem.title;
  return {
    title,
    description: problem.title,
    canonical: null,
    isListed: false,
    main: html`<h1>${title}</h1>
<p class="lead">${sentenceOf(problem.detail)}</p>
${problem.errorId === undefined ? null : html`<p>If you report it, name <code>${problem.errorId}</code>.</p>`}
<p><a href="${own('/')}">Search the timeline</a> · <a href="${own('/on-this-date/today')}">Look up a day</a> · <a href="${own(`/problems/${problem.code}`)}">What this error means</a></p>`,
  };
}
