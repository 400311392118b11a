import type { Static } from 'typebox';
import Type from 'typebox';
import { requireCalendarDate } from '../../../domain/time/calendar-date.ts';
import {
  DIRECTIONS,
  RESOLUTION_MODES,
  type Resolution,
  type Unresolved,
} from '../../../domain/time/resolution.ts';
import { resolutionJson } from '../../../formats/event/explanation-json.ts';
import { setLinks } from '../links.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { answersOf, cachedAnswersOf } from '../schemas/answers.ts';
import { CountSchema, named, nullable, ShareSchema, wordOf } from '../schemas/schema-parts.ts';
import { AnchorSchema, EventDateSchema, TimexSchema } from '../schemas/served-schema.ts';

/** In UTF-16 code units: the first fits into a URL, the second is still read at once. */
const LONGEST_QUERY_TEXT = 2_000;
const LONGEST_BODY_TEXT = 50_000;
/** JSON may write a code unit as six bytes (`\u0000`). */
const LARGEST_RESOLVE_BODY = LONGEST_BODY_TEXT * 6 + 1_000;

const inputSchema = (maxLength: number) =>
  Type.Object(
    {
      text: Type.String({ maxLength, description: 'English text.' }),
      anchor: Type.Optional(
        Type.String({
          format: 'date',
          description: 'The day it was written; the timeline’s own by default.',
        }),
      ),
      mode: Type.Optional(
        wordOf(
          RESOLUTION_MODES,
          'From where times are counted: NEWS from the anchor, NARRATIVE from the time that was mentioned last. By default the text decides.',
        ),
      ),
    },
    { additionalProperties: false },
  );

const ResolveQuerySchema = inputSchema(LONGEST_QUERY_TEXT);
const ResolveBodySchema = inputSchema(LONGEST_BODY_TEXT);

const ReferenceSchema = Type.Object(
  {
    kind: wordOf(['ANCHOR', 'EXPRESSION', 'NONE']),
    start: Type.Optional(CountSchema),
    end: Type.Optional(CountSchema),
  },
  { description: 'What the value was computed from.' },
);

export const ResolvedSchema = Type.Object({
  kind: Type.Literal('resolved'),
  timex: TimexSchema,
  date: nullable(EventDateSchema),
  rule: Type.String(),
  because: Type.String({ description: 'Why the rule reads it so, for people.' }),
  alternatives: Type.Array(Type.Object({ value: Type.String(), because: Type.String() }), {
    description: 'Other meanings that were weighed, as TIMEX3 values, and why each was rejected.',
  }),
  direction: nullable(wordOf(DIRECTIONS)),
  reference: ReferenceSchema,
  confidence: ShareSchema,
});

const UnresolvedSchema = Type.Object({
  kind: Type.Literal('unresolved'),
  text: Type.String(),
  start: CountSchema,
  end: CountSchema,
  rule: Type.String(),
  reason: Type.String(),
});

const ResolutionsSchema = named(
  'Resolutions',
  Type.Object(
    {
      anchor: AnchorSchema,
      expressions: Type.Array(Type.Union([ResolvedSchema, UnresolvedSchema])),
    },
    { description: 'The time expressions of a text, in its order.' },
  ),
);

const DOCUMENTATION = {
  tags: ['resolve'],
  description: 'Each expression with its TIMEX3 value, its date and the rule that read it. Nothing is kept.',
};

/** `/v1/resolve`, by GET for a sentence and by POST for an article. */
export const RESOLVE: Resource = { schemas: [ResolutionsSchema], addRoutes };

function addRoutes(app: RestApp, { timeline, defaultAnchor }: RestParts): void {
  const answer = async ({ text, anchor, mode }: Static<typeof ResolveBodySchema>) => {
    const date = anchor === undefined ? defaultAnchor : requireCalendarDate(anchor);
    const expressions = await timeline.resolveText(text, date, mode === undefined ? {} : { mode });
    return {
      anchor: { date, basis: anchor === undefined ? 'DEFAULT' : 'OVERRIDE' },
      expressions: expressions.map(expressionJson),
    };
  };

  app.get(
    '/v1/resolve',
    {
      schema: {
        ...DOCUMENTATION,
        operationId: 'resolve',
        summary: 'What the time expressions of a sentence mean',
        querystring: ResolveQuerySchema,
        response: cachedAnswersOf(ResolutionsSchema, 'The expressions.'),
      },
    },
    async ({ query }, reply) => {
      setLinks(reply);
      return answer(query);
    },
  );

  app.post(
    '/v1/resolve',
    {
      bodyLimit: LARGEST_RESOLVE_BODY,
      schema: {
        ...DOCUMENTATION,
        operationId: 'resolveLongText',
        summary: 'What the time expressions of a whole text mean',
        body: ResolveBodySchema,
        response: answersOf(ResolutionsSchema, 'The expressions.'),
      },
    },
    async ({ body }) => answer(body),
  );
}

function expressionJson(expression: Resolution | Unresolved) {
  if (expression.kind === 'unresolved') {
    const { kind, text, start, end, rule, reason } = expression;
    return { kind, text, start, end, rule, reason };
  }
  return resolutionJson(expression);
}
