import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { actorId, articleId, placeId } from '../../src/domain/event/ids.ts';
import {
  type EventFilter,
  type EventOrder,
  FACET_NAMES,
  type PageRequest,
  type Position,
  type RangeMatch,
} from '../../src/domain/query/timeline-query.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import {
  eventBoundsStatement,
  eventCountStatement,
  facetStatement,
} from '../../src/store/sql/count-statements.ts';
import {
  actorPageStatement,
  articlePageStatement,
  auditPageStatement,
  changePageStatement,
} from '../../src/store/sql/list-statements.ts';
import { readMigrations } from '../../src/store/sql/migrations.ts';
import { applyMigrations } from '../../src/store/sqlite/apply-migrations.ts';
import { connect } from '../../src/store/sqlite/connection.ts';
import { createSqliteStore } from '../../src/store/sqlite/create-sqlite-store.ts';
import { statementOf } from '../../src/store/sqlite/read/read-documents.ts';
import { SQLITE } from '../../src/store/sqlite/sqlite-dialect.ts';
import { plannedOnce, statementCache } from '../../src/store/sqlite/statement-cache.ts';
import { buildArticle, buildChange, buildEvent, buildMention, dayDate, spanDate } from './build-event.ts';
import { saveArticle } from './save-change.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations', 'sqlite');

let database: Database;

beforeAll(async () => {
  database = connect(':memory:');
  applyMigrations(database, await readMigrations(MIGRATIONS));
  await fill(createSqliteStore(database));
});
afterAll(() => database.close());

/** Enough events, of enough days, actors and articles, that a full scan would be the dearest way to most questions. */
async function fill(store: EventStore): Promise<void> {
  for (let revision = 0; revision < 60; revision += 1) {
    const article = buildArticle(`n${revision}`, { publisher: `Source ${revision % 20}` });
    const events = Array.from({ length: 12 }, (_, index) => {
      const name = `${revision}-${index}`;
      const year = String(1800 + ((revision * 37 + index * 61) % 220));
      return buildEvent(name, {
        date: index % 3 === 0 ? spanDate(`${year}-01-01`, `${year}-12-31`) : dayDate(`${year}-12-21`),
        actors: [
          { id: actorId(`act_${(revision * 7 + index) % 50}`), name: `Actor ${index}`, role: 'ACTOR' },
        ],
        places: [{ id: placeId(`plc_${index % 10}`), name: `Place ${index}` }],
        mentions: [buildMention(name, { article })],
      });
    });
    await saveArticle(store, buildChange({ article, events }));
  }
}

