import type { FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { MonthDay } from '../../../domain/query/timeline-query.ts';
import { partsOf } from '../../../domain/time/calendar-date.ts';
import { HEDGES, POST_ID_PATTERN, readPostId } from '../../../formats/posts/post-entry.ts';
import { postEntries } from '../../../formats/posts/rank-posts.ts';
import { notYetPosted } from '../../../timeline/read/anniversary.ts';
import { monthDayOr } from '../../../timeline/read/on-this-date.ts';
import { callerOf } from '../../http/caller.ts';
import { setLinks } from '../links.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { DaySchema, named, nullable, wordOf } from '../schemas/schema-parts.ts';
import { IncludeSchema, MonthDayParamsSchema, monthDayPath, TimeZoneSchema } from './on-this-date.ts';

const PostIdSchema = Type.String({
  description: 'An event in a year: the same over edits and merges, and a record key that Bluesky takes.',
});

const FacetSchema = Type.Object({
  index: Type.Object({
    byteStart: Type.Integer({ minimum: 0 }),
    byteEnd: Type.Integer({ minimum: 0, description: 'Exclusive.' }),
  }),
  features: Type.Array(Type.Object({ $type: Type.String(), uri: Type.String({ format: 'uri' }) })),
});

const PostSchema = Type.Object({
  postId: PostIdSchema,
  absorbed: Type.Array(Type.String(), {
    description: 'The postIds of events that were merged into it: if one was posted, this was.',
  }),
  event: Type.String(),
  revision: Type.Integer({ minimum: 1 }),
  rank: Type.Integer({
    minimum: 1,
    description: 'Its place among those of the day, by confidence, sources and round anniversaries.',
  }),
  title: Type.String(),
  date: Type.Object({ edtf: Type.String(), display: Type.String() }),
  yearsAgo: nullable(Type.Integer()),
  hedges: Type.Array(wordOf(HEDGES), {
    description: 'What every text says so that it does not say more than is known.',
  }),
  language: Type.String({ description: 'BCP 47.' }),
  link: Type.String({ format: 'uri' }),
  sources: Type.Array(Type.Object({ name: Type.String(), url: nullable(Type.String()) })),
  texts: Type.Object({
    bluesky: Type.String({
      description: 'At most 300 graphemes and 3000 bytes of UTF-8; its link is made by the facets.',
    }),
    mastodon: Type.String({ description: 'At most 500 characters, a URL counted as 23.' }),
    plain: Type.String({ description: 'Uncut.' }),
  }),
  facets: Type.Array(FacetSchema, {
    description: 'Of the text for Bluesky (app.bsky.richtext.facet): positions are bytes of UTF-8.',
  }),
});

const PostsSchema = named(
  'OnThisDatePosts',
  Type.Object({
    month: Type.Integer({ minimum: 1, maximum: 12 }),
    day: Type.Integer({ minimum: 1, maximum: 31 }),
    today: Type.String({ ...DaySchema, description: 'The day that it is in the time zone.' }),
    posts: Type.Array(PostSchema),
  }),
);

const MOST_POSTS = 100;

const QuerySchema = Type.Object(
  {
    tz: TimeZoneSchema,
    include: IncludeSchema,
    after: Type.Optional(
      Type.Array(Type.String({ pattern: POST_ID_PATTERN }), {
        maxItems: MOST_POSTS,
        description:
          'postIds that were posted: each leaves out its entry, also where another has absorbed it, and those listed before it. Ids of other days and years leave out nothing.',
      }),
    ),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: MOST_POSTS,
        description: 'At most so many entries, 100 by default.',
      }),
    ),
  },
  { additionalProperties: false },
);

const DOCUMENTATION = {
  tags: ['events'],
  description:
    'Texts within the limits of each network, of the events that /v1/on-this-date lists, in the order in which they first appeared: what is told later comes at the end. A postId stands for an event in the year of today; it outlives edits, and an entry lists those of the events that it has absorbed.',
  querystring: QuerySchema,
  response: cachedAnswersOf(PostsSchema, 'What a bot may post on that day.'),
};

/** `/v1/on-this-date/today.posts.json` and `/v1/on-this-date/{MM}/{DD}.posts.json`. */
export const POSTS: Resource = { schemas: [PostsSchema], addRoutes };

function addRoutes(app: RestApp, { timeline, originOf }: RestParts): void {
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    given: Partial<MonthDay>,
    { tz, include, after = [], limit = MOST_POSTS }: Static<typeof QuerySchema>,
  ) => {
    const { today } = timeline.readClock(tz);
    const { year } = partsOf(today);
    const monthDay = monthDayOr(() => today, given);
    const anniversaries = await timeline.listAnniversaries(monthDay, {
      today,
      caller: callerOf(reply),
      ...(include !== undefined && { include }),
    });
    const posted = after.map(readPostId).flatMap((each) => (each?.year === year ? [each.event] : []));
    const chosen = notYetPosted(anniversaries, posted).slice(0, limit);
    const posts = postEntries(anniversaries, { origin: originOf(request), year }, chosen);
    return { ...monthDay, today, posts };
  };

  app.get(
    '/v1/on-this-date/today.posts.json',
    {
      config: { untilMidnight: true },
      schema: { ...DOCUMENTATION, operationId: 'listPostsToday', summary: 'What a bot may post today' },
    },
    async (request, reply) => {
      const body = await answer(request, reply, {}, request.query);
      const canonical = {
        rel: 'alternate',
        href: `${monthDayPath(body)}.posts.json`,
        type: 'application/json',
      };
      setLinks(reply, [canonical]);
      return body;
    },
  );

  app.get(
    '/v1/on-this-date/:month/:day.posts.json',
    {
      config: { untilMidnight: true },
      schema: {
        ...DOCUMENTATION,
        operationId: 'listPosts',
        summary: 'What a bot may post on that day',
        params: MonthDayParamsSchema,
      },
    },
    async (request, reply) => {
      const { month, day } = request.params;
      setLinks(reply);
      return answer(request, reply, { month: Number(month), day: Number(day) }, request.query);
    },
  );
}
