import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { TimelineError } from '../../../domain/errors.ts';
import { articleId, kindOfId } from '../../../domain/event/ids.ts';
import { articleDataUrl, urlOf } from '../../../formats/event/addresses.ts';
import { FORMAT_NAMES } from '../../../formats/export/event-format-names.ts';
import { filePath } from '../../../pages/parts/downloads.ts';
import { monthDayOr } from '../../../timeline/read/on-this-date.ts';
import { redirectTo } from '../../http/public-address.ts';
import { selectionQuery } from '../events/event-query.ts';
import { formatOf, suffixOf } from '../exports/exports.ts';
import { MonthDayParamsSchema, monthDayPath, TimeZoneSchema } from '../on-this-date/on-this-date.ts';
import type { RestApp, RestParts } from '../rest-app.ts';
import { TryQuerySchema } from './day-routes.ts';
import { CompareQuerySchema } from './record-routes.ts';

const FORMATS = formatOf(FORMAT_NAMES);
const SUFFIX = suffixOf(FORMAT_NAMES);

const RecordFileSchema = Type.Object({ id: Type.String(), ...FORMATS.properties });

/**
 * The same at the same address for programs: `/.csv?actor=act_russia`, `/actors/act_russia.csv`, `/on-this-date/12/21.ics`
 * and the like lead to the data of the page.
 */
export function addPageData(app: RestApp, { timeline }: RestParts): void {
  const lead = (reply: FastifyReply, path: string) => redirectTo(reply, path, 302);

  app.get(
    `/.${SUFFIX}`,
    { schema: { params: FORMATS, querystring: selectionQuery({}) } },
    async ({ params, query }, reply) => lead(reply, filePath(params.format, query).path),
  );

  app.get(`/actors/:id.${SUFFIX}`, { schema: { params: RecordFileSchema } }, async ({ params }, reply) =>
    lead(reply, filePath(params.format, { actor: [requireId('actor', params.id)] }).path),
  );

  app.get(`/articles/:id.${SUFFIX}`, { schema: { params: RecordFileSchema } }, async ({ params }, reply) => {
    const id = requireId('article', params.id);
    const { format } = params;
    return lead(
      reply,
      format === 'json' ? articleDataUrl('', articleId(id)) : filePath(format, { article: [id] }).path,
    );
  });

  app.get(
    `/on-this-date/:month/:day.${SUFFIX}`,
    { schema: { params: Type.Object({ ...MonthDayParamsSchema.properties, ...FORMATS.properties }) } },
    async ({ params: { month, day, format } }, reply) =>
      lead(reply, `/v1/on-this-date/${month}/${day}.${format}`),
  );

  app.get(
    `/on-this-date/today.${SUFFIX}`,
    {
      config: { untilMidnight: true },
      schema: { params: FORMATS, querystring: Type.Object({ tz: TimeZoneSchema }) },
    },
    async ({ params, query }, reply) => {
      const { today } = timeline.readClock(query.tz);
      return lead(reply, `${monthDayPath(monthDayOr(() => today, {}))}.${params.format}`);
    },
  );

  app.get('/compare.json', { schema: { querystring: CompareQuerySchema } }, async ({ query }, reply) =>
    lead(reply, urlOf('/v1/compare', { articles: (query.articles ?? []).join(',') })),
  );

  app.get('/try.json', { schema: { querystring: TryQuerySchema } }, async ({ query }, reply) =>
    lead(reply, urlOf('/v1/resolve', query)),
  );
}

function requireId(kind: 'actor' | 'article', text: string): string {
  if (kindOfId(text) !== kind) throw new TimelineError('NOT_FOUND', `there is no ${kind} "${text}"`);
  return text;
}
