import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { TimelineError } from '../../../domain/errors.ts';
import { PURGE_REASONS } from '../../../domain/event/audit.ts';
import { type ArticleId, articleId, kindOfId } from '../../../domain/event/ids.ts';
import { requireCalendarDate } from '../../../domain/time/calendar-date.ts';
import { publicPath } from '../../http/public-address.ts';
import { JobSchema, jobJson } from '../jobs/jobs.ts';
import { requirePurger, requireWriter } from '../require-writer.ts';
import type { Resource, RestApp, RestParts, SchemaTypes } from '../rest-app.ts';
import { answersOf } from '../schemas/answers.ts';
import { DaySchema, NoQuerySchema, nullable, wordOf } from '../schemas/schema-parts.ts';
import { ArticleParamsSchema } from './articles.ts';
import {
  IngestReportSchema,
  ingestReportJson,
  PurgeReportSchema,
  RetractionSchema,
} from './ingest-report.ts';

/** The media types that are read, with the format of each. */
const FORMATS = {
  'application/json': 'json',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'text/html': 'html',
} as const;

/** JSON may write a code unit as six bytes (`\u0000`); the metadata take the rest. */
const bodyLimitOf = (maxArticleBytes: number): number => maxArticleBytes * 6 + 64 * 1024;

const IngestQuerySchema = Type.Object(
  {
    anchor: Type.Optional(Type.String({ ...DaySchema, description: 'Read it as written on this day.' })),
    restore: Type.Optional(
      Type.String({ enum: ['true', 'false'], description: '`true` takes a retracted article up again.' }),
    ),
    async: Type.Optional(
      Type.String({
        enum: ['true', 'false'],
        description: '`true` puts it into the queue and answers 202 at once; `false` if left out.',
      }),
    ),
  },
  { additionalProperties: false },
);

const AnchorBodySchema = Type.Object(
  { anchor: nullable(Type.String({ ...DaySchema, description: 'Null for the day that it gives itself.' })) },
  { additionalProperties: false },
);

const PurgeBodySchema = Type.Object({ reason: wordOf(PURGE_REASONS) }, { additionalProperties: false });

/** How articles are added, dated anew, taken back and removed for good. */
export const ARTICLE_WRITING: Resource = {
  schemas: [IngestReportSchema, RetractionSchema, PurgeReportSchema],
  addRoutes: (app, parts) => {
    addCorrections(app, parts);
    addPurge(app, parts);
    app.register(async (scope) => addIngestion(scope.withTypeProvider<SchemaTypes>(), parts));
  },
};

