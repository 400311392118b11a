import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { buildSchema, getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUCKET_UNITS } from '../../../src/timeline/read/timeline-reading.ts';
import { usualOrLong } from '../../support/usual-or-long.ts';
import { anyEventSelection } from './event-selection.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';
import { saveAccounts } from './stored-accounts.ts';
import { textsFailingWhile } from './texts-failing-while.ts';

const schema = buildSchema(
  await readFile(new URL('../../../schema/timeline.graphql', import.meta.url), 'utf8'),
);

/** How often the fast path says that it answered. */
let compiledAnswers = 0;
const log = pino(
  { level: 'debug' },
  {
    write: (line: string) => {
      if (JSON.parse(line).msg === 'answered by a compiled operation') compiledAnswers += 1;
    },
  },
);
let failing = false;
let client: GraphqlClient;
let cursors: readonly string[];

beforeAll(async () => {
  client = await openGraphql({
    log,
    laidOver: (timeline) => textsFailingWhile(timeline, () => failing),
  });
  await saveAccounts(client.store);
  const { edges } = await client.timeline.listEvents({ first: 100 });
  cursors = edges.map(({ cursor }) => cursor);
});

afterAll(() => client.close());

let asked = 0;

/** An operation is compiled when it has been executed once: what the resolvers say, then what the documents say. */
async function bothAnswers(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  asked += 1;
  const text = `${query} # ${asked}`;
  const before = compiledAnswers;
  const general = await client.post({ query: text, variables });
  expect(compiledAnswers).toBe(before);
  const fast = await client.post({ query: text, variables });
  return { general, fast, compiled: compiledAnswers > before };
}

const anyFilter = fc.record(
  {
    from: fc.constantFrom('2021-12-21', '2020-01-01'),
    to: fc.constantFrom('2021-12-22', '2022-12-31'),
    match: fc.constantFrom('OVERLAPS', 'WITHIN', 'STARTS'),
    type: fc.subarray(['CONSULT', 'STATEMENT', 'THREATEN']),
    modality: fc.subarray(['ASSERTED', 'PLANNED', 'REPORTED']),
    actor: fc.subarray(['act_minister', 'nobody']),
    place: fc.subarray(['Moscow', 'moscow']),
    text: fc.constantFrom('', 'minister', '"met there"', 'zebra'),
    asOf: fc.constantFrom('2021-12-21', '2021-12-26', '2022-01-01'),
  },
  { requiredKeys: [] },
);

const anyPage = fc.oneof(
  fc.record(
    { first: fc.integer({ min: 0, max: 5 }), after: fc.nat(20).map((n) => cursors[n % cursors.length]) },
    { requiredKeys: [] },
  ),
  fc.record(
    { last: fc.integer({ min: 0, max: 5 }), before: fc.nat(20).map((n) => cursors[n % cursors.length]) },
    { requiredKeys: ['last'] },
  ),
);

const LIST = `query ($filter: EventFilter, $first: Int, $after: String, $last: Int, $before: String, $orderBy: EventOrder) {
  events(filter: $filter, first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy)`;
const PAGE_FIELDS = 'pageInfo { endCursor hasNextPage __typename startCursor hasPreviousPage }';

