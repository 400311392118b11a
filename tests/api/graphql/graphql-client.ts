import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { type AppParts, buildApp } from '../../../src/api/app.ts';
import type { Timeline } from '../../../src/timeline/timeline.ts';
import { openTestTimeline, type TestTimeline } from '../../support/open-test-timeline.ts';

export interface GraphqlClient extends TestTimeline {
  readonly app: FastifyInstance;
  /** The answer to a query sent by POST, whatever its status, without what it cost. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<ExecutionResult>;
  /** As `ask`, with the status and the headers. */
  post(body: object, headers?: InjectOptions['headers']): Promise<LightMyRequestResponse>;
}

interface ClientParts extends Partial<Omit<AppParts, 'timeline'>> {
  /** Methods laid over those of the real timeline: to fail, or to be counted. */
  readonly laidOver?: (timeline: Timeline) => Partial<Timeline>;
}

/** The production app over the real use cases and an empty SQLite database in memory. */
export async function openGraphql({ laidOver, ...parts }: ClientParts = {}): Promise<GraphqlClient> {
  const { timeline, store, close } = await openTestTimeline();
  const app = await buildApp({
    timeline: { ...timeline, ...laidOver?.(timeline) },
    log: false,
    version: '0.0.0-test',
    readiness: async () => ({ ready: true }),
    ...parts,
  });
  const post: GraphqlClient['post'] = async (body, headers = {}) =>
    app.inject({ method: 'POST', url: '/graphql', headers, payload: body });
  return {
    app,
    timeline,
    store,
    post,
    ask: async (query, variables) => {
      const { extensions: _cost, ...answer } = (await post({ query, variables })).json();
      return answer;
    },
    close: async () => {
      await app.close();
      await close();
    },
  };
}
