import Type, { type Static } from 'typebox';
import { TimelineError } from '../../../domain/errors.ts';
import { JOB_STATES } from '../../../domain/job-state.ts';
import type { ArticleJob } from '../../../timeline/ingest/article-queue.ts';
import { IngestReportSchema, ingestReportJson } from '../articles/ingest-report.ts';
import { requireWriter } from '../require-writer.ts';
import type { Resource, RestApp, RestParts } from '../rest-app.ts';
import { answersOf } from '../schemas/answers.ts';
import { CountSchema, NoQuerySchema, named, nullable, refTo, wordOf } from '../schemas/schema-parts.ts';

const InstantSchema = Type.String({ format: 'date-time' });

export const JobSchema = named(
  'Job',
  Type.Object(
    {
      id: Type.String(),
      state: wordOf(
        JOB_STATES,
        'QUEUED: it waits, perhaps after a try that failed. FAILED: it is not tried again unless the operator says so.',
      ),
      createdAt: InstantSchema,
      startedAt: nullable(InstantSchema),
      finishedAt: nullable(InstantSchema),
      tries: CountSchema,
      report: nullable(refTo(IngestReportSchema)),
      refusal: nullable(
        Type.Object(
          { code: Type.String(), reason: Type.String() },
          { description: 'Why the last try failed.' },
        ),
      ),
    },
    { description: 'An article in the queue, with the result of reading it.' },
  ),
);

export const jobJson = ({ id, state, report, refusal, ...job }: ArticleJob) =>
  ({
    id,
    state,
    createdAt: job.createdAt,
    startedAt: job.startedAt,
    finishedAt: job.finishedAt,
    tries: job.tries,
    report: report && ingestReportJson(report),
    refusal,
  }) satisfies Static<typeof JobSchema>;

/** `/v1/jobs/{id}`. */
export const JOBS: Resource = { schemas: [JobSchema], addRoutes };

function addRoutes(app: RestApp, { queue, principalOf }: RestParts): void {
  app.get(
    '/v1/jobs/:id',
    {
      onRequest: async (request) => void requireWriter(principalOf, request),
      schema: {
        operationId: 'getJob',
        tags: ['articles'],
        summary: 'An article that was sent to the queue',
        description: 'Jobs that are done are forgotten after a week. Takes a bearer token.',
        security: [{ bearer: [] }],
        params: Type.Object({ id: Type.String() }),
        querystring: NoQuerySchema,
        response: answersOf(JobSchema, 'The job as it stands.'),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const job = await queue.getJob(id);
      if (job === undefined) throw new TimelineError('NOT_FOUND', `there is no job "${id}"`);
      reply.header('cache-control', 'no-store');
      return jobJson(job);
    },
  );
}
