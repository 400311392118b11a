import { type ProblemKind, problemPage, problemsPage } from '../../../pages/problem-pages.ts';
import { type ApiErrorCode, ERROR_TABLE, errorEntryOf, isApiErrorCode } from '../../errors.ts';
import { RequestError } from '../errors/request-error.ts';
import type { RestApp, RestParts } from '../rest-app.ts';
import { sendPage, siteOf } from './send-page.ts';

/** `/problems` and `/problems/{code}`: the `type` of a problem is the address of such a page. */
export function addProblemPages(app: RestApp, parts: RestParts): void {
  app.get('/problems', async (request, reply) => {
    const kinds = Object.keys(ERROR_TABLE).filter(isApiErrorCode).map(kindOf);
    return sendPage(reply, problemsPage(kinds), siteOf(parts, request));
  });

  app.get<{ Params: { code: string } }>('/problems/:code', async (request, reply) => {
    const { code } = request.params;
    if (!isApiErrorCode(code))
      throw new RequestError('ROUTE_NOT_FOUND', `"${code}" is not the code of an error`);
    return sendPage(reply, problemPage(kindOf(code)), siteOf(parts, request));
  });
}

const kindOf = (code: ApiErrorCode): ProblemKind => ({ code, ...errorEntryOf(code) });
