import type { Static } from 'typebox';
import { requireCalendarDate } from '../../domain/time/calendar-date.ts';
import type { Resolution, Unresolved } from '../../domain/time/resolution.ts';
import { resolutionJson } from '../../formats/event/resolution-json.ts';
import { answersOf, cachedAnswersOf } from './answers.ts';
import { linkHeader, SERVICE_DESCRIPTION } from './page-links.ts';
import {
  LARGEST_RESOLVE_BODY,
  ResolutionsSchema,
  ResolveBodySchema,
  ResolveQuerySchema,
} from './resolve-schema.ts';
import type { RestApp, RestParts } from './rest-app.ts';

const DOCUMENTATION = {
  tags: ['resolve'],
  description: 'Each expression with its TIMEX3 value, its date and the rule that read it. Nothing is kept.',
};

/** `/v1/resolve`, by GET for a sentence and by POST for an article. */
export function addResolveRoutes(app: RestApp, { timeline, defaultAnchor }: RestParts): void {
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
      reply.header('link', linkHeader([SERVICE_DESCRIPTION]));
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
