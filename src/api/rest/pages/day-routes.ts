import type { FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { MonthDay } from '../../../domain/query/timeline-query.ts';
import { requireCalendarDate } from '../../../domain/time/calendar-date.ts';
import { onThisDatePage } from '../../../pages/on-this-date-page.ts';
import { readNearDays } from '../../../pages/parts/near-days.ts';
import { LONGEST_TRIED_TEXT, tryPage } from '../../../pages/try-page.ts';
import { requireMonthDay } from '../../../timeline/filter/event-filter.ts';
import { MAX_PAGE_SIZE } from '../../../timeline/paging/page-request.ts';
import { monthDayOr } from '../../../timeline/read/on-this-date.ts';
import { callerOf } from '../../http/caller.ts';
import { MonthDayParamsSchema, TimeZoneSchema } from '../on-this-date/on-this-date.ts';
import { pageArgumentsOf, pageProperties } from '../paging.ts';
import type { RestApp, RestParts } from '../rest-app.ts';
import { sendPage, siteOf } from './send-page.ts';

const DayQuerySchema = Type.Object({ ...pageProperties({ maximum: MAX_PAGE_SIZE }), tz: TimeZoneSchema });

export const TryQuerySchema = Type.Object({
  text: Type.Optional(Type.String({ maxLength: LONGEST_TRIED_TEXT })),
  anchor: Type.Optional(Type.String({ format: 'date' })),
});

/** `/on-this-date/{MM}/{DD}`, `/on-this-date/today` and `/try`. */
export function addDayPages(app: RestApp, parts: RestParts): void {
  const { timeline, defaultAnchor } = parts;

  const sendDay = async (
    request: FastifyRequest,
    reply: FastifyReply,
    given: Partial<MonthDay>,
    { tz, ...page }: Static<typeof DayQuerySchema>,
  ) => {
    const { today } = timeline.readClock(tz);
    const monthDay = monthDayOr(() => today, given);
    const caller = callerOf(reply);
    const [events, near] = await Promise.all([
      timeline.listOnThisDate(monthDay, { first: 50, ...pageArgumentsOf(page), caller }),
      readNearDays(timeline, monthDay, caller),
    ]);
    return sendPage(reply, onThisDatePage(monthDay, today, events, near), siteOf(parts, request));
  };

  app.get(
    '/on-this-date/today',
    { config: { untilMidnight: true }, schema: { querystring: DayQuerySchema } },
    async (request, reply) => sendDay(request, reply, {}, request.query),
  );

  app.get(
    '/on-this-date/:month/:day',
    {
      config: { untilMidnight: true },
      schema: { params: MonthDayParamsSchema, querystring: DayQuerySchema },
    },
    async (request, reply) => {
      const { month, day } = request.params;
      return sendDay(request, reply, requireMonthDay(`${month}-${day}`), request.query);
    },
  );

  app.get('/try', { schema: { querystring: TryQuerySchema } }, async (request, reply) => {
    const { text, anchor: given } = request.query;
    const anchor = given === undefined ? defaultAnchor : requireCalendarDate(given);
    const tried =
      text === undefined ? null : { text, anchor, found: await timeline.resolveText(text, anchor) };
    return sendPage(reply, tryPage(tried, defaultAnchor), siteOf(parts, request));
  });
}
