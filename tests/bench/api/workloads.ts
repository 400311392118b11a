import Database from 'better-sqlite3';
import { encodeCursor } from '../../../src/timeline/paging/cursor.ts';
import { pick, seededRandom } from '../random.ts';
import { eventIdAt } from './synthetic-events.ts';

/** A request. With a body it is a POST of JSON. */
export interface BenchRequest {
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const CONTENDERS = ['dateline', 'yardstick', 'mercurius', 'yoga', 'apollo'] as const;
/** `against` is Dateline as another checkout has it. */
export type Contender = (typeof CONTENDERS)[number] | 'against';

/** The same questions to several servers, in the same order. */
export interface Workload {
  readonly name: string;
  readonly requests: Readonly<Partial<Record<Contender, readonly BenchRequest[]>>>;
  /** The part of an answer that must be the same on all servers. */
  readonly common: (answer: unknown) => unknown;
}

const VARIETY = 200;

const EVENT = `id title type confidence date { edtf earliest latest precision role display } actors { id name }
  mentions { id confidence quote { exact } article { id title publisher url publishedOn } }`;
const EDGES = `{ edges { node { ${EVENT} } } }`;
const HISTOGRAM = '{ histogram(by: MONTH) { buckets { period certain possible } } }';

const post = (query: string, variables: object): BenchRequest => ({
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
});
const yardstick = (name: string, ...values: readonly unknown[]): BenchRequest => ({
  path: `/${name}?${encodeURIComponent(JSON.stringify(values))}`,
});

/** A question in the words of each server. */
interface Question {
  readonly dateline: BenchRequest;
  readonly yardstick: BenchRequest;
  readonly rivals?: BenchRequest;
}

/** Extensions differ from server to server. */
const dataOf = (answer: unknown): unknown => fieldOf(answer, 'data');

const workload = (
  name: string,
  ask: (n: number) => Question,
  common: Workload['common'] = dataOf,
): Workload => {
  const questions = Array.from({ length: VARIETY }, (_, n) => ask(n));
  const rivals = questions.flatMap(({ rivals: rival }) => (rival === undefined ? [] : [rival]));
  return {
    name,
    common,
    requests: {
      dateline: questions.map(({ dateline }) => dateline),
      against: questions.map(({ dateline }) => dateline),
      yardstick: questions.map((question) => question.yardstick),
      ...(rivals.length > 0 && { mercurius: rivals, yoga: rivals, apollo: rivals }),
    },
  };
};

/** The workloads W1 to W6 for a store of a number of events. */
export function workloadsOf(storeFile: string, count: number): readonly Workload[] {
  const random = seededRandom(2021);
  const texts = searchTexts(storeFile);
  const deep = deepPosition(storeFile, count);
  return [
    workload('event by id', () => {
      const id = eventIdAt(random(count));
      const request = post(`query ($id: ID!) { event(id: $id) { ${EVENT} } }`, { id });
      return { dateline: request, rivals: request, yardstick: yardstick('W1', id) };
    }),
    workload('page of a range', () => {
      const [from, to] = fiveYears(random(220));
      return {
        dateline: post(`query ($filter: EventFilter) { events(filter: $filter) ${EDGES} }`, {
          filter: { from, to, match: 'STARTS' },
        }),
        rivals: post(`query ($from: String, $to: String) { events(from: $from, to: $to) ${EDGES} }`, {
          from,
          to,
        }),
        yardstick: yardstick('W2', from, to),
      };
    }),
    workload('on this date', () => {
      const [month, day] = [1 + random(12), 1 + random(28)];
      const request = post(
        `query ($month: Int!, $day: Int!) { onThisDate(month: $month, day: $day) ${EDGES} }`,
        { month, day },
      );
      return { dateline: request, rivals: request, yardstick: yardstick('W3', month * 100 + day) };
    }),
    workload('deep page', () => ({
      dateline: post(`query ($after: String) { events(after: $after) ${EDGES} }`, {
        after: encodeCursor(['events', {}, 'DATE'], {
          keys: [deep.earliestDay, deep.latestDay],
          id: deep.id,
        }),
      }),
      rivals: post(`query ($after: String) { events(after: $after) ${EDGES} }`, {
        after: JSON.stringify([deep.earliest, deep.latest, deep.id]),
      }),
      yardstick: yardstick('W6', deep.earliest, deep.latest, deep.id),
    })),
    workload('full text', () => {
      const text = pick(random, texts);
      return {
        dateline: post(
          `query ($filter: EventFilter) { events(filter: $filter, orderBy: RELEVANCE) ${EDGES} }`,
          { filter: { text } },
        ),
        rivals: post(`query ($text: String) { events(text: $text) ${EDGES} }`, { text: `"${text}"` }),
        yardstick: yardstick('W4', `"${text}"`),
      };
    }),
    workload(
      'histogram by month',
      () => ({ dateline: post(HISTOGRAM, {}), yardstick: yardstick('W5') }),
      certainCounts,
    ),
    workload(
      'REST page',
      () => {
        const [from, to] = fiveYears(random(220));
        return {
          dateline: { path: `/v1/events?from=${from}&match=STARTS&to=${to}` },
          yardstick: yardstick('REST', from, to),
        };
      },
      (answer) => fieldOf(answer, 'events'),
    ),
  ];
}

/** The yardstick lists the months that certainly have events. The histogram also lists months that possibly have events. */
function certainCounts(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer;
  const buckets = fieldOf(fieldOf(fieldOf(answer, 'data'), 'histogram'), 'buckets');
  if (!Array.isArray(buckets)) return buckets;
  return buckets
    .map((bucket: unknown) => [fieldOf(bucket, 'period'), fieldOf(bucket, 'certain')])
    .filter(([, certain]) => certain !== 0);
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const fiveYears = (n: number): readonly [string, string] => [`${1800 + n}-01-01`, `${1804 + n}-12-31`];

interface DeepPosition {
  readonly id: string;
  readonly earliestDay: number;
  readonly latestDay: number;
  readonly earliest: string;
  readonly latest: string;
}

const DEEP = `
  SELECT e.id, e.earliest_day AS earliestDay, e.latest_day AS latestDay, v.document ->> '$.date.earliest' AS earliest,
    v.document ->> '$.date.latest' AS latest
  FROM events e JOIN event_versions v ON v.version_key = e.version_key
  ORDER BY e.earliest_day, e.latest_day, e.id LIMIT 1 OFFSET ?`;

/** The event in the middle of the order by date. */
export function deepPosition(storeFile: string, count: number): DeepPosition {
  const database = new Database(storeFile, { readonly: true });
  const row = database.prepare<[number], DeepPosition>(DEEP).get(Math.floor(count / 2));
  database.close();
  if (row === undefined) throw new Error(`${storeFile} has no events`);
  return row;
}

/** Words of titles. Common words are asked for more often. */
function searchTexts(storeFile: string): readonly [string, ...string[]] {
  const database = new Database(storeFile, { readonly: true });
  const titles = database
    .prepare<[], { title: string }>('SELECT t.title FROM event_search t WHERE t.rowid <= 100')
    .all();
  database.close();
  const words = titles.map(({ title }) => title.split(' ')[2] ?? title);
  return [words[0] ?? 'ba', ...words.slice(1)];
}