/** SQLite's plan. Parameters may stay null: no plan depends on their values. */
function planOf(sql: string): readonly string[] {
  const named = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, null]));
  const positional = [...sql.matchAll(/\?/g)].map(() => null);
  const plan = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${plannedOnce(sql)}`);
  return plan.all(...positional, named).map(({ detail }) => detail);
}

/**
 * The steps that read a table or an index from its first row. Small tables are left out: the 25 spans, the months (`h`),
 * lists bound as JSON (`b`), and rows found before (`n`, `p`).
 */
const scansIn = (plan: readonly string[]): readonly string[] =>
  plan.filter((detail) =>
    /^SCAN (?!CONSTANT ROW|\(|[bhnps]$|(.|json_each) VIRTUAL TABLE|(event|edition)_search VIRTUAL TABLE INDEX 0:=)/.test(
      detail,
    ),
  );

const range = (from: string | null, to: string | null, match: RangeMatch): EventFilter => ({
  range: {
    from: from === null ? null : requireCalendarDate(from),
    to: to === null ? null : requireCalendarDate(to),
    match,
  },
});

type NamedFilter = readonly [name: string, filter: EventFilter];

const RANGES: readonly NamedFilter[] = (['OVERLAPS', 'WITHIN', 'STARTS'] as const).flatMap((match) => [
  [`${match} from and to`, range('1900-01-01', '1910-12-31', match)] as const,
  [`${match} from`, range('1900-01-01', null, match)] as const,
  [`${match} to`, range(null, '1910-12-31', match)] as const,
]);

/** A range that is open at one end holds half of all there is, which may be read through. */
const BOUNDED = RANGES.filter(([name]) => name.endsWith('from and to'));

const SELECTIVE: readonly NamedFilter[] = [
  ['month and day', { monthDay: { month: 12, day: 21 } }],
  ['actor', { actors: ['act_7', 'Actor 3'] }],
  ['all of two actors', { allActors: ['act_7', 'Actor 3'] }],
  ['place', { places: ['plc_7'] }],
  ['source', { sources: ['Source 7'] }],
  ['article', { articles: [articleId('art_n7')] }],
  ['text', { text: 'met quietly' }],
  [
    'everything at once',
    { ...range('1900-01-01', '1910-12-31', 'OVERLAPS'), actors: ['act_7'], text: 'met' },
  ],
];

/**
 * Scanned on purpose: a count over the narrowest index, the children of a foreign key, which are looked for only while a
 * constraint is violated, and a table that has rows after an upgrade alone.
 */
const SCANNING = [
  'SELECT s.revision AS revision, (SE',
  'INSERT INTO event_versions (event_',
  'SELECT e.version_key FROM unkeyed_',
];

const AFTER = { keys: [-20_000, -20_000], id: 'evt_3-3' };

const PAGES: readonly PageRequest[] = [null, AFTER].flatMap((position): readonly PageRequest[] => [
  { direction: 'FORWARD', size: 20, after: position },
  { direction: 'BACKWARD', size: 20, before: position },
]);

/** A position in an order of one number. */
const AT = { after: { keys: [3], id: 'evt_3' }, before: { keys: [3], id: 'evt_3' } };

const plansOf = (filter: EventFilter, order: EventOrder): readonly string[] =>
  PAGES.flatMap((page) => planOf(statementOf(filter, order, page).sql));

describe.each([
  ['without statistics', () => undefined],
  ['with statistics', () => database.exec('ANALYZE')],
])('%s', (_, prepareStatistics) => {
  beforeAll(() => {
    prepareStatistics();
  });

  test.each([...RANGES, ...SELECTIVE])('pages by date of %s scan nothing', (_name, filter) => {
    expect(scansIn(plansOf(filter, 'DATE'))).toEqual([]);
    expect(scansIn(plansOf(filter, 'DATE_DESC'))).toEqual([]);
  });

  test.each(SELECTIVE)('pages in the order of recording of %s scan nothing', (_name, filter) => {
    expect(scansIn(plansOf(filter, 'RECORDED'))).toEqual([]);
  });

  test.each([...RANGES, ...SELECTIVE])('as of a day, pages of %s scan nothing', (_name, filter) => {
    const asOf = requireCalendarDate('2021-12-21');
    expect(scansIn(plansOf({ ...filter, asOf }, 'DATE'))).toEqual([]);
    expect(scansIn(planOf(eventCountStatement(SQLITE, { ...filter, asOf }).sql))).toEqual([]);
    expect(scansIn(planOf(eventBoundsStatement(SQLITE, { ...filter, asOf }).sql))).toEqual([]);
  });

  test('as of a day, pages by date of all events come from the two indexes by date, unsorted', () => {
    const [first, ...pages] = plansOf({ asOf: requireCalendarDate('2021-12-21') }, 'DATE_DESC');
    const plan = [first, ...pages].join('\n');
    expect(plan).toContain('events_by_date');
    expect(plan).toContain('event_editions_by_date');
  });

  test.each([...RANGES, ...SELECTIVE])('the bounds of %s scan nothing', (_name, filter) => {
    expect(scansIn(planOf(eventBoundsStatement(SQLITE, filter).sql))).toEqual([]);
  });

  test.each([...BOUNDED, ...SELECTIVE])('the facets of %s scan nothing', (_name, filter) => {
    for (const facet of FACET_NAMES)
      for (const asOf of [{}, { asOf: requireCalendarDate('2021-12-21') }])
        expect(scansIn(planOf(facetStatement(SQLITE, { ...filter, ...asOf }, facet, 10).sql))).toEqual([]);
  });

  test.each([
    ['a text', { text: 'met' }],
    [
      'a text in a range',
      { ...range('1900-01-01', '1910-12-31', 'OVERLAPS'), text: 'met', actors: ['act_7'] },
    ],
  ])('a search for %s reads the index of words and what that finds', (_name, filter) => {
    for (const asOf of [{}, { asOf: requireCalendarDate('2021-12-21') }]) {
      const page: PageRequest = { direction: 'FORWARD', size: 20, after: null };
      const plan = planOf(statementOf({ ...filter, ...asOf }, 'RELEVANCE', page).sql);
      expect(scansIn(plan)).toEqual([]);
    }
  });

  test.each<NamedFilter>([['all', {}], ...RANGES, ...SELECTIVE])(
    'counting %s scans nothing',
    (_name, filter) => {
      expect(scansIn(planOf(eventCountStatement(SQLITE, filter).sql))).toEqual([]);
    },
  );

  test.each<[EventFilter, EventOrder, string]>([
    [{}, 'DATE', 'events_by_date'],
    [{}, 'DATE_DESC', 'events_by_date'],
    [{}, 'RECORDED', 'events_by_recorded_at'],
    [{ monthDay: { month: 12, day: 21 } }, 'DATE', 'events_by_month_day'],
    [range('1900-01-01', '1910-12-31', 'STARTS'), 'DATE', 'events_by_date'],
    [range('1900-01-01', '1910-12-31', 'WITHIN'), 'DATE_DESC', 'events_by_date'],
  ])('pages of %j in the order %s are read from an index and not sorted', (filter, order, index) => {
    const plan = plansOf(filter, order);
    expect(plan.filter((detail) => detail.includes(index))).toHaveLength(PAGES.length);
    expect(plan.join('\n')).not.toContain('TEMP B-TREE');
  });

  test('pages of articles and of actors are read from an index and not sorted', () => {
    for (const page of PAGES) {
      const position = { keys: [3], id: 'x' };
      const at = page.direction === 'FORWARD' ? { ...page, after: position } : { ...page, before: position };
      expect(planOf(articlePageStatement(at).sql)[0]).toMatch(
        /^SEARCH a USING .*(articles_current|PRIMARY KEY)/,
      );
      expect(planOf(actorPageStatement(at).sql)).toEqual([
        expect.stringMatching(/^SEARCH a .*by_event_count/),
      ]);
    }
  });

  test('pages of changes and of the audit trail are read from an index and not sorted', () => {
    const statements = [
      ...PAGES.map((page) => changePageStatement(3, { ...page, ...AT })),
      ...[null, 'evt_1'].flatMap((subject) =>
        PAGES.map((page) => auditPageStatement(subject, { ...page, ...AT })),
      ),
    ];
    for (const { sql } of statements) {
      const plan = planOf(sql);
      expect(plan[0]).toMatch(/^SEARCH (v|n) USING (INDEX|INTEGER PRIMARY KEY)/);
      expect(plan.join('\n')).not.toContain('TEMP B-TREE');
    }
  });

  test('the summary scans one narrow index', () => {
    const summary = preparedStatements().filter((sql) => sql.includes('article_count'));
    const scans = summary.flatMap((sql) => scansIn(planOf(sql)));
    // Of the articles themselves nothing is read.
    expect(scans).toEqual(['SCAN a USING INDEX articles_current']);
  });

  test('the other statements of the port scan nothing that grows, but for three', () => {
    const scanning = preparedStatements().filter((sql) => scansIn(planOf(sql)).length > 0);
    expect(scanning.map((sql) => sql.trim().replaceAll(/\s+/g, ' ').slice(0, 34))).toEqual(SCANNING);
  });
});

/** The statements that a store prepares when it is opened. */
function preparedStatements(): readonly string[] {
  const statements = new Set<string>();
  const recording = Object.create(database, {
    prepare: {
      value: (sql: string) => {
        statements.add(sql);
        return database.prepare(sql);
      },
    },
    transaction: { value: database.transaction.bind(database) },
  });
  createSqliteStore(recording);
  return [...statements];
}

describe('with statistics, a statement is planned once for all values', () => {
  beforeAll(() => {
    database.exec('ANALYZE');
  });

  const others: readonly NamedFilter[] = [
    ...RANGES.map(([name]): NamedFilter => {
      const [match = 'STARTS', ...ends] = name.split(' ');
      const [from, to] = [
        ends.includes('from') ? '1850-06-01' : null,
        ends.includes('to') ? '1990-01-01' : null,
      ];
      return [name, range(from, to, match as RangeMatch)];
    }),
    ['month and day', { monthDay: { month: 1, day: 1 } }],
    ['confidence', { minConfidence: 0.9 }],
    ['number of sources', { minSources: 3 }],
    ['as of a day', { asOf: requireCalendarDate('2019-01-01') }],
  ];
  const first = new Map<string, EventFilter>([
    ...RANGES,
    ['month and day', { monthDay: { month: 12, day: 21 } }],
    ['confidence', { minConfidence: 0.1 }],
    ['number of sources', { minSources: 1 }],
    ['as of a day', { asOf: requireCalendarDate('2021-12-21') }],
  ]);

  test.each(others)('%s', (name, other) => {
    const run = statementCache(database);
    const ask = (filter: EventFilter, position: Position): void => {
      for (const order of ['DATE', 'DATE_DESC', 'RECORDED'] as const) {
        run(statementOf(filter, order, { direction: 'FORWARD', size: 20, after: null }));
        run(statementOf(filter, order, { direction: 'FORWARD', size: 20, after: position }));
        run(statementOf(filter, order, { direction: 'BACKWARD', size: 20, before: position }));
      }
      run(eventBoundsStatement(SQLITE, filter));
      run(eventCountStatement(SQLITE, filter));
    };
    const once = () => ask(first.get(name) ?? {}, AFTER);
    once();
    ask(other, { keys: [1000, 1000], id: 'evt_9-9' });
    expect(countPlans(once)).toBe(0);
  });

  test('a page of the audit trail of one subject', () => {
    const run = statementCache(database);
    const note =
      database.prepare(`INSERT INTO audit_entries (revision, noted_at, noted_by, action, subject, before)
      VALUES (1, '2021-12-21T00:00:00.000Z', 'desk', 'EDIT', ?, '{}')`);
    for (let n = 0; n < 200; n += 1) note.run(`evt_${n}`);
    database.exec('ANALYZE');
    const ask = (subject: string) =>
      run(auditPageStatement(subject, { direction: 'FORWARD', size: 20, after: null })).length;
    expect([ask('evt_1'), ask('evt_2')]).toEqual([1, 1]);
    expect(countPlans(() => ask('evt_1'))).toBe(0);
  });

  test('a statement that is planned anew is seen', () => {
    const { sql, values } = statementOf({}, 'DATE', { direction: 'FORWARD', size: 20, after: AFTER });
    const bare = database.prepare(sql);
    bare.all(...values);
    bare.all(1000, 1000, 'evt_9-9', 21);
    expect(countPlans(() => bare.all(...values))).toBe(1);
  });
});

/** How often a statement is planned again meanwhile: better-sqlite3 then makes the function anew that builds its rows. */
function countPlans(work: () => void): number {
  const make = vi.spyOn(globalThis, 'Function');
  work();
  const { length } = make.mock.calls;
  make.mockRestore();
  return length;
}

test('no statement skips rows by number', () => {
  const pages = PAGES.map((page) => statementOf({}, 'DATE', page).sql);
  const page: PageRequest = { direction: 'FORWARD', size: 20, after: null };
  const lists = [articlePageStatement(page).sql, actorPageStatement(page).sql];
  expect([...pages, ...lists, ...preparedStatements()].filter((sql) => /\bOFFSET\b/i.test(sql))).toEqual([]);
});

/** The selections of a statement, from the innermost on, each without those inside it. */
function selectionsIn(sql: string): readonly string[] {
  const inner = /\([^()]*\)/.exec(sql)?.[0];
  return inner === undefined ? [sql] : [inner, ...selectionsIn(sql.replace(inner, '…'))];
}

/** Without an order, SQLite may give any of the rows: those of a UNION ALL too come as the planner likes. */
const takesAnyRow = (sql: string): boolean =>
  selectionsIn(sql).some((selection) => /\bLIMIT\b/.test(selection) && !/\bORDER BY\b/.test(selection));

test('every statement that takes the first rows has an order', () => {
  const pages = (['DATE', 'DATE_DESC', 'RECORDED', 'RELEVANCE'] as const).flatMap((order) =>
    [...RANGES, ...SELECTIVE].flatMap(([, filter]) =>
      PAGES.flatMap((page) => [
        statementOf(filter, order, page).sql,
        statementOf({ ...filter, asOf: requireCalendarDate('2021-12-21') }, order, page).sql,
      ]),
    ),
  );
  const facets = FACET_NAMES.map((facet) => facetStatement(SQLITE, {}, facet, 10).sql);
  const page: PageRequest = { direction: 'FORWARD', size: 20, after: null };
  const lists = [
    articlePageStatement(page),
    actorPageStatement(page),
    changePageStatement(1, page),
    auditPageStatement(null, page),
  ].map(({ sql }) => sql);
  expect([...pages, ...facets, ...lists, ...preparedStatements()].filter(takesAnyRow)).toEqual([]);
});

test.each([
  'SELECT a.id FROM events a UNION ALL SELECT b.id FROM events b LIMIT 1',
  'SELECT e.id FROM (SELECT e.id FROM events e LIMIT 1) e ORDER BY e.id',
])('the check would notice the missing order in "%s"', (sql) => {
  expect(takesAnyRow(sql)).toBe(true);
});

test.each([
  'SELECT e.id FROM events e WHERE e.confidence > ?',
  'SELECT e.id FROM events e WHERE abs(e.earliest_day) > ? ORDER BY e.earliest_day',
  'SELECT m.id FROM mentions m WHERE m.clause_start = ?',
])('the check would notice the scan in "%s"', (sql) => {
  expect(scansIn(planOf(sql))).toHaveLength(1);
});
