import { expect, test } from 'vitest';
import { TimelineError } from '../../../src/domain/errors.ts';
import { toTimelineError } from '../../../src/store/postgres/postgres-errors.ts';

const failure = (message: string, code?: string): Error => Object.assign(new Error(message), { code });

test.each([
  ['a lock that is not given in time', failure('canceling statement', '55P03'), 'STORE_BUSY'],
  ['a deadlock', failure('deadlock detected', '40P01'), 'STORE_BUSY'],
  ['a server that is stopping', failure('terminating connection', '57P01'), 'STORE_BUSY'],
  ['a server that is gone', failure('connect ECONNREFUSED', 'ECONNREFUSED'), 'STORE_BUSY'],
  ['a server that hangs', failure('Query read timeout'), 'STORE_BUSY'],
  ['a pool without a free connection', failure('timeout exceeded when trying to connect'), 'STORE_BUSY'],
  ['a server without a free connection', failure('sorry, too many clients already', '53300'), 'STORE_BUSY'],
  ['a read beyond its limit', failure('canceling statement', '57014'), 'LIMIT_EXCEEDED'],
  ['a full disk', failure('could not extend file', '53100'), 'STORE_FULL'],
  ['a wrong password', failure('password authentication failed', '28P01'), 'BAD_CONFIG'],
  ['a pooler', failure('unsupported startup parameter: statement_timeout', '08P01'), 'BAD_CONFIG'],
  [
    'a server that is a replica',
    failure('cannot execute INSERT in a read-only transaction', '25006'),
    'STORE_BUSY',
  ],
  ['a user without the right to change', failure('permission denied', '42501'), 'READ_ONLY'],
  ['a damaged page', failure('invalid page in block', 'XX001'), 'STORE_CORRUPT'],
])('%s', (_, error, code) => {
  expect(toTimelineError(error)).toMatchObject({ code, cause: error });
});

test('a fault of a statement and an error of the domain stay as they are', () => {
  const fault = failure('syntax error', '42601');
  const refusal = new TimelineError('NOT_FOUND', 'there is no such event');
  expect([toTimelineError(fault), toTimelineError(refusal)]).toEqual([fault, refusal]);
});
