import Type from 'typebox';
import { readFilter } from '../../../timeline/filter/read-filter.ts';
import { BUCKET_UNITS } from '../../../timeline/read/timeline-reading.ts';
import { eventsHref, histogramJson } from '../../counts-json.ts';
import { callerOf } from '../../http/caller.ts';
import { prefixOf } from '../../http/public-address.ts';
import { filterQuery } from '../events/event-query.ts';
import { setLinks } from '../links.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { CountSchema, DaySchema, named, nullable, wordOf } from '../schemas/schema-parts.ts';

const BucketSchema = Type.Object({
  period: Type.String({ description: 'Such as 2021-12-21, 2021-W51, 2021-12, 2021-Q4 or 2021.' }),
  from: DaySchema,
  to: Type.String({ ...DaySchema, description: 'The last day, inclusive.' }),
  certain: { ...CountSchema, description: 'Events that surely lie in it.' },
  possible: { ...CountSchema, description: 'Further ones that could lie in it.' },
  href: nullable(
    Type.String({
      format: 'uri-reference',
      description:
        'The events of this period that pass the filter, certain and possible; null where `match` is WITHIN or STARTS, for a URL has one range.',
    }),
  ),
});

const BY = wordOf(BUCKET_UNITS, 'The periods; a WEEK is that of ISO 8601. MONTH by default.');

const HistogramSchema = named(
  'Histogram',
  Type.Object({ by: BY, buckets: Type.Array(BucketSchema, { maxItems: 3660 }) }),
);

const QuerySchema = filterQuery({ by: Type.Optional(BY) });

/** `/v1/histogram`. */
export const HISTOGRAM: Resource = { schemas: [HistogramSchema], addRoutes };

function addRoutes(app: RestApp, { timeline }: RestParts): void {
  app.get(
    '/v1/histogram',
    {
      schema: {
        operationId: 'countByPeriod',
        tags: ['counts'],
        summary: 'How many events lie in each period',
        description:
          'Empty periods too, from the first to the last day of the range, or of the events where that is open; at most 3,660 periods. An event is certain in the one period that holds all its days, and possible in each that holds some.',
        querystring: QuerySchema,
        response: cachedAnswersOf(HistogramSchema, 'The periods in their order.'),
      },
    },
    async ({ query }, reply) => {
      setLinks(reply);
      const { by, ...filter } = query;
      const histogram = await timeline.countByPeriod({
        caller: callerOf(reply),
        filter: readFilter(filter),
        ...(by !== undefined && { by }),
      });
      return histogramJson(histogram, filter, eventsHref(filter, prefixOf(reply.request)));
    },
  );
}
