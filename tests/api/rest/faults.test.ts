import { pino } from 'pino';
import { expect, test } from 'vitest';
import { ERROR_TABLE } from '../../../src/api/errors.ts';
import { ERROR_CODES, TimelineError } from '../../../src/domain/errors.ts';
import { openRest, type RestClient } from './rest-client.ts';

interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

const INFO = 30;
const ERROR = 50;

/** A client whose log is kept in memory, and what is in it. */
async function openLogged(): Promise<{ rest: RestClient; lines: LogLine[] }> {
  const lines: LogLine[] = [];
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as LogLine) });
  return { rest: await openRest({ log }), lines };
}

test('an error that nobody foresaw is masked, and logged with its cause under the id that the client gets', async () => {
  const { rest, lines } = await openLogged();
  await rest.store.close();
  const problem = (await rest.get('/v1/events/evt_x')) as Record<string, unknown>;
  expect(problem).toEqual({
    type: '/problems/INTERNAL',
    title: 'Internal error',
    status: 500,
    code: 'INTERNAL',
    detail: ERROR_TABLE.INTERNAL.description,
    instance: '/v1/events/evt_x',
    errorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  const logged = lines.filter(({ level }) => level >= ERROR);
  expect(logged).toEqual([
    expect.objectContaining({
      errorId: problem['errorId'],
      reqId: problem['errorId'],
      err: expect.objectContaining({ message: expect.stringContaining('not open') }),
    }),
  ]);
});

test('what a client did wrong is logged at info, with its code', async () => {
  const { rest, lines } = await openLogged();
  await rest.request('/v1/events?limit=0');
  expect(lines.filter(({ level }) => level > INFO)).toEqual([]);
  expect(lines.find(({ msg }) => msg === 'request refused')).toMatchObject({
    code: 'BAD_PARAMETER',
    status: 400,
  });
  await rest.close();
});

test('a server that is not ready says so and when to ask again', async () => {
  const rest = await openRest({
    readiness: async () => ({ ready: false, reason: 'the bundled articles are being read' }),
  });
  const response = await rest.request('/readyz');
  expect([response.statusCode, response.headers['retry-after'], response.json().detail]).toEqual([
    503,
    '1',
    'the bundled articles are being read',
  ]);
  await rest.close();
});

test('readiness that fails is a fault', async () => {
  const rest = await openRest({
    readiness: () => Promise.reject(new TimelineError('STORE_CORRUPT', 'page 7 is torn')),
  });
  const response = await rest.request('/readyz');
  expect([response.statusCode, response.json().code, response.json().detail]).toEqual([
    500,
    'STORE_CORRUPT',
    ERROR_TABLE.STORE_CORRUPT.description,
  ]);
  await rest.close();
});

test.each(ERROR_CODES)('%s has a status that tells the client from the server', (code) => {
  expect(ERROR_TABLE[code].status).toBeGreaterThanOrEqual(400);
});
