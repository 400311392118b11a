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

/** The page that a reader gets instead of the one asked for. */
export const errorPage = (problem: {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly errorId?: string | undefined;
}): Page => ({
  title: problem.title,
  description: problem.title,
  canonical: null,
  isListed: false,
  main: html`<h1>${problem.title}</h1>
<p class="lead">${/[.?!]$/.test(problem.detail) ? problem.detail : `${problem.detail}.`}</p>
${problem.errorId === undefined ? null : html`<p>If you report it, name <code>${problem.errorId}</code>.</p>`}
<p><a href="${own('/')}">Back to the timeline</a> · <a href="${own(`/problems/${problem.code}`)}">What this error means</a></p>`,
});
