import Type from 'typebox';
import { CITATION_FORMATS, CITATION_MEDIA_TYPES } from '../../../formats/citation/citation-item.ts';
import { urlOf } from '../../../formats/event/addresses.ts';
import { redirectTo } from '../../http/public-address.ts';
import { setLinks } from '../links.ts';
import { TimeZoneSchema } from '../on-this-date/on-this-date.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { fileAnswersOf, MOVED_ANSWER } from '../schemas/answers.ts';
import { wordOf } from '../schemas/schema-parts.ts';
import { EventParamsSchema, findEvent, requireEventId, requireVersion } from './find-event.ts';

const ParamsSchema = Type.Object({
  ...EventParamsSchema.properties,
  format: wordOf(CITATION_FORMATS, 'A line of text, BibTeX, or CSL-JSON.'),
});

const QuerySchema = Type.Object(
  {
    revision: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'Cites the event as it was at that revision of the data set.',
      }),
    ),
    tz: TimeZoneSchema,
  },
  { additionalProperties: false },
);

const ROUTER_FORMATS = CITATION_FORMATS.map((name) => name.replaceAll('.', String.raw`\.`)).join('|');

/** `/v1/events/{id}/cite.txt`, `.bib` and `.csl.json`. */
export const CITATIONS: Resource = { schemas: [], addRoutes };

function addRoutes(app: RestApp, { timeline, record, originOf }: RestParts): void {
  app.get(
    `/v1/events/:id/cite.:format(${ROUTER_FORMATS})`,
    {
      config: { untilMidnight: true },
      schema: {
        operationId: 'citeEvent',
        tags: ['events'],
        summary: 'A citation of an event',
        description:
          'With its sources, the day of access and the revision: the address in it answers the event as it was cited.',
        params: ParamsSchema,
        querystring: QuerySchema,
        response: {
          ...fileAnswersOf(Object.values(CITATION_MEDIA_TYPES), 'The citation.'),
          ...MOVED_ANSWER,
        },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const id = requireEventId(params.id);
      setLinks(reply);
      const found =
        query.revision === undefined
          ? await findEvent(timeline, id)
          : ({ kind: 'found', event: await requireVersion(timeline, id, query.revision) } as const);
      if (found.kind === 'merged')
        return redirectTo(reply, urlOf(`/v1/events/${found.into}/cite.${params.format}`, query), 308);
      const { citeEvent } = await import('../../../formats/citation/cite-event.ts');
      const citation = citeEvent(found.event, params.format, {
        record,
        origin: originOf(request),
        accessedOn: timeline.readClock(query.tz).today,
      });
      return reply.type(CITATION_MEDIA_TYPES[params.format]).send(citation);
    },
  );
}
