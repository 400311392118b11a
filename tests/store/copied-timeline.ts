import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { packagePath } from '../../src/package-files.ts';
import { seedTimeline } from '../../src/startup/seed-timeline.ts';
import { openStore } from '../../src/store/open-store.ts';
import { allEvents } from '../support/all-events.ts';
import { fillTimeline } from '../support/fill-timeline.ts';
import { ingestText, openTestTimeline } from '../support/open-test-timeline.ts';
import { everything } from './everything.ts';

const ADA = { by: 'ada', why: 'a test' };

/** Fills a file: the bundled dispatches, articles of every state, decisions, and removed articles. */
export async function fillStore(url: string): Promise<void> {
  const { timeline, store, close } = await openTestTimeline(url);
  await seedTimeline({
    store,
    timeline,
    folder: packagePath('seeds', 'late-2021'),
    maxArticleBytes: 100_000,
    signal: new AbortController().signal,
    onArticle: () => {},
    onRefused: () => {},
  });
  await fillTimeline(timeline);
  const seaside = { url: 'https://news.example/pier' };
  for (const text of ['The pier burned on 3 May 2020.', 'The pier fell on 4 May 2020.'])
    await ingestText(timeline, text, seaside);
  await ingestText(timeline, 'The pier burned on 3 May 2020.', seaside);
  const [first] = await allEvents(timeline);
  if (first === undefined) throw new Error('no events');
  await timeline.editEvent(first.id, { title: 'First of all' }, ADA);
  const [of] = (await allEvents(timeline)).filter(({ mentions }) => mentions.length > 1);
  const [one, other] = of?.mentions ?? [];
  if (of === undefined || one === undefined || other === undefined)
    throw new Error('no event of two articles');
  await timeline.splitEvent(of.id, [one.id], ADA);
  await timeline.purgeArticle(other.article.id, 'COPYRIGHT', 'ada');
  await close();
  stripAddress(url.slice('sqlite:'.length));
}

/** Only a database of the first days has such an article. */
function stripAddress(file: string): void {
  const database = new Database(file);
  database.exec('INSERT INTO stripped_addresses (article_id) SELECT a.id FROM articles a LIMIT 1');
  database.close();
}

/** Everything that the store of a URL says. */
export async function everythingOf(url: string): Promise<object> {
  const store = await openStore(url);
  return everything(store).finally(() => store.close());
}

/** Texts that are gone may keep their number or lose it. */
const GONE_TEXT = new Set(['text_key']);

/** Leaves an event without keys for joining, as an upgrade does. */
export function forgetKeys(file: string): void {
  const database = new Database(file);
  database.exec('INSERT INTO unkeyed_events (event_key) SELECT min(e.event_key) FROM events e');
  database.close();
}

/** The rows of all tables of a file, those of the index of words as their texts. */
export function rowsOf(file: string): Readonly<Record<string, readonly string[]>> {
  const database = new Database(file, { readonly: true });
  try {
    const tables = database
      .prepare<[], string>(
        `SELECT s.name FROM sqlite_schema s
        WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite_%' AND s.name NOT GLOB '*_search_*' ORDER BY s.name`,
      )
      .pluck()
      .all();
    return Object.fromEntries(
      tables.map((table) => {
        const key = table.endsWith('_search') ? 'rowid, *' : '*';
        const rows = database.prepare<[], object>(`SELECT ${key} FROM ${table}`).all();
        return [table, rows.map(textOfRow).sort()];
      }),
    );
  } finally {
    database.close();
  }
}

const textOfRow = (row: object): string =>
  JSON.stringify(Object.entries(row).filter(([column]) => !('text' in row && GONE_TEXT.has(column))));

/** Copies in a process of its own, which is killed after so many transactions. */
export function copyAndDie(from: string, to: string, transactions: number): NodeJS.Signals | null {
  const program = fileURLToPath(new URL('copy-and-die.ts', import.meta.url));
  return spawnSync(process.execPath, [program, from, to, String(transactions)]).signal;
}
