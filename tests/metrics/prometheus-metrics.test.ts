import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openPrometheusMetrics, type PrometheusMetrics } from '../../src/metrics/prometheus-metrics.ts';
import {
  countArticles,
  watchQueue,
  watchService,
  watchThreads,
  watchTimelines,
} from '../../src/startup/watch-service.ts';
import { openTestTimeline } from '../support/open-test-timeline.ts';

const ANSWER = {
  method: 'GET',
  route: '/v1/events/:id',
  operation: null,
  status: 200,
  seconds: 0.02,
  copy: 'NONE',
} as const;

let metrics: PrometheusMetrics;

beforeEach(() => {
  metrics = openPrometheusMetrics();
});

const linesOf = async (name: string): Promise<readonly string[]> =>
  (await metrics.text()).split('\n').filter((line) => line.startsWith(name));

describe('an answer', () => {
  test('is counted by its route, operation and status', async () => {
    metrics.answered(ANSWER);
    metrics.answered({ ...ANSWER, route: '/graphql', operation: 'Events', status: 400 });
    metrics.answered({ ...ANSWER, route: null, status: 404 });
    expect(await linesOf('dateline_http_request_duration_seconds_count')).toEqual([
      'dateline_http_request_duration_seconds_count{method="GET",route="/v1/events/:id",operation="",status="200"} 1',
      'dateline_http_request_duration_seconds_count{method="GET",route="/graphql",operation="Events",status="400"} 1',
      'dateline_http_request_duration_seconds_count{method="GET",route="none",operation="",status="404"} 1',
    ]);
  });

  test('that is a copy is counted by its kind', async () => {
    metrics.answered({ ...ANSWER, copy: 'MEMORY' });
    metrics.answered({ ...ANSWER, status: 304, copy: 'NOT_MODIFIED' });
    metrics.answered(ANSWER);
    expect(await linesOf('dateline_http_copies_total')).toEqual([
      'dateline_http_copies_total{kind="memory"} 1',
      'dateline_http_copies_total{kind="not_modified"} 1',
    ]);
  });
});

test('names of operations beyond the hundredth are counted together', async () => {
  for (let n = 1; n <= 150; n += 1) metrics.answered({ ...ANSWER, operation: `Operation${n}` });
  const lines = await linesOf('dateline_http_request_duration_seconds_count');
  expect(lines).toHaveLength(101);
  expect(lines.at(-1)).toBe(
    'dateline_http_request_duration_seconds_count{method="GET",route="/v1/events/:id",operation="other",status="200"} 50',
  );
});

test('articles are counted by their outcome, refused ones too', async () => {
  const { timeline, close } = await openTestTimeline();
  const counting = countArticles(timeline, metrics);
  const editor = { by: 'ada', why: null };
  const send = (text: string) =>
    counting.ingestDocument({ bytes: Buffer.from(text), format: 'txt', maxBytes: 1000 }, { editor });
  await send('Ministers met in Brussels on 1 December 2021.');
  await send('Ministers met in Brussels on 1 December 2021.');
  await expect(send('')).rejects.toMatchObject({ code: 'BAD_ARTICLE' });
  expect(await linesOf('dateline_articles_total')).toEqual([
    'dateline_articles_total{outcome="added"} 1',
    'dateline_articles_total{outcome="unchanged"} 1',
    'dateline_articles_total{outcome="refused"} 1',
  ]);
  await close();
});

test('the dashboard and the alerts name only metrics that there are', async () => {
  const { timeline, close } = await openTestTimeline();
  await watchService(metrics, { timeline, file: 'package.json', version: '1.2.3' });
  watchThreads(metrics, new Map([['reads', () => ({ waiting: 3, oldestMs: 250 })]]));
  watchQueue(metrics, { count: async () => ({ QUEUED: 5, RUNNING: 2, FAILED: 1 }) });
  const problems = new Map([
    ['basin', null],
    ['harbour', 'the database is damaged'],
  ]);
  watchTimelines(metrics, { readProblems: async () => problems });
  expect(await linesOf('dateline_timeline')).toEqual([
    'dateline_timeline_ready{timeline="basin"} 1',
    'dateline_timeline_ready{timeline="harbour"} 0',
  ]);
  metrics.watch({ name: 'dateline_followers', help: 'open', read: () => 0 });
  expect(await linesOf('dateline_thread')).toEqual([
    'dateline_thread_calls_waiting{pool="reads"} 3',
    'dateline_thread_oldest_call_seconds{pool="reads"} 0.25',
  ]);
  expect(await linesOf('dateline_queue')).toEqual([
    'dateline_queue_articles{state="queued"} 5',
    'dateline_queue_articles{state="running"} 2',
    'dateline_queue_articles{state="failed"} 1',
  ]);
  const names = new Set([...(await metrics.text()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
  const dashboard = JSON.parse(await readFile('docs/monitoring/dashboard.json', 'utf8'));
  const alerts = parse(await readFile('docs/monitoring/alerts.yaml', 'utf8'));
  const expressions: string[] = [
    ...dashboard.panels.flatMap(({ targets }: { targets: { expr: string }[] }) =>
      targets.map(({ expr }) => expr),
    ),
    ...alerts.groups.flatMap(({ rules }: { rules: { expr: string }[] }) => rules.map(({ expr }) => expr)),
  ];
  expect(expressions).toHaveLength(25);
  expect(unknownMetrics(expressions, names)).toEqual([]);
  expect(unknownMetrics(['rate(dateline_events_total[5m])'], names)).toEqual(['dateline_events_total']);
  await close();
});

/** Metrics of a histogram have three suffixes. `up` is Prometheus' own. */
const unknownMetrics = (expressions: readonly string[], names: ReadonlySet<string | undefined>) =>
  expressions
    .flatMap((expression) => expression.match(/\b(?:dateline|nodejs|process)_\w+/g) ?? [])
    .filter((name) => !names.has(name) && !names.has(name.replace(/_(?:count|sum|bucket)$/, '')));
