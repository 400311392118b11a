import Type, { type Static } from 'typebox';
import type { ServersStanding } from '../../../store/port/store-servers.ts';
import { RequestError } from '../errors/request-error.ts';
import type { RestApp } from '../rest-app.ts';
import { answersOf } from '../schemas/answers.ts';
import { CountSchema, named, nullable, wordOf } from '../schemas/schema-parts.ts';

export interface FailingTimeline {
  readonly slug: string;
  readonly reason: string;
}

/** Whether the server can answer: the store works, and the bundled articles have been read. */
export type Readiness =
  | {
      readonly ready: true;
      readonly database?: ServersStanding;
      /** The further timelines that cannot be answered for. */
      readonly failingTimelines?: readonly FailingTimeline[];
    }
  | { readonly ready: false; readonly reason: string };

const ServersSchema = Type.Object({
  role: wordOf<ServersStanding['role']>(
    ['primary', 'replica', 'unreachable'],
    'The role of the database server that changes go to.',
  ),
  canWrite: Type.Boolean({ description: 'Whether that server takes changes now.' }),
  replicas: Type.Array(
    Type.Object({
      answers: Type.Boolean({ description: 'Whether reads go to it now.' }),
      lag: nullable(CountSchema),
    }),
    { description: 'In the order of REPLICA_URLS. The lag is in revisions, null where it is not known.' },
  ),
});

export const HealthSchema = named(
  'Health',
  Type.Object({
    status: wordOf(['up', 'ready']),
    version: Type.String(),
    database: Type.Optional(ServersSchema),
    failingTimelines: Type.Optional(
      Type.Array(Type.Object({ slug: Type.String(), reason: Type.String() }), {
        description: 'The further timelines that cannot be answered for, among those that were asked for.',
      }),
    ),
  }),
);

type Health = Omit<Static<typeof HealthSchema>, 'database' | 'failingTimelines'> & {
  readonly database?: ServersStanding;
  readonly failingTimelines?: readonly FailingTimeline[];
};

/** `/healthz` (the process runs) and `/readyz` (it can answer; 503 with the reason where it cannot yet). */
export function addHealthRoutes(app: RestApp, version: string, readiness: () => Promise<Readiness>): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get(
    '/healthz',
    {
      logLevel: 'warn',
      schema: {
        operationId: 'getHealth',
        tags: ['operation'],
        summary: 'Whether the process is up',
        description: 'For a container’s liveness probe: asks nothing of the store.',
        response: answersOf(HealthSchema, 'It is.'),
      },
    },
    async (): Promise<Health> => ({ status: 'up', version }),
  );

  app.get(
    '/readyz',
    {
      logLevel: 'warn',
      schema: {
        operationId: 'getReadiness',
        tags: ['operation'],
        summary: 'Whether the server can answer for its data',
        description:
          'For a load balancer: 503 with the reason while the store or the bundled articles are not ready.',
        response: answersOf(HealthSchema, 'It can.'),
      },
    },
    async (): Promise<Health> => {
      const state = await readiness();
      if (!state.ready) throw new RequestError('NOT_READY', state.reason);
      const { database, failingTimelines } = state;
      return {
        status: 'ready',
        version,
        ...(database && { database }),
        ...(failingTimelines && { failingTimelines }),
      };
    },
  );
}