describe('a compiled operation', () => {
  test('answers as the resolvers do, whatever page of events is asked for and whatever of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEventSelection,
        anyFilter,
        anyPage,
        fc.constantFrom('DATE', 'DATE_DESC', 'RECORDED'),
        async (selection, filter, page, orderBy) => {
          const query = `${LIST} { edges { cursor node { ${selection} } } ${PAGE_FIELDS} } }`;
          const { general, fast, compiled } = await bothAnswers(query, { filter, ...page, orderBy });
          expect([compiled, fast.statusCode, fast.body]).toEqual([true, general.statusCode, general.body]);
          expect(Object.keys(fast.headers)).toEqual(Object.keys(general.headers));
        },
      ),
      { numRuns: usualOrLong(40, 150) },
    );
  });

  test('answers as the resolvers do for one event and for a day of any year', async () => {
    const id = fc.constantFrom('evt_meeting', 'evt_vote', 'evt_nothing');
    await fc.assert(
      fc.asyncProperty(anyEventSelection, id, async (selection, event) => {
        for (const query of [
          `{ one: event(id: "${event}") { ${selection} } }`,
          `{ onThisDate(month: 12, day: 21, first: 2) { ${PAGE_FIELDS} edges { node { ${selection} } } } }`,
        ]) {
          const { general, fast, compiled } = await bothAnswers(query);
          expect([compiled, fast.body]).toEqual([true, general.body]);
        }
      }),
      { numRuns: usualOrLong(15, 50) },
    );
  });

  test('answers as the resolvers do for a histogram', async () => {
    const fields = fc.subarray(
      ['by', '__typename', 'buckets { period to possible from certain __typename }'],
      {
        minLength: 1,
      },
    );
    await fc.assert(
      fc.asyncProperty(fields, anyFilter, fc.constantFrom(...BUCKET_UNITS), async (selection, filter, by) => {
        const query = `query ($filter: EventFilter, $by: BucketUnit!) {
          counts: histogram(filter: $filter, by: $by) { ${selection.join(' ')} } }`;
        const { general, fast, compiled } = await bothAnswers(query, { filter, by });
        expect([compiled, fast.statusCode, fast.body]).toEqual([true, general.statusCode, general.body]);
      }),
      { numRuns: usualOrLong(30, 100) },
    );
  });

  test.each([
    ['a page that is too large', { first: 1000 }],
    ['a cursor of nothing', { after: 'nowhere' }],
    ['both ends at once', { first: 1, last: 1 }],
    ['a range that ends before it begins', { filter: { from: '2022-01-01', to: '2021-01-01' } }],
  ])('refuses %s as the resolvers do', async (_, variables) => {
    const query = `${LIST} { edges { node { id } } } }`;
    const { general, fast, compiled } = await bothAnswers(query, variables);
    expect([compiled, fast.statusCode, fast.body]).toEqual([true, general.statusCode, general.body]);
    expect(fast.json().errors).toHaveLength(1);
  });

  test.each([[{ first: 'many' }], [{ filter: { from: '2021-02-30' } }]])(
    'leaves variables of a wrong type, %j, to the resolvers',
    async (variables) => {
      const { general, fast, compiled } = await bothAnswers(`${LIST} { edges { node { id } } } }`, variables);
      expect([compiled, fast.statusCode, fast.json()]).toEqual([false, general.statusCode, general.json()]);
    },
  );

  test('does not take a text that ends in the name of an operation for the operation of that name', async () => {
    const query = '{ events(first: 1) { edges { node { id } } } } #';
    const learned = await client.post({ query: `${query}\0nobody` });
    expect(learned.json()).toMatchObject({
      data: { events: { edges: [{ node: { id: expect.any(String) } }] } },
    });
    const { errors } = (await client.post({ query, operationName: 'nobody' })).json();
    expect(errors).toMatchObject([{ message: 'Unknown operation named "nobody".' }]);
  });

  test('refuses more nodes than one answer may have, whatever its variables say', async () => {
    const query =
      'query ($n: Int) { events(first: $n) { edges { node { mentions { id actors { id } places { id } } } } } }';
    const accept = { accept: 'application/graphql-response+json' };
    const [small, large] = [
      { query, variables: { n: 1 } },
      { query, variables: { n: 10_000 } },
    ];
    const general = await client.post(large, accept);
    await client.post(small, accept);
    const before = compiledAnswers;
    const fast = await client.post(large, accept);
    expect(compiledAnswers).toBe(before + 1);
    expect([fast.statusCode, fast.body]).toEqual([general.statusCode, general.body]);
    expect(fast.json().errors[0].extensions.code).toBe('LIMIT_EXCEEDED');
  });

  test('answers a fault of its own as a fault, and does not try again otherwise', async () => {
    const query = '{ event(id: "evt_meeting") { id } }#fault';
    await client.post({ query });
    failing = true;
    const answer = await client.post({ query });
    failing = false;
    expect(answer.json()).toEqual({
      errors: [
        {
          message: 'internal error',
          path: ['event'],
          extensions: { code: 'INTERNAL', errorId: expect.any(String) },
        },
      ],
      data: { event: null },
      extensions: { cost: { price: 0, limit: 10_000 } },
    });
  });

  test.each(['Event', 'Mention'])('answers each field of %s as the resolvers do', async (typeName) => {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`there is no type ${typeName}`);
    for (const field of Object.values(type.getFields())) {
      if (field.args.some(isRequiredArgument)) continue;
      const asked = isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { __typename }`;
      const selection = typeName === 'Event' ? asked : `mentions { ${asked} }`;
      const { general, fast } = await bothAnswers(`{ event(id: "evt_meeting") { ${selection} } }`);
      expect([field.name, fast.body]).toEqual([field.name, general.body]);
    }
  });

  test('says what it costs, counted anew where variables decide', async () => {
    for (const [query, variables, price] of [
      ['query($n: Int) { events(first: $n) { edges { node { mentions { id } } } } }', { n: 2 }, 12],
      ['query($n: Int) { events(first: $n) { edges { node { mentions { id } } } } }', { n: 3 }, 18],
      ['{ onThisDate(month: 12, day: 21, first: 7) { edges { node { id } } } }', {}, 7],
      [
        'query($f: EventFilter) { events(filter: $f) { edges { node { id } } } }',
        { f: { actor: ['a', 'b'] } },
        22,
      ],
    ] as const) {
      const { general, fast, compiled } = await bothAnswers(query, variables);
      expect([compiled, fast.body]).toEqual([true, general.body]);
      expect(fast.json().extensions).toEqual({ cost: { price, limit: 10_000 } });
    }
  });

  test('has the media type that is asked for', async () => {
    const body = { query: '{ event(id: "evt_meeting") { id } }' };
    const accept = { accept: 'application/graphql-response+json' };
    await client.post(body, accept);
    const answer = await client.post(body, accept);
    expect(answer.headers['content-type']).toBe('application/graphql-response+json; charset=utf-8');
    expect(answer.body).toBe(
      '{"data":{"event":{"id":"evt_meeting"}},"extensions":{"cost":{"price":0,"limit":10000}}}',
    );
  });

  test.each([
    ['a count', '{ events { totalCount } }'],
    ['what only resolvers know', '{ events { edges { node { mentions { article { language } } } } } }'],
    ['a directive', '{ event(id: "evt_meeting") { id @include(if: true) } }'],
    ['two fields at the root', '{ event(id: "evt_meeting") { id } timeline { revision } }'],
    ['a fragment on an interface', '{ event(id: "evt_meeting") { ... on Node { id } } }'],
    ['fields to be merged', '{ event(id: "evt_meeting") { date { edtf } date { role } } }'],
    ['an event of the past', '{ event(id: "evt_meeting", asOf: "2021-12-26") { id } }'],
    ['links', '{ histogram { buckets { href } } }'],
    ['a node', '{ node(id: "evt_meeting") { id } }'],
    ['the event of an account', '{ event(id: "evt_meeting") { mentions { event { id } } } }'],
  ])('is not made of %s, which the resolvers answer', async (_, query) => {
    const { general, fast, compiled } = await bothAnswers(query);
    expect([compiled, fast.body]).toEqual([false, general.body]);
    expect(general.json().errors).toBeUndefined();
  });
});
