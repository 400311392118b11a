import { explanationJson } from '../../formats/event/explanation-json.ts';
import { urlOf } from '../http/urls.ts';
import { cachedAnswersOf, MOVED_ANSWER } from './answers.ts';
import { ExplainQuerySchema, ExplanationSchema } from './explain-schema.ts';
import { EventParamsSchema, findEvent, requireEventId } from './find-event.ts';
import { linkHeader, SERVICE_DESCRIPTION } from './page-links.ts';
import type { RestApp, RestParts } from './rest-app.ts';

/** `/v1/events/{id}/explain`. */
export function addExplainRoutes(app: RestApp, { timeline }: RestParts): void {
  app.get(
    '/v1/events/:id/explain',
    {
      schema: {
        operationId: 'explainEvent',
        tags: ['events'],
        summary: 'What an event rests on',
        description:
          'Down to each account’s sentence, expression, anchor, rule with its reason, rejected alternatives, type pattern, names and joining score. Times are read again from the articles’ texts by the rules of now; where these say otherwise, the outcome says so.',
        params: EventParamsSchema,
        querystring: ExplainQuerySchema,
        response: { ...cachedAnswersOf(ExplanationSchema, 'The explanation.'), ...MOVED_ANSWER },
      },
    },
    async ({ params, query }, reply) => {
      const id = requireEventId(params.id);
      reply.header('link', linkHeader([SERVICE_DESCRIPTION]));
      const found = await findEvent(timeline, id);
      if (found.kind === 'merged')
        return reply.redirect(urlOf(`/v1/events/${found.into}/explain`, query), 308);
      return explanationJson(await timeline.explainEvent(found.event, query.limit));
    },
  );
}
