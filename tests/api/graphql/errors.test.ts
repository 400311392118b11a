import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { TimelineError } from '../../../src/domain/errors.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';
import { saveAccounts } from './stored-accounts.ts';

interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly code?: string;
  readonly errorId?: string;
  readonly err?: { readonly message: string };
}

const INFO = 30;
const ERROR = 50;
const SECRET = 'disk I/O error in /var/lib/secret.db';

let client: GraphqlClient;
let lines: LogLine[] = [];

const log = pino(
  new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  }),
);

beforeAll(async () => {
  client = await openGraphql({
    log,
    laidOver: () => ({
      getActor: () => Promise.reject(new Error(SECRET)),
      getArticleRecord: () => Promise.reject(new TimelineError('STORE_CORRUPT', SECRET)),
      countEvents: () => Promise.reject(new TimelineError('STORE_BUSY', 'the store is busy')),
      getEventIdOfMention: () => Promise.reject(new TimelineError('STORE_FULL', 'there is no room')),
    }),
  });
  await saveAccounts(client.store);
});

beforeEach(() => {
  lines = [];
});

afterAll(() => client.close());

const errorLines = () => lines.filter(({ level }) => level === ERROR);

test('an unknown error becomes a fixed text with an id, and the log tells its cause under that id', async () => {
  const { data, errors } = await client.ask('{ timeline { revision } actor(id: "act_russia") { name } }');
  const [line] = errorLines();
  expect(data).toEqual({ timeline: { revision: 2 }, actor: null });
  expect(errors).toEqual([
    { message: 'internal error', path: ['actor'], extensions: { code: 'INTERNAL', errorId: line?.errorId } },
  ]);
  expect(line).toMatchObject({ msg: 'request failed', err: { message: SECRET } });
  expect(line?.errorId).toMatch(/^[0-9a-f-]{36}$/);
});

test('one cause that strikes many fields is logged once', async () => {
  const { errors } = await client.ask(
    '{ a: event(id: "evt_meeting") { actors { aliases } } b: event(id: "evt_thaw") { actors { eventCount } } }',
  );
  expect(errors?.map(({ path }) => path?.[0])).toEqual(['a', 'b']);
  expect(errorLines()).toHaveLength(1);
});

test("a fault with a message of Dateline's own is masked all the same", async () => {
  const response = await client.post({ query: '{ article(id: "art_first") { title } }' });
  expect(response.json()).toMatchObject({
    errors: [{ message: 'internal error', extensions: { code: 'INTERNAL' } }],
  });
  expect(response.body).not.toContain('secret');
});

test('an error that a client may know keeps its message and its code', async () => {
  const { errors } = await client.ask('{ events { totalCount } }');
  expect(errors).toMatchObject([{ message: 'the store is busy', extensions: { code: 'STORE_BUSY' } }]);
});

test.each<[why: string, query: string, status: number, retryAfter: string | undefined]>([
  ['that fails as a whole in a busy store', '{ events { totalCount } }', 503, '1'],
  ['whose only field finds no room', '{ node(id: "men_a") { id } }', 507, undefined],
  ['with an answer beside the error', '{ timeline { revision } node(id: "men_a") { id } }', 200, undefined],
  [
    'with errors of two kinds',
    '{ a: node(id: "men_a") { id } b: actor(id: "act_russia") { name } }',
    200,
    undefined,
  ],
])('a query %s (%s) has the status %i', async (_why, query, status, retryAfter) => {
  const answer = await client.post({ query });
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([status, retryAfter]);
  expect(answer.json().errors.length).toBeGreaterThan(0);
});

test.each([
  ['a use case that refuses', '{ events(first: 101) { totalCount } }', 'BAD_PAGE'],
  ['a query that does not parse', '{', 'BAD_QUERY'],
  ['a field that does not exist', '{ nonsense }', 'BAD_QUERY'],
  ['a text for a number', '{ events(first: "1") { totalCount } }', 'BAD_QUERY'],
  ['a day that does not exist', '{ events(filter: { from: "2021-02-30" }) { totalCount } }', 'BAD_DATE'],
  ['a number for a day', '{ resolve(text: "today", anchor: 2021) { text } }', 'BAD_QUERY'],
  [
    'a range the wrong way round',
    '{ events(filter: { from: "2022-01-02", to: "2022-01-01" }) { totalCount } }',
    'BAD_FILTER',
  ],
  ['a day that no month has', '{ onThisDate(month: 2, day: 30) { totalCount } }', 'BAD_FILTER'],
  [
    'a query too deep',
    `{ event(id: "e") ${'{ mentions { event '.repeat(8)} { id } ${'} }'.repeat(8)} }`,
    'LIMIT_EXCEEDED',
  ],
  [
    'a query too large',
    '{ articles(first: 100) { edges { node { events(first: 100) { totalCount } } } } }',
    'LIMIT_EXCEEDED',
  ],
  ['a mutation where nobody may write', 'mutation { __typename }', 'WRITING_DISABLED'],
])('%s is the mistake of the client: told, and logged at info', async (_, query, code) => {
  const { errors } = await client.ask(query);
  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(errorLines()).toEqual([]);
  expect(lines).toContainEqual(expect.objectContaining({ level: INFO, msg: 'request refused', code }));
});

test.each([
  ['a day in a variable that does not exist', { d: '2021-02-30' }, 'BAD_DATE'],
  ['a number in a variable for a day', { d: 5 }, 'BAD_QUERY'],
  ['a map in a variable for a day', { d: {} }, 'BAD_QUERY'],
])('%s is the mistake of the client', async (_, variables, code) => {
  const { data, errors } = await client.ask(
    'query($d: Date) { events(filter: { to: $d }) { edges { cursor } } }',
    variables,
  );
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([{ extensions: { code } }]);
});

test('null in a variable that an argument forbids is the mistake of the client', async () => {
  const { errors } = await client.ask('query($id: ID = "e") { event(id: $id) { id } }', { id: null });
  expect(errors).toMatchObject([{ path: ['event'], extensions: { code: 'BAD_QUERY' } }]);
});

test('a text too long to be tried is refused before it is read', async () => {
  const { errors } = await client.ask('query($t: String!) { resolve(text: $t) { text } }', {
    t: 'x'.repeat(10_001),
  });
  expect(errors).toMatchObject([
    { message: 'the text has 10001 code units, more than 10000', extensions: { code: 'ARTICLE_TOO_LARGE' } },
  ]);
});
