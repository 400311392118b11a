import type { FastifyReply } from 'fastify';
import Type, { type Static } from 'typebox';
import { MONTH_DAY_INCLUSIONS, type MonthDay } from '../../../domain/query/timeline-query.ts';
import { requireCalendarDate } from '../../../domain/time/calendar-date.ts';
import { sparseEventJson } from '../../../formats/event/event-json.ts';
import { FILTER_FIELDS } from '../../../timeline/filter/filter-fields.ts';
import { monthDayOr, yearsAgo } from '../../../timeline/read/on-this-date.ts';
import { callerOf } from '../../http/caller.ts';
import { AsOfSchema } from '../events/event-query.ts';
import { FieldsSchema } from '../events/fields-query.ts';
import { alternateLinks, pageLinks, setLinks } from '../links.ts';
import {
  nodesOf,
  PAGE_SIZE,
  PageInfoSchema,
  pageArgumentsOf,
  pageInfoJson,
  pageProperties,
} from '../paging.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { DaySchema, named, refTo, wordOf } from '../schemas/schema-parts.ts';
import { EventSchema, SparseEventSchema } from '../schemas/served-schema.ts';

const YearsAgoSchema = Type.Union([Type.Integer(), Type.Null()], {
  description: 'From its year to that of today; null where it has no one year.',
});

const EventOnThisDateSchema = named(
  'EventOnThisDate',
  Type.Object({ ...EventSchema.properties, yearsAgo: YearsAgoSchema }),
);

const SparseEventOnThisDateSchema = named(
  'SparseEventOnThisDate',
  Type.Object({ ...SparseEventSchema.properties, yearsAgo: YearsAgoSchema }),
);

const OnThisDateSchema = named(
  'OnThisDate',
  Type.Object({
    month: Type.Integer({ minimum: 1, maximum: 12 }),
    day: Type.Integer({ minimum: 1, maximum: 31 }),
    today: Type.String({ ...DaySchema, description: 'The day that it is in the time zone.' }),
    events: Type.Array(Type.Union([refTo(EventOnThisDateSchema), refTo(SparseEventOnThisDateSchema)])),
    pageInfo: refTo(PageInfoSchema),
  }),
);

export const MonthDayParamsSchema = Type.Object({
  month: Type.String({ pattern: '^(0[1-9]|1[0-2])$', description: '01 to 12' }),
  day: Type.String({ pattern: '^(0[1-9]|[12][0-9]|3[01])$', description: '01 to 31, 02/29 included' }),
});

export const IncludeSchema = Type.Optional(
  wordOf(MONTH_DAY_INCLUSIONS, FILTER_FIELDS.include.description.replace('Together with onThisDate. ', '')),
);

export const TimeZoneSchema = Type.Optional(
  Type.String({
    maxLength: 80,
    description: 'Where today is looked up: an IANA time zone, UTC by default.',
  }),
);

const QuerySchema = Type.Object(
  {
    fields: FieldsSchema,
    ...pageProperties(PAGE_SIZE),
    tz: TimeZoneSchema,
    include: IncludeSchema,
    asOf: AsOfSchema,
  },
  { additionalProperties: false },
);

const DOCUMENTATION = {
  tags: ['events'],
  description:
    'Oldest first; planned events are left out. 29 February is a day of its own: its events are on no other one in the years that lack it. The answer may be kept until midnight in the time zone.',
  querystring: QuerySchema,
  response: cachedAnswersOf(OnThisDateSchema, 'One page of the events of that day.'),
};

/** `/v1/on-this-date` for today, `/v1/on-this-date/{MM}/{DD}` for any day. */
export const ON_THIS_DATE: Resource = {
  schemas: [EventOnThisDateSchema, OnThisDateSchema, SparseEventOnThisDateSchema],
  addRoutes,
};

function addRoutes(app: RestApp, { timeline }: RestParts): void {
  const answer = async (
    reply: FastifyReply,
    path: string,
    given: Partial<MonthDay>,
    query: Static<typeof QuerySchema>,
  ) => {
    const { today } = timeline.readClock(query.tz);
    const monthDay = monthDayOr(() => today, given);
    const page = await timeline.listOnThisDate(monthDay, {
      ...pageArgumentsOf(query),
      caller: callerOf(reply),
      ...(query.include === undefined ? {} : { include: query.include }),
      ...(query.asOf === undefined ? {} : { asOf: requireCalendarDate(query.asOf) }),
    });
    const json = sparseEventJson(query.fields);
    const events = nodesOf(page).map((event) => ({ ...json(event), yearsAgo: yearsAgo(event.date, today) }));
    const { tz: _tz, ...selection } = query;
    setLinks(reply, [
      ...pageLinks(path, query, page.pageInfo),
      ...alternateLinks(monthDayPath(monthDay), selection),
    ]);
    return { ...monthDay, today, events, pageInfo: pageInfoJson(page.pageInfo) };
  };

  app.get(
    '/v1/on-this-date',
    {
      config: { untilMidnight: true },
      schema: {
        ...DOCUMENTATION,
        operationId: 'listOnThisDay',
        summary: 'What happened on today’s day of any year',
      },
    },
    async ({ query }, reply) => answer(reply, '/v1/on-this-date', {}, query),
  );

  app.get(
    '/v1/on-this-date/:month/:day',
    {
      config: { untilMidnight: true },
      schema: {
        ...DOCUMENTATION,
        operationId: 'listOnThisDate',
        summary: 'What happened on that day of any year',
        params: MonthDayParamsSchema,
      },
    },
    async ({ params: { month, day }, query }, reply) => {
      const given = { month: Number(month), day: Number(day) };
      return answer(reply, `/v1/on-this-date/${month}/${day}`, given, query);
    },
  );
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The path of a day of any year, which is also the path of today. */
export const monthDayPath = ({ month, day }: MonthDay): string =>
  `/v1/on-this-date/${two(month)}/${two(day)}`;
