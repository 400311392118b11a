import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { type AppParts, buildApp } from '../../../src/api/app.ts';
import type { Timeline } from '../../../src/timeline/timeline.ts';
import { openTestTimeline, type TestTimeline } from '../../support/open-test-timeline.ts';
import { answerChecker } from './answer-checker.ts';

export interface RestClient extends TestTimeline {
  readonly app: FastifyInstance;
  /** Every answer that comes back has been checked against the OpenAPI document. */
  request(url: string, options?: Omit<InjectOptions, 'url'>): Promise<LightMyRequestResponse>;
  /** As `request`, read as JSON. */
  get(url: string): Promise<unknown>;
}

/** The production app over the real use cases, perhaps with some methods laid over, and an empty SQLite database in memory. */
export async function openRest(
  parts: Partial<AppParts> = {},
  laidOver: (timeline: Timeline) => Partial<Timeline> = () => ({}),
): Promise<RestClient> {
  const { timeline, store, close } = await openTestTimeline();
  const app = await buildApp({
    timeline: { ...timeline, ...laidOver(timeline) },
    log: false,
    version: '0.0.0-test',
    readiness: async () => ({ ready: true }),
    ...parts,
  });
  const check = answerChecker(app.swagger());
  const request: RestClient['request'] = async (url, options = {}) => {
    const response = await app.inject({ ...options, url });
    check({ method: options.method ?? 'GET', url, response });
    return response;
  };
  return {
    app,
    timeline,
    store,
    request,
    get: async (url) => (await request(url)).json(),
    close: async () => {
      await app.close();
      await close();
    },
  };
}
