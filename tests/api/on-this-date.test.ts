import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { type GraphqlClient, openGraphql } from './graphql/graphql-client.ts';
import { openRest, type RestClient } from './rest/rest-client.ts';
import { dayEvent, saveChange, storedEvent } from './rest/stored-events.ts';

/** In the tests' timeline it is 2021-12-22, 09:30 in UTC. */
const EVENTS = [
  dayEvent('yesterday', '2020-12-21'),
  dayEvent('today', '1991-12-22'),
  dayEvent('planned', '2022-12-22', { modality: 'PLANNED' }),
  dayEvent('leap', '2020-02-29'),
  storedEvent('month', {
    edtf: '2014-12',
    earliest: requireCalendarDate('2014-12-01'),
    latest: requireCalendarDate('2014-12-31'),
    precision: 'MONTH',
    role: 'WITHIN',
    display: 'December 2014',
  }),
];

let rest: RestClient;
let graphql: GraphqlClient;

beforeAll(async () => {
  [rest, graphql] = await Promise.all([openRest(), openGraphql()]);
  for (const { store } of [rest, graphql]) await saveChange(store, { events: EVENTS });
});
afterAll(() => Promise.all([rest.close(), graphql.close()]));

const CASES: readonly (readonly [
  path: string,
  args: string,
  expected: readonly (readonly [string, number])[],
])[] = [
  ['', '', [['today', 30]]],
  ['?tz=Pacific/Pago_Pago', '(tz: "Pacific/Pago_Pago")', [['yesterday', 1]]],
  ['/12/21', '(month: 12, day: 21)', [['yesterday', 1]]],
  [
    '?include=POSSIBLE',
    '(include: POSSIBLE)',
    [
      ['today', 30],
      ['month', 7],
    ],
  ],
  ['/02/29', '(month: 2, day: 29)', [['leap', 1]]],
  ['/02/28', '(month: 2, day: 28)', []],
  ['/03/01', '(month: 3, day: 1)', []],
];

test.each(CASES)('REST lists what happened on %j', async (path, _, expected) => {
  const { events } = (await rest.get(`/v1/on-this-date${path}`)) as {
    events: readonly { id: string; yearsAgo: number | null }[];
  };
  expect(events.map(({ id, yearsAgo }) => [id.slice('evt_'.length), yearsAgo])).toEqual(expected);
});

test.each(CASES)('GraphQL lists the same as REST on %j', async (_, args, expected) => {
  const query = `{ onThisDate${args} { totalCount edges { node { id yearsAgo } } } }`;
  expect(await graphql.ask(query)).toEqual({
    data: {
      onThisDate: {
        totalCount: expected.length,
        edges: expected.map(([name, yearsAgo]) => ({ node: { id: `evt_${name}`, yearsAgo } })),
      },
    },
  });
});

test('REST says which day it looked up, and what day it is', async () => {
  expect(await rest.get('/v1/on-this-date?tz=Pacific/Pago_Pago')).toMatchObject({
    month: 12,
    day: 21,
    today: '2021-12-21',
  });
});

test('a zone that does not exist is refused by the name of its parameter', async () => {
  expect(await rest.get('/v1/on-this-date?tz=Mars/Olympus')).toMatchObject({
    status: 400,
    code: 'BAD_FILTER',
    detail: '"Mars/Olympus" is not a time zone such as UTC or Europe/Kyiv',
    errors: [{ parameter: 'tz' }],
  });
  const { errors } = await graphql.ask('{ onThisDate(month: 1, day: 1, tz: "Mars/Olympus") { totalCount } }');
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_FILTER' } }]);
});

test('a month without a day is refused', async () => {
  const { errors } = await graphql.ask('{ onThisDate(month: 12) { totalCount } }');
  expect(errors).toMatchObject([
    {
      message: 'a month and a day go together: give both, or neither for today',
      extensions: { code: 'BAD_FILTER' },
    },
  ]);
});

test('the years ago of a date over two years are not known', async () => {
  const over = storedEvent('over', {
    edtf: '2019-12-27/2020-01-02',
    earliest: requireCalendarDate('2019-12-27'),
    latest: requireCalendarDate('2020-01-02'),
    precision: 'WEEK',
    role: 'WITHIN',
    display: 'the turn of the year',
  });
  await saveChange(graphql.store, { events: [over] });
  expect(await graphql.ask('{ event(id: "evt_over") { yearsAgo } }')).toEqual({
    data: { event: { yearsAgo: null } },
  });
});
