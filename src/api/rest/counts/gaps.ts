import Type from 'typebox';
import { gapJson } from '../../../formats/event/gap-json.ts';
import { readFilter } from '../../../timeline/filter/read-filter.ts';
import { MAX_PAGE_SIZE } from '../../../timeline/paging/page-request.ts';
import { DEFAULT_GAPS } from '../../../timeline/read/find-gaps.ts';
import { callerOf } from '../../http/caller.ts';
import { filterQuery } from '../events/event-query.ts';
import { setLinks } from '../links.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { CountSchema, DaySchema, named, refTo } from '../schemas/schema-parts.ts';
import { EventSummarySchema } from '../schemas/served-schema.ts';

const GapSchema = Type.Object({
  from: DaySchema,
  to: Type.String({ ...DaySchema, description: 'The last day, inclusive.' }),
  days: Type.Integer({ minimum: 1, description: 'Both ends counted.' }),
  possibleCount: { ...CountSchema, description: 'How many events could lie in it, for all that is known.' },
  possible: Type.Array(refTo(EventSummarySchema), { description: 'The first twenty of these.' }),
});

const GapsSchema = named('Gaps', Type.Object({ gaps: Type.Array(GapSchema) }));

const QuerySchema = filterQuery(
  {
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: MAX_PAGE_SIZE,
        default: DEFAULT_GAPS,
        description: 'How many gaps at most.',
      }),
    ),
  },
  ['match'],
);

/** `/v1/gaps`. */
export const GAPS: Resource = { schemas: [GapsSchema], addRoutes };

function addRoutes(app: RestApp, { timeline }: RestParts): void {
  app.get(
    '/v1/gaps',
    {
      schema: {
        operationId: 'listGaps',
        tags: ['events'],
        summary: 'The longest stretches without a certain event',
        description:
          'The longest first. No event that passes the filter surely lies in such a stretch (match=WITHIN finds none); those that could (match=OVERLAPS) are named as possible. Without from and to the stretches lie between events.',
        querystring: QuerySchema,
        response: cachedAnswersOf(GapsSchema, 'The gaps.'),
      },
    },
    async ({ query }, reply) => {
      setLinks(reply);
      const { limit = DEFAULT_GAPS } = query;
      const gaps = await timeline.findGaps({
        filter: readFilter(query),
        first: limit,
        caller: callerOf(reply),
      });
      return { gaps: gaps.map(gapJson) };
    },
  );
}
