import type { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { actorId } from '../../src/domain/event/ids.ts';
import type { EventFilter, EventOrder, PageRequest } from '../../src/domain/query/timeline-query.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { COPIED_TABLES } from '../../src/store/copy/copied-tables.ts';
import { pageStatement } from '../../src/store/copy/page-statement.ts';
import { openStore } from '../../src/store/open-store.ts';
import { EXPRESSIONS, IN_ORDER } from '../../src/store/postgres/copies/copy-source.ts';
import { POSTGRES } from '../../src/store/postgres/postgres-dialect.ts';
import { timelineScope } from '../../src/store/postgres/timeline-scope.ts';
import type { Clause } from '../../src/store/sql/clause.ts';
import { eventCountStatement } from '../../src/store/sql/count-statements.ts';
import { eventPageStatement } from '../../src/store/sql/event-page-statement.ts';
import { actorPageStatement, changePageStatement } from '../../src/store/sql/list-statements.ts';
import { missingPostgres, postgresDatabase, withClient } from '../support/postgres-database.ts';
import { buildArticle, buildChange, buildEvent, buildMention, dayDate, spanDate } from './build-event.ts';
import { saveArticle } from './save-change.ts';

const PAGE: PageRequest = {
  direction: 'FORWARD',
  size: 20,
  after: { keys: [-20_000, -20_000], id: 'evt_0' },
};
const YEAR: EventFilter = {
  range: {
    from: requireCalendarDate('1990-01-01'),
    to: requireCalendarDate('1990-12-31'),
    match: 'OVERLAPS',
  },
};

/** So many executions of a statement are planned for their values (PostgreSQL, section "PREPARE"). */
const PLANNED_ANEW = 5;

const pageOf = (filter: EventFilter, order: Exclude<EventOrder, 'RELEVANCE'>): Clause =>
  eventPageStatement(POSTGRES, filter, order, PAGE, 'PUBLIC');

/** The plan for any values. */
async function planOf(client: Client, { sql }: Clause): Promise<string> {
  const { rows } = await client.query(`EXPLAIN (GENERIC_PLAN, COSTS OFF) ${timelineScope(sql)}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

describe.skipIf(missingPostgres !== null)(`a server${missingPostgres ?? ''}`, () => {
  const url = postgresDatabase('plans');

  beforeAll(async () => {
    if (missingPostgres !== null) return;
    const store = await openStore(url());
    for (let revision = 0; revision < 4; revision += 1) {
      const article = buildArticle(`n${revision}`);
      const events = Array.from({ length: 400 }, (_, index) => {
        const name = `${revision}-${index}`;
        const year = String(1800 + ((revision * 37 + index * 61) % 220));
        return buildEvent(name, {
          date: index % 3 === 0 ? spanDate(`${year}-01-01`, `${year}-12-31`) : dayDate(`${year}-12-21`),
          actors: [{ id: actorId(`act_${index % 50}`), name: `Actor ${index % 50}`, role: 'ACTOR' }],
          mentions: [buildMention(name, { article })],
        });
      });
      await saveArticle(store, buildChange({ article, events }));
    }
    await store.close();
    await withClient(url(), (client) => client.query('VACUUM ANALYZE'));
  });

  test.each<[string, Clause, readonly string[]]>([
    ['a page in the order of days', pageOf({}, 'DATE'), ['events_by_date']],
    ['a page backward in time', pageOf({}, 'DATE_DESC'), ['events_by_date']],
    ['a page in the order of recording', pageOf({}, 'RECORDED'), ['events_by_recorded_at']],
    ['a day of any year', pageOf({ monthDay: { month: 12, day: 21 } }, 'DATE'), ['events_by_month_day']],
    ['a range, and what reaches into it', pageOf(YEAR, 'DATE'), ['events_by_span', 'events_by_date']],
    [
      'the number of events of a range',
      eventCountStatement(POSTGRES, YEAR),
      ['events_by_span', 'events_by_date'],
    ],
    [
      'a page of changes',
      changePageStatement(2, { ...PAGE, after: { keys: [2], id: 'evt_0' } }),
      ['event_versions_by_revision'],
    ],
    [
      'a page of actors',
      actorPageStatement({ ...PAGE, after: { keys: [-1], id: 'act_1' } }),
      ['actors_by_event_count'],
    ],
  ])('%s reads no table from its first row', async (_, clause, indexes) => {
    const plan = await withClient(url(), (client) => planOf(client, clause));
    expect(plan.match(/Seq Scan on (?!event_spans)\w+/g)).toBeNull();
    expect(indexes.filter((index) => !plan.includes(index))).toEqual([]);
  });

  test.each<[string, Clause]>([
    ['the order of days', pageOf({}, 'DATE')],
    ['the order of recording', pageOf({}, 'RECORDED')],
    ['a range, and what reaches into it', pageOf(YEAR, 'DATE')],
    ['a day of any year', pageOf({ monthDay: { month: 12, day: 21 }, modalities: ['REPORTED'] }, 'DATE')],
    ['an actor', pageOf({ actors: ['act_1'] }, 'DATE')],
  ])('after some pages in %s, all later ones share a plan', async (_, { sql, values }) => {
    const plans = await withClient(url(), async (client) => {
      const page = { name: 'page', text: timelineScope(sql), values: [1, ...values] };
      for (let count = 0; count < PLANNED_ANEW + 2; count += 1) await client.query(page);
      const { rows } = await client.query('SELECT custom_plans, generic_plans FROM pg_prepared_statements');
      return rows;
    });
    expect(plans).toEqual([{ custom_plans: String(PLANNED_ANEW), generic_plans: '2' }]);
  });

  test('a page may have any size', async () => {
    const store = await openStore(url());
    for (const size of [127, 128, 129, 1000]) {
      const page = await store.listEvents({}, 'DATE', { direction: 'FORWARD', size, after: null });
      expect([page.items.length, page.hasNextPage]).toEqual([size, true]);
    }
    await store.close();
  });

  test.each(COPIED_TABLES)('a page of $name is copied in the order of an index', async (table) => {
    const sql = pageStatement(table, EXPRESSIONS[table.name] ?? {}, false);
    const plan = await withClient(url(), async (client) => {
      await client.query(`BEGIN; ${IN_ORDER}`);
      return planOf(client, { sql, values: [] });
    });
    expect(plan).toMatch(/^Limit\n/);
    expect(plan.split('SubPlan')[0]).not.toMatch(/Seq Scan|Sort|Hash|Join Filter/);
  });
});
