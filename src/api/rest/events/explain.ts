import Type from 'typebox';
import { EVENT_TYPES } from '../../../domain/event/event-type.ts';
import { JOIN_BASES, TIME_OUTCOMES } from '../../../domain/event/explanation.ts';
import { MODALITIES } from '../../../domain/event/mention.ts';
import { urlOf } from '../../../formats/event/addresses.ts';
import { explanationJson } from '../../../formats/event/explanation-json.ts';
import { redirectTo } from '../../http/public-address.ts';
import { setLinks } from '../links.ts';
import { PAGE_SIZE } from '../paging.ts';
import { ResolvedSchema } from '../resolve/resolve.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf, MOVED_ANSWER } from '../schemas/answers.ts';
import { CountSchema, named, nullable, refTo, ShareSchema, wordOf } from '../schemas/schema-parts.ts';
import { EventDateSchema, MentionSchema, ParticipantSchema } from '../schemas/served-schema.ts';
import { EventParamsSchema, findEvent, requireEventId } from './find-event.ts';

const ExplainQuerySchema = Type.Object(
  {
    limit: Type.Optional(
      Type.Integer({ minimum: 1, ...PAGE_SIZE, description: 'How many accounts are explained at most.' }),
    ),
  },
  { additionalProperties: false },
);

const TimeSchema = Type.Object(
  {
    outcome: wordOf(
      TIME_OUTCOMES,
      'What reading the article again says. SAME: what is stored. DIFFERENT: the rules have changed and give another date. UNREAD: they no longer see an expression there. NO_TEXT: the text is no longer kept. UNDATED: there is no expression.',
    ),
    note: nullable(Type.String({ description: 'The outcome in words.' })),
    readWith: nullable(Type.String({ description: 'The rule set that gave what is stored.' })),
    ruleSet: Type.String({ description: 'The rule set that reads it now.' }),
    resolution: nullable(ResolvedSchema),
    countedFrom: nullable(
      Type.String({
        description: 'The words that it was counted from, or "anchor"; null where none is needed.',
      }),
    ),
    hangsOn: nullable(
      Type.String({
        description:
          'The words that the expression hangs on, by the grammar of its sentence: the predicate with its subject, or a noun and the predicate above it. Null without an expression, a text or a parse.',
        examples: ['“resigned”, whose subject is “the minister”', '“talks”, under “failed”'],
      }),
    ),
  },
  { description: 'How the expression came to its date.' },
);

const JoiningSchema = Type.Object({
  basis: wordOf(JOIN_BASES, 'Why the account is in this event.'),
  because: Type.String({ description: 'The same in words.' }),
  threshold: Type.Number({ description: 'What a score must reach.' }),
  score: nullable(
    Type.Object(
      { score: ShareSchema, date: ShareSchema, actors: ShareSchema, type: ShareSchema, wording: ShareSchema },
      { description: 'How much the account agrees with those before it, in all and in each part.' },
    ),
  ),
});

const MentionExplanationSchema = Type.Object({
  mention: refTo(MentionSchema),
  anchorBecause: Type.String({ description: 'Why its anchor is that day.' }),
  time: TimeSchema,
  typeBecause: Type.String({ description: 'Why its type is that one.' }),
  actors: Type.Array(
    Type.Object({
      actor: ParticipantSchema,
      words: Type.Array(Type.Object({ text: Type.String(), start: CountSchema, end: CountSchema }), {
        description: 'Its names in the sentence; none where a pronoun or another word stands for it.',
      }),
    }),
  ),
  joining: JoiningSchema,
});

const ExplanationSchema = named(
  'Explanation',
  Type.Object(
    {
      event: Type.Object({
        id: Type.String(),
        title: Type.String(),
        date: EventDateSchema,
        type: wordOf(EVENT_TYPES),
        modality: wordOf(MODALITIES),
        revision: CountSchema,
      }),
      mentionCount: CountSchema,
      mentions: Type.Array(MentionExplanationSchema),
    },
    { description: 'What an event rests on, account by account in the order of reading.' },
  ),
);

/** `/v1/events/{id}/explain`. */
export const EXPLANATIONS: Resource = { schemas: [ExplanationSchema], addRoutes };

function addRoutes(app: RestApp, { timeline }: RestParts): void {
  app.get(
    '/v1/events/:id/explain',
    {
      schema: {
        operationId: 'explainEvent',
        tags: ['events'],
        summary: 'What an event rests on',
        description:
          'Down to each account’s sentence, expression, the words it hangs on, anchor, rule with its reason, rejected alternatives, type pattern, names and joining score. Times are read again from the articles’ texts by the rules of now; where these say otherwise, the outcome says so.',
        params: EventParamsSchema,
        querystring: ExplainQuerySchema,
        response: { ...cachedAnswersOf(ExplanationSchema, 'The explanation.'), ...MOVED_ANSWER },
      },
    },
    async ({ params, query }, reply) => {
      const id = requireEventId(params.id);
      setLinks(reply);
      const found = await findEvent(timeline, id);
      if (found.kind === 'merged')
        return redirectTo(reply, urlOf(`/v1/events/${found.into}/explain`, query), 308);
      return explanationJson(await timeline.explainEvent(found.event, query.limit));
    },
  );
}
