import Type from 'typebox';
import { requireCalendarDate } from '../../../domain/time/calendar-date.ts';
import { FACETS, type Facet } from '../../../formats/event/facets.ts';
import { FORMAT_NAMES, type FormatName } from '../../../formats/export/event-format-names.ts';
import { EVENT_FORMATS } from '../../../formats/export/event-formats.ts';
import { onThisDateQuery } from '../../../timeline/read/on-this-date.ts';
import { AsOfSchema, eventQueryOf, selectionQuery } from '../events/event-query.ts';
import { FileFieldsSchema } from '../events/fields-query.ts';
import { IncludeSchema, MonthDayParamsSchema } from '../on-this-date/on-this-date.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { exportAnswersOf } from '../schemas/answers.ts';
import { wordOf } from '../schemas/schema-parts.ts';
import { sendExport } from './send-export.ts';

const exportProperties = {
  limit: Type.Optional(Type.Integer({ minimum: 1, description: 'At most so many events; all by default.' })),
  fields: FileFieldsSchema,
  group: Type.Optional(wordOf(FACETS, 'What TimelineJS groups its slides by; no other format has groups.')),
};

const ExportQuerySchema = selectionQuery(exportProperties);

const OnThisDateExportQuerySchema = Type.Object(
  { include: IncludeSchema, asOf: AsOfSchema, ...exportProperties },
  { additionalProperties: false },
);

/** The parameter of such a path. */
export const formatOf = (names: readonly FormatName[]) =>
  Type.Object({ format: wordOf(names, 'The file format.') });

/** The last part of a path as the router reads it: `:format(csv|md)`. */
export const suffixOf = (names: readonly FormatName[]): string =>
  `:format(${names.map((name) => name.replaceAll('.', String.raw`\.`)).join('|')})`;

/** `/v1/timeline.json` is another resource: it comes in pages. */
const TIMELINE_FORMATS = FORMAT_NAMES.filter((name) => name !== 'json');

const DESCRIPTION =
  'The whole selection, streamed, with the filters and the order of /v1/events. A header says how many events the format has no room for. A break in the middle ends the connection; NDJSON ends with a line {"error":…}.';

/** `/v1/events.csv`, `/v1/timeline.ics`, `/v1/on-this-date/12/21.atom`, …: a selection as a file. */
export const EXPORTS: Resource = { schemas: [], addRoutes };

function addRoutes(app: RestApp, parts: RestParts): void {
  addSelectionRoute(app, parts, '/v1/events', FORMAT_NAMES, 'exportEvents');
  addSelectionRoute(app, parts, '/v1/timeline', TIMELINE_FORMATS, 'exportTimeline');
  addOnThisDateRoute(app, parts);
}

function addSelectionRoute(
  app: RestApp,
  parts: RestParts,
  path: string,
  names: readonly FormatName[],
  operationId: string,
): void {
  app.get(
    `${path}.${suffixOf(names)}`,
    {
      schema: {
        operationId,
        tags: ['exports'],
        summary: 'Events that pass a filter, as a file',
        description: DESCRIPTION,
        params: formatOf(names),
        querystring: ExportQuerySchema,
        response: exportAnswersOf(names.map((name) => EVENT_FORMATS[name])),
      },
    },
    async (request, reply) => {
      const { limit, group, fields, ...selection } = request.query;
      const { filter = {}, order = 'DATE' } = eventQueryOf(selection);
      return sendExport(request, reply, parts, {
        format: request.params.format,
        path: `${path}.${request.params.format}`,
        filter,
        order,
        ...chosen({ limit, group, fields }),
      });
    },
  );
}

function addOnThisDateRoute(app: RestApp, parts: RestParts): void {
  app.get(
    `/v1/on-this-date/:month/:day.${suffixOf(FORMAT_NAMES)}`,
    {
      schema: {
        operationId: 'exportOnThisDate',
        tags: ['exports'],
        summary: 'What happened on that day of any year, as a file',
        description: DESCRIPTION,
        params: Type.Object({ ...MonthDayParamsSchema.properties, ...formatOf(FORMAT_NAMES).properties }),
        querystring: OnThisDateExportQuerySchema,
        response: exportAnswersOf(FORMAT_NAMES.map((name) => EVENT_FORMATS[name])),
      },
    },
    async (request, reply) => {
      const { month, day, format } = request.params;
      const { include, asOf, ...options } = request.query;
      const { filter } = onThisDateQuery(
        { month: Number(month), day: Number(day) },
        {
          ...(include !== undefined && { include }),
          ...(asOf !== undefined && { asOf: requireCalendarDate(asOf) }),
        },
      );
      return sendExport(request, reply, parts, {
        format,
        path: `/v1/on-this-date/${month}/${day}.${format}`,
        filter,
        order: 'DATE',
        ...chosen(options),
      });
    },
  );
}

/** Leaves out options that are undefined: `RequestedExport` admits no such property. */
const chosen = ({
  limit,
  group,
  fields,
}: {
  readonly limit?: number | undefined;
  readonly group?: Facet | undefined;
  readonly fields?: readonly string[] | undefined;
}) => ({
  ...(limit !== undefined && { limit }),
  ...(group !== undefined && { group }),
  ...(fields !== undefined && { fields }),
});