/** `POST /v1/articles`, in a scope of its own: there a body stays the bytes that were sent. */
function addIngestion(app: RestApp, { timeline, queue, principalOf, maxArticleBytes }: RestParts): void {
  app.addContentTypeParser(Object.keys(FORMATS), { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.post(
    '/v1/articles',
    {
      bodyLimit: bodyLimitOf(maxArticleBytes),
      onRequest: async (request) => void requireWriter(principalOf, request),
      config: { documentedBody: DOCUMENTED_BODY },
      schema: {
        operationId: 'ingestArticle',
        tags: ['articles'],
        summary: 'Read an article into the timeline',
        description:
          'The same article again changes nothing (200); a new one, or a new text of a known URL, is added (201). With `async=true` it is read later (202), and its job has the result. Takes a bearer token.',
        security: [{ bearer: [] }],
        querystring: IngestQuerySchema,
        response: {
          ...answersOf(IngestReportSchema, 'It was known; nothing changed, or it was read from another day.'),
          201: { ...answersOf(IngestReportSchema, 'It was added.')[200], headers: locationOf('the article') },
          202: { ...answersOf(JobSchema, 'It waits in the queue.')[200], headers: locationOf('the job') },
        },
      },
    },
    async (request, reply) => {
      const { anchor: day, async: isQueued, restore } = request.query;
      const by = requireWriter(principalOf, request);
      const [format, charset] = [formatOf(request), charsetOf(request)];
      const anchor = day === undefined ? {} : { anchor: requireCalendarDate(day) };
      if (isQueued === 'true') {
        const task = { name: null, format, ...charset, ...anchor, restore: restore === 'true', by };
        const job = await queue.enqueue(task, bytesOf(request.body));
        reply.code(202).header('location', publicPath(request, `/v1/jobs/${job.id}`));
        return jobJson(job);
      }
      const report = await timeline.ingestDocument(
        { bytes: bytesOf(request.body), format, maxBytes: maxArticleBytes, ...charset },
        { editor: { by, why: null }, restore: restore === 'true', ...anchor },
      );
      const isNew = report.outcome === 'ADDED' || report.outcome === 'SUPERSEDED';
      if (isNew) reply.code(201).header('location', publicPath(request, `/v1/articles/${report.articleId}`));
      return ingestReportJson(report);
    },
  );
}

/** Changes to a stored article. */
function addCorrections(app: RestApp, { timeline, principalOf }: RestParts): void {
  const documentation = { tags: ['articles'], security: [{ bearer: [] }], params: ArticleParamsSchema };
  const onRequest = async (request: FastifyRequest) => void requireWriter(principalOf, request);

  app.post(
    '/v1/articles/:id/anchor',
    {
      onRequest,
      schema: {
        ...documentation,
        operationId: 'reanchorArticle',
        summary: 'Read an article as written on another day',
        description: 'Its own mentions are dated anew; ids stay. Takes a bearer token.',
        querystring: NoQuerySchema,
        body: AnchorBodySchema,
        response: answersOf(IngestReportSchema, 'What came of it.'),
      },
    },
    async (request) => {
      const { anchor } = request.body;
      const day = anchor === null ? null : requireCalendarDate(anchor);
      const editor = { by: requireWriter(principalOf, request), why: null };
      return ingestReportJson(
        await timeline.reanchorArticle(requireArticleId(request.params.id), day, editor),
      );
    },
  );

  app.delete(
    '/v1/articles/:id',
    {
      onRequest,
      schema: {
        ...documentation,
        operationId: 'retractArticle',
        summary: 'Take an article back',
        description:
          'Its text and its mentions go, and events that no other article dates are withdrawn. Takes a bearer token.',
        querystring: NoQuerySchema,
        response: answersOf(RetractionSchema, 'What came of it.'),
      },
    },
    async (request) =>
      timeline.retractArticle(requireArticleId(request.params.id), {
        by: requireWriter(principalOf, request),
        why: null,
      }),
  );
}

/** `POST /v1/articles/{id}/purge`, with a right of its own. */
function addPurge(app: RestApp, { timeline, principalOf }: RestParts): void {
  app.post(
    '/v1/articles/:id/purge',
    {
      onRequest: async (request) => void requirePurger(principalOf, request),
      schema: {
        operationId: 'purgeArticle',
        tags: ['articles'],
        summary: 'Remove an article for good',
        security: [{ bearer: [] }],
        description:
          'Its text, titles and quotes leave every version. Events and versions that rested on it alone answer 410 (PURGED). It is never taken up again. Takes a token with the right to purge.',
        params: ArticleParamsSchema,
        querystring: NoQuerySchema,
        body: PurgeBodySchema,
        response: answersOf(PurgeReportSchema, 'What came of it.'),
      },
    },
    (request) =>
      timeline.purgeArticle(
        requireArticleId(request.params.id),
        request.body.reason,
        requirePurger(principalOf, request),
      ),
  );
}

const locationOf = (subject: string) => ({
  'cache-control': { type: 'string', description: 'How long a copy may be used without asking.' },
  location: { type: 'string', description: `Where ${subject} is.` },
});

const DOCUMENTED_BODY = {
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['text'],
        properties: { text: { type: 'string' } },
        description: 'As schema/article.schema.json says: text, title, publisher, url, publishedOn, …',
      },
    },
    'text/plain': {
      schema: { type: 'string', description: 'The text alone, in UTF-8 or the declared `charset`.' },
    },
    'text/markdown': { schema: { type: 'string', description: 'Metadata as YAML front matter.' } },
    'text/html': {
      schema: {
        type: 'string',
        description: 'A saved page, in the `charset` of the request, or the one it declares itself.',
      },
    },
  },
};

function formatOf({ headers }: FastifyRequest): (typeof FORMATS)[keyof typeof FORMATS] {
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const format = Object.entries(FORMATS).find(([name]) => name === mediaType)?.[1];
  return format ?? 'json';
}

/** `text/html; charset=windows-1252` → windows-1252. */
function charsetOf({ headers }: FastifyRequest): { readonly charset?: string } {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1];
  return charset === undefined ? {} : { charset };
}

const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array());

function requireArticleId(text: string): ArticleId {
  if (kindOfId(text) !== 'article')
    throw new TimelineError('NOT_FOUND', `"${text}" is not the id of an article`);
  return articleId(text);
}
