import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJobQueue } from '../../src/store/open-store.ts';
import type { JobQueue } from '../../src/store/port/job-queue.ts';
import { articleQueue, performArticle } from '../../src/timeline/ingest/article-queue.ts';
import { openRest, type RestClient } from './rest/rest-client.ts';
import { ADAS_TOKEN, BY_ADA } from './write-token.ts';

const BRIDGE = { text: 'Emmanuel Macron met Olaf Scholz in Paris on 10 December 2021.', title: 'A visit' };
const MAX_BYTES = 1000;

let queue: JobQueue;
let rest: RestClient;
beforeEach(async () => {
  queue = await openJobQueue('sqlite::memory:', { limit: 2 });
  rest = await openRest({
    writeTokens: ADAS_TOKEN,
    maxArticleBytes: MAX_BYTES,
    queue: articleQueue(async () => queue),
  });
});
afterEach(async () => {
  await rest.close();
  await queue.close();
});

const send = (payload: object, path = '/v1/articles?async=true') =>
  rest.request(path, { method: 'POST', headers: BY_ADA, payload });
const ask = (path: string) => rest.request(path, { headers: BY_ADA });

const drain = (): Promise<void> =>
  queue.work(
    performArticle(rest.timeline, MAX_BYTES, () => {}),
    { lanes: 1, signal: new AbortController().signal, untilEmpty: true },
  );

describe('an article that is sent to the queue', () => {
  test('is answered at once with a job, which has its report once it is read', async () => {
    const sent = await send(BRIDGE, '/v1/articles?async=true&anchor=2021-12-28');
    expect(sent.statusCode).toBe(202);
    const job = sent.json();
    expect(sent.headers['location']).toBe(`/v1/jobs/${job.id}`);
    expect(job).toMatchObject({ state: 'QUEUED', tries: 0, finishedAt: null, report: null, refusal: null });
    expect(await rest.timeline.readRevision()).toBe(0);
    await drain();
    const asked = await ask(`/v1/jobs/${job.id}`);
    expect([asked.statusCode, asked.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(asked.json()).toMatchObject({
      id: job.id,
      state: 'DONE',
      tries: 1,
      report: {
        outcome: 'ADDED',
        title: 'A visit',
        anchor: { date: '2021-12-28', basis: 'OVERRIDE' },
        eventCount: 1,
        revision: 1,
      },
      refusal: null,
    });
    expect((await rest.timeline.listAudit(null, {})).edges.map(({ node }) => node.by)).toEqual(['ada']);
  });

  test('is refused by its job where it cannot be read', async () => {
    const { id } = (await send({ text: ' ' })).json();
    await drain();
    expect((await ask(`/v1/jobs/${id}`)).json()).toMatchObject({
      state: 'FAILED',
      tries: 1,
      report: null,
      refusal: { code: 'BAD_ARTICLE', reason: 'the text is empty' },
    });
  });

  test('is read once, however often it is sent', async () => {
    const ids = [(await send(BRIDGE)).json().id, (await send(BRIDGE)).json().id];
    await drain();
    const jobs = await Promise.all(ids.map(async (id) => (await ask(`/v1/jobs/${id}`)).json()));
    expect(jobs.map(({ report }) => report.outcome)).toEqual(['ADDED', 'UNCHANGED']);
  });

  test('is refused for a while when the queue is full', async () => {
    await send(BRIDGE);
    await send(BRIDGE);
    const refused = await send(BRIDGE);
    expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([
      503,
      'STORE_BUSY',
      '1',
    ]);
  });
});

test('jobs are for those who may write, and unknown ones are not found', async () => {
  const { id } = (await send(BRIDGE)).json();
  expect((await rest.request(`/v1/jobs/${id}`)).statusCode).toBe(401);
  expect((await ask('/v1/jobs/job_0')).statusCode).toBe(404);
  expect((await ask(`/v1/jobs/${id}?fields=id`)).json().code).toBe('UNKNOWN_PARAMETER');
});

test('a server without a queue says so', async () => {
  const without = await openRest({ writeTokens: ADAS_TOKEN });
  const options = { method: 'POST', headers: BY_ADA, payload: BRIDGE } as const;
  expect((await without.request('/v1/articles?async=true', options)).json().code).toBe('READ_ONLY');
  await without.close();
});

describe('GraphQL', () => {
  const run = async (query: string, variables: object, headers: Record<string, string> = BY_ADA) =>
    (
      await rest.app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } })
    ).json();
  const ENQUEUE = `mutation Enqueue($article: ArticleInput!) {
    enqueueArticle(article: $article, anchor: "2021-12-28") { id state tries report { outcome } }
  }`;
  const JOB = `query Job($id: ID!) {
    job(id: $id) { id state tries report { outcome eventCount article { title } } refusal { code reason } }
  }`;

  test('gives the job of an article, and later the result', async () => {
    const { id, ...job } = (await run(ENQUEUE, { article: BRIDGE })).data.enqueueArticle;
    expect(job).toEqual({ state: 'QUEUED', tries: 0, report: null });
    await drain();
    expect((await run(JOB, { id })).data.job).toEqual({
      id,
      state: 'DONE',
      tries: 1,
      report: { outcome: 'ADDED', eventCount: 1, article: { title: 'A visit' } },
      refusal: null,
    });
  });

  test('keeps jobs from readers, and gives null for an unknown one', async () => {
    const { errors } = await run(JOB, { id: 'job_0' }, {});
    expect(errors[0].extensions.code).toBe('UNAUTHORIZED');
    expect((await run(JOB, { id: 'job_0' })).data).toEqual({ job: null });
  });
});
