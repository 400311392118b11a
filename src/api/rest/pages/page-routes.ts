import { aboutPage } from '../../../pages/about-page.ts';
import { homePage } from '../../../pages/home-page.ts';
import { keepOverviews } from '../../../pages/overview.ts';
import { keepEntries } from '../../../pages/parts/keep-entries.ts';
import { timelinesPage } from '../../../pages/timelines-page.ts';
import { MAX_PAGE_SIZE } from '../../../timeline/paging/page-request.ts';
import { callerOf } from '../../http/caller.ts';
import { factsOf } from '../../http/logging/request-facts.ts';
import { rootOf } from '../../http/public-address.ts';
import { answerReader } from '../errors/answer-errors.ts';
import { selectionQuery } from '../events/event-query.ts';
import { pageProperties } from '../paging.ts';
import { queryPrice } from '../query-price.ts';
import type { RestApp, RestParts } from '../rest-app.ts';
import { queryPropertiesOf, shapeQuery } from '../schemas/query-shape.ts';
import { addPageData } from './data-routes.ts';
import { addDayPages } from './day-routes.ts';
import { addEmbedPages, addEmbedScript } from './embed-routes.ts';
import { addEventPages } from './event-routes.ts';
import { addRecordPages } from './record-routes.ts';
import { errorPageWriter, SCRIPT, SCRIPT_PATH, sendPage, siteOf } from './send-page.ts';

const SelectionSchema = selectionQuery(pageProperties({ maximum: MAX_PAGE_SIZE }));

/** The pages for people. */
export function addPages(app: RestApp, parts: RestParts): void {
  const { timeline } = parts;
  readFormFields(app);
  const kept = { overviewOf: keepOverviews(timeline), entryOf: keepEntries() };
  const writePage = errorPageWriter(parts);
  app.setErrorHandler((error, request, reply) => answerReader(error, request, reply, writePage));

  app.get('/', { schema: { querystring: SelectionSchema } }, async (request, reply) => {
    const site = siteOf(parts, request);
    return sendPage(reply, await homePage(timeline, kept, site, request.query, callerOf(reply)), site);
  });

  addEventPages(app, parts);
  addRecordPages(app, parts);
  addDayPages(app, parts);
  addEmbedPages(app, parts);
  addPageData(app, parts);

  app.get('/timelines', async (request, reply) =>
    sendPage(reply, timelinesPage(await parts.timelines(), rootOf(request)), siteOf(parts, request)),
  );

  app.get('/about', async (request, reply) => {
    const site = siteOf(parts, request);
    return sendPage(reply, aboutPage(site, await timeline.describe()), site);
  });
}

/** The scripts of the pages. The address of their own script changes with it. */
export function addPageAssets(app: RestApp): void {
  addEmbedScript(app);
  app.get(SCRIPT_PATH, async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(SCRIPT),
  );
}

/**
 * Reads the query of a page. A form sends its empty fields too, and mail programs and search engines add parameters to links:
 * both are passed over.
 */
function readFormFields(app: RestApp): void {
  app.addHook('preValidation', async (request) => {
    const properties = queryPropertiesOf(request.routeOptions.schema?.querystring);
    const given = Object.entries(request.query ?? {}).filter(
      ([name, value]) => Object.hasOwn(properties, name) && value !== '',
    );
    const query = shapeQuery(Object.fromEntries(given), properties);
    request.query = withoutDefaults(query);
    factsOf(request).price = queryPrice(query, properties);
  });
}

/** The form sends every choice, also those that change nothing. One selection has one address. */
function withoutDefaults({ match, ...query }: Record<string, unknown>): Record<string, unknown> {
  const hasRange = ['from', 'to', 'date'].some((name) => query[name] !== undefined);
  const isRelevance = query['order'] === 'relevance' && query['text'] === undefined;
  const { order, ...rest } = query;
  return {
    ...rest,
    ...(order !== undefined && order !== 'date' && !isRelevance && { order }),
    ...(hasRange && match !== undefined && match !== 'OVERLAPS' && { match }),
  };
}
