import { type ApiErrorCode, ERROR_TABLE, errorEntryOf, isApiErrorCode } from '../../errors.ts';
import { RequestError } from '../errors/request-error.ts';
import type { RestApp } from '../rest-app.ts';
import { type Html, html, sendPage } from './html-page.ts';

/** `/problems` and `/problems/{code}`: the `type` of a problem is the address of such a page. */
export function addProblemPages(app: RestApp): void {
  app.get('/problems', async (_request, reply) => sendPage(reply, 'Errors', tableHtml()));

  app.get<{ Params: { code: string } }>('/problems/:code', async ({ params: { code } }, reply) => {
    if (!isApiErrorCode(code))
      throw new RequestError('ROUTE_NOT_FOUND', `"${code}" is not the code of an error`);
    return sendPage(reply, errorEntryOf(code).title, entryHtml(code));
  });
}

function entryHtml(code: ApiErrorCode): Html {
  const { status, title, description } = errorEntryOf(code);
  return html`<h1>${title}</h1>
<p>${description}</p>
<p>Code <code>${code}</code>, HTTP status ${status}.</p>
<p><a href="/problems">All errors</a></p>`;
}

const tableHtml = (): Html => html`<h1>Errors</h1>
<p>REST gives the code as <code>code</code>, GraphQL as <code>extensions.code</code>.</p>
<table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">When</th></tr></thead>
<tbody>
${Object.keys(ERROR_TABLE).filter(isApiErrorCode).map(rowHtml)}
</tbody>
</table>`;

function rowHtml(code: ApiErrorCode): Html {
  const { status, description } = errorEntryOf(code);
  return html`<tr><th scope="row"><a href="/problems/${code}">${code}</a></th><td>${status}</td><td>${description}</td></tr>`;
}
