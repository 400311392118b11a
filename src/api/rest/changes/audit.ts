import Type from 'typebox';
import { AUDIT_ACTIONS, type AuditEntry } from '../../../domain/event/audit.ts';
import { subjectIdOf } from '../../../domain/event/ids.ts';
import { pageLinks, setLinks } from '../links.ts';
import { nodesOf, PAGE_SIZE, pageArgumentsOf, pageInfoJson, pageProperties, pageSchema } from '../paging.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { cachedAnswersOf } from '../schemas/answers.ts';
import { CountSchema, named, nullable, wordOf } from '../schemas/schema-parts.ts';

const EventStateSchema = Type.Object({
  id: Type.String(),
  revision: CountSchema,
  title: Type.String(),
  type: Type.String(),
  date: Type.String({ description: 'EDTF.' }),
  actors: Type.Array(Type.String()),
  mentions: Type.Array(Type.String()),
});

const AuditEntrySchema = named(
  'AuditEntry',
  Type.Object(
    {
      revision: CountSchema,
      action: wordOf(AUDIT_ACTIONS),
      subject: Type.String({ description: 'The event or article that was changed.' }),
      by: Type.String({ description: 'The name of a write token, or of the user of the command line.' }),
      at: Type.String({ format: 'date-time' }),
      why: nullable(Type.String()),
      before: Type.Array(EventStateSchema, { description: 'The changed events, as they were before.' }),
    },
    { description: 'One change to the timeline.' },
  ),
);

const AuditPageSchema = pageSchema('AuditPage', 'entries', AuditEntrySchema);

const AuditQuerySchema = Type.Object(
  {
    about: Type.Optional(
      Type.String({ maxLength: 100, description: 'Of this event or article alone, evt_… or art_….' }),
    ),
    ...pageProperties(PAGE_SIZE),
  },
  { additionalProperties: false },
);

/** `/v1/audit`: who changed what, when and why. */
export const AUDIT: Resource = { schemas: [AuditEntrySchema, AuditPageSchema], addRoutes };

function addRoutes(app: RestApp, { timeline }: RestParts): void {
  app.get(
    '/v1/audit',
    {
      schema: {
        operationId: 'listAudit',
        tags: ['changes'],
        summary: 'Who changed what, when and why',
        description: 'The newest entry first.',
        querystring: AuditQuerySchema,
        response: cachedAnswersOf(AuditPageSchema, 'One page of entries.'),
      },
    },
    async ({ query }, reply) => {
      const subject = query.about === undefined ? null : subjectIdOf(query.about);
      const page = await timeline.listAudit(subject, pageArgumentsOf(query));
      setLinks(reply, pageLinks('/v1/audit', query, page.pageInfo));
      return { entries: nodesOf(page).map(entryJson), pageInfo: pageInfoJson(page.pageInfo) };
    },
  );
}

const entryJson = ({ revision, action, subject, by, at, why, before }: AuditEntry) => ({
  revision,
  action,
  subject,
  by,
  at,
  why,
  before,
});
