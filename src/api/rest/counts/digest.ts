import Type from 'typebox';
import { digestDayJson } from '../../../formats/event/digest-json.ts';
import { readFilter } from '../../../timeline/filter/read-filter.ts';
import { MAX_PAGE_SIZE } from '../../../timeline/paging/page-request.ts';
import { DEFAULT_DIGEST_DAYS } from '../../../timeline/read/digest.ts';
import { callerOf } from '../../http/caller.ts';
import { filterQuery } from '../events/event-query.ts';
import { setLinks } from '../links.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { CountSchema, DaySchema, named, refTo } from '../schemas/schema-parts.ts';
import { EventSummarySchema } from '../schemas/served-schema.ts';

const DigestDaySchema = Type.Object({
  date: DaySchema,
  score: Type.Number({
    minimum: 0,
    maximum: 2,
    description: 'The share of the highest articleCount plus the share of the highest laterCount.',
  }),
  articleCount: {
    ...CountSchema,
    description: 'Independent articles with an account of this very day; copies of a text count once.',
  },
  laterCount: { ...CountSchema, description: 'Those of them that were published two or more days later.' },
  sourceCount: { ...CountSchema, description: 'Independent sources of the leading event.' },
  event: refTo(EventSummarySchema),
});

const DigestSchema = named('Digest', Type.Object({ days: Type.Array(DigestDaySchema) }));

const QuerySchema = filterQuery(
  {
    days: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: MAX_PAGE_SIZE,
        default: DEFAULT_DIGEST_DAYS,
        description: 'How many days at most.',
      }),
    ),
  },
  [],
);

/** `/v1/digest`. */
export const DIGEST: Resource = { schemas: [DigestSchema], addRoutes };

function addRoutes(app: RestApp, { timeline }: RestParts): void {
  app.get(
    '/v1/digest',
    {
      schema: {
        operationId: 'getDigest',
        tags: ['events'],
        summary: 'The days that matter most, each with its leading event',
        description:
          'The story in a few dates, in the order of time. A day scores by the articles that tell of it, and by those among them that still do two or more days later.',
        querystring: QuerySchema,
        response: cachedAnswersOf(DigestSchema, 'The days.'),
      },
    },
    async ({ query }, reply) => {
      setLinks(reply);
      const { days = DEFAULT_DIGEST_DAYS } = query;
      const digest = await timeline.digest({ filter: readFilter(query), days, caller: callerOf(reply) });
      return { days: digest.map(digestDayJson) };
    },
  );
}
