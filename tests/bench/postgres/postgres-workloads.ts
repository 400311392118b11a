import { encodeCursor } from '../../../src/timeline/paging/cursor.ts';
import { eventIdAt } from '../api/synthetic-events.ts';
import { type BenchRequest, deepPosition } from '../api/workloads.ts';
import { seededRandom } from '../random.ts';

/** The servers over PostgreSQL, and Dateline over SQLite beside them. */
export type PostgresContender = 'dateline' | 'sqlite' | 'yardstick' | 'postgraphile';

/** The same questions to all of them, in the same order. */
export interface PostgresWorkload {
  readonly name: string;
  readonly requests: Readonly<Record<PostgresContender, readonly BenchRequest[]>>;
}

const VARIETY = 200;

const EVENT = `id title type confidence date { edtf earliest latest precision role display } actors { id name }
  mentions { id confidence quote { exact } article { id title publisher url publishedOn } }`;
const EDGES = `{ edges { node { ${EVENT} } } }`;
/** PostGraphile calls a column "id" "rowId" and has a connection for each relation. */
const ROW = `rowId title type confidence edtf earliest latest precision role display
  eventActorsByEventKey { nodes { actorByActorKey { rowId name } } }
  mentionsByEventKey { nodes { rowId confidence quote articleByArticleKey { rowId title publisher url publishedOn } } }`;
const ROWS = `{ edges { node { ${ROW} } } }`;

const post = (query: string, variables: object): BenchRequest => ({
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
});
const statement = (name: string, ...values: readonly unknown[]): BenchRequest => ({
  path: `/${name}?${encodeURIComponent(JSON.stringify(values))}`,
});

interface Question {
  readonly dateline: BenchRequest;
  readonly yardstick: BenchRequest;
  readonly postgraphile: BenchRequest;
}

function workload(name: string, ask: () => Question): PostgresWorkload {
  const questions = Array.from({ length: VARIETY }, ask);
  const dateline = questions.map((question) => question.dateline);
  return {
    name,
    requests: {
      dateline,
      sqlite: dateline,
      yardstick: questions.map((question) => question.yardstick),
      postgraphile: questions.map((question) => question.postgraphile),
    },
  };
}

/** An event by id, a page of a range, a day of any year, and a page after half of the events. */
export function postgresWorkloads(storeFile: string, count: number): readonly PostgresWorkload[] {
  const random = seededRandom(2021);
  const deep = deepPosition(storeFile, count);
  return [
    workload('event by id', () => {
      const id = eventIdAt(random(count));
      return {
        dateline: post(`query ($id: ID!) { event(id: $id) { ${EVENT} } }`, { id }),
        yardstick: statement('W1', id),
        postgraphile: post(`query ($id: String!) { event: eventByRowId(rowId: $id) { ${ROW} } }`, { id }),
      };
    }),
    workload('page of a range', () => {
      const year = 1800 + random(220);
      const [from, to] = [`${year}-01-01`, `${year + 4}-12-31`];
      return {
        dateline: post(`query ($filter: EventFilter) { events(filter: $filter) ${EDGES} }`, {
          filter: { from, to, match: 'STARTS' },
        }),
        yardstick: statement('W2', from, to),
        postgraphile: post(
          `query ($from: String, $to: String) { events: eventsInRange(firstDay: $from, lastDay: $to, first: 20) ${ROWS} }`,
          { from, to },
        ),
      };
    }),
    workload('on this date', () => {
      const [month, day] = [1 + random(12), 1 + random(28)];
      return {
        dateline: post(
          `query ($month: Int!, $day: Int!) { events: onThisDate(month: $month, day: $day) ${EDGES} }`,
          { month, day },
        ),
        yardstick: statement('W3', month * 100 + day),
        postgraphile: post(`query ($day: Int) { events: eventsOnDate(day: $day, first: 20) ${ROWS} }`, {
          day: month * 100 + day,
        }),
      };
    }),
    workload('deep page', () => ({
      dateline: post(`query ($after: String) { events(after: $after) ${EDGES} }`, {
        after: encodeCursor(['events', {}, 'DATE'], {
          keys: [deep.earliestDay, deep.latestDay],
          id: deep.id,
        }),
      }),
      yardstick: statement('W6', deep.earliest, deep.latest, deep.id),
      postgraphile: post(
        `query ($earliest: String, $latest: String, $id: String) {
          events: eventsBeyond(earliest: $earliest, latest: $latest, id: $id, first: 20) ${ROWS} }`,
        { earliest: deep.earliest, latest: deep.latest, id: deep.id },
      ),
    })),
  ];
}
