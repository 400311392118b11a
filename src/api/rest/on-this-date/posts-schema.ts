import Type from 'typebox';
import { DaySchema, named, nullable, wordOf } from '../schemas/schema-parts.ts';

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
  hedges: Type.Array(wordOf(['planned', 'reported', 'about'] as const), {
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

export const PostsSchema = named(
  'OnThisDatePosts',
  Type.Object({
    month: Type.Integer({ minimum: 1, maximum: 12 }),
    day: Type.Integer({ minimum: 1, maximum: 31 }),
    today: Type.String({ ...DaySchema, description: 'The day that it is in the time zone.' }),
    posts: Type.Array(PostSchema),
  }),
);
