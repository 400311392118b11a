import Type from 'typebox';
import { requireCalendarDate } from '../../domain/calendar-date.ts';
import { eventJson } from '../../formats/event-json.ts';
import { cachedAnswersOf } from './answers.ts';
import { AsOfSchema } from './event-query.ts';
import { EventSchema } from './event-schema.ts';
import { nodesOf, PageInfoSchema, pageInfoJson } from './page-json.ts';
import { linkHeader, pageLinks, SERVICE_DESCRIPTION } from './page-links.ts';
import { PAGE_SIZE, pageArgumentsOf, pageProperties } from './page-query.ts';
import type { RestApp, RestParts } from './rest-app.ts';
import { named, refTo } from './schema-parts.ts';

export const OnThisDateSchema = named(
  'OnThisDate',
  Type.Object({
    month: Type.Integer({ minimum: 1, maximum: 12 }),
    day: Type.Integer({ minimum: 1, maximum: 31 }),
    events: Type.Array(refTo(EventSchema)),
    pageInfo: refTo(PageInfoSchema),
  }),
);

const ParamsSchema = Type.Object({
  month: Type.String({ pattern: '^(0[1-9]|1[0-2])$', description: '01 to 12' }),
  day: Type.String({ pattern: '^(0[1-9]|[12][0-9]|3[01])$', description: '01 to 31, 02/29 included' }),
});

const QuerySchema = Type.Object(
  { ...pageProperties(PAGE_SIZE), asOf: AsOfSchema },
  { additionalProperties: false },
);

/** `/v1/on-this-date/{MM}/{DD}`. */
export function addOnThisDateRoutes(app: RestApp, { timeline }: RestParts): void {
  app.get(
    '/v1/on-this-date/:month/:day',
    {
      schema: {
        operationId: 'listOnThisDate',
        tags: ['events'],
        summary: 'What happened on that day of any year',
        description: 'Events whose day is known, oldest first; planned ones are left out.',
        params: ParamsSchema,
        querystring: QuerySchema,
        response: cachedAnswersOf(OnThisDateSchema, 'One page of the events of that day.'),
      },
    },
    async ({ params, query }, reply) => {
      const monthDay = { month: Number(params.month), day: Number(params.day) };
      const page = await timeline.listOnThisDate(monthDay, {
        ...pageArgumentsOf(query),
        ...(query.asOf === undefined ? {} : { asOf: requireCalendarDate(query.asOf) }),
      });
      const links = pageLinks(`/v1/on-this-date/${params.month}/${params.day}`, query, page.pageInfo);
      reply.header('link', linkHeader([...links, SERVICE_DESCRIPTION]));
      return { ...monthDay, events: nodesOf(page).map(eventJson), pageInfo: pageInfoJson(page.pageInfo) };
    },
  );
}
