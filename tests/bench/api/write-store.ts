import type { Database } from 'better-sqlite3';
import { foldName } from '../../../src/domain/event/fold-name.ts';
import { publicDocumentOf } from '../../../src/store/documents/projector.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { columnsOf, mentionDaysOf, searchTextOf } from '../../../src/store/sql/event-columns.ts';
import { connect } from '../../../src/store/sqlite/connection.ts';
import {
  ACTOR_COUNT,
  actorAt,
  articleAt,
  articleCountOf,
  eventAt,
  PLACE_COUNT,
  placeAt,
} from './synthetic-events.ts';

/**
 * Fills a new database of the project's own schema in one transaction. The indexes and the search are built after the rows.
 * The result is that of the store's own writer: a test checks it with `verify`.
 */
export async function writeStore(file: string, count: number): Promise<void> {
  await (await openStore(`sqlite:${file}`)).close();
  const database = connect(file);
  try {
    database.pragma('synchronous = OFF');
    database.pragma('cache_size = -262144');
    database.transaction(() => fill(database, count))();
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

function fill(database: Database, count: number): void {
  const indexes = database
    .prepare<[], { name: string; sql: string }>(
      `SELECT i.name, i.sql FROM sqlite_schema i WHERE i.type = 'index' AND i.sql LIKE 'CREATE INDEX%'`,
    )
    .all();
  for (const { name } of indexes) database.exec(`DROP INDEX ${name}`);
  database.exec('UPDATE store_state SET revision = 1');
  addNames(database, 'actor', ACTOR_COUNT, actorAt);
  addNames(database, 'place', PLACE_COUNT, placeAt);
  addArticles(database, articleCountOf(count));
  const add = eventAdder(database);
  for (let index = 0; index < count; index += 1) add(index + 1, eventAt(index, count));
  for (const { sql } of indexes) database.exec(sql);
  database.exec('ANALYZE');
}

function addNames(
  database: Database,
  kind: 'actor' | 'place',
  count: number,
  at: (n: number) => { readonly id: string; readonly name: string },
): void {
  const add = database.prepare(
    `INSERT INTO ${kind}s (${kind}_key, id, name, aliases) VALUES (?, ?, ?, '[]')`,
  );
  const addName = database.prepare(`INSERT INTO ${kind}_names (name, ${kind}_key) VALUES (?, ?)`);
  for (let n = 0; n < count; n += 1) {
    const { id, name } = at(n);
    add.run(n + 1, id, name);
    addName.run(foldName(name), n + 1);
  }
}

function addArticles(database: Database, count: number): void {
  const add = database.prepare(`
    INSERT INTO articles (article_key, id, recorded_at, revision, file, title, publisher, url, published_on, language,
      anchor_date, anchor_basis, rule_set, warnings, text, text_key)
    VALUES (?, ?, 1, 1, NULL, ?, ?, ?, ?, 'en', ?, 'METADATA', '1', '[]', '', ?)`);
  for (let n = 0; n < count; n += 1) {
    const { id, title, publisher, url, publishedOn } = articleAt(n);
    add.run(n + 1, id, title, publisher, url, publishedOn, publishedOn, n);
  }
}

function eventAdder(database: Database) {
  const mentionVersion = database.prepare(
    'INSERT INTO mention_versions (version_key, mention_id, revision, document) VALUES (?, ?, 1, ?)',
  );
  const version = database.prepare(`
    INSERT INTO event_versions (version_key, event_id, revision, change, document, mentions)
    VALUES (?, ?, 1, 'ADDED', ?, ?)`);
  const event = database.prepare(`
    INSERT INTO events (event_key, id, version_key, hidden, revision, recorded_at, earliest_day, latest_day, span_bits,
      month_day, precision, role, type, modality, subject, confidence, source_count, settled_day)
    VALUES (@key, @id, @key, 0, @revision, @recordedAt, @earliestDay, @latestDay, @spanBits, @monthDay, @precision,
      @role, @type, @modality, @subject, @confidence, @sourceCount, @settledDay)`);
  const document = database.prepare('INSERT INTO event_documents (event_key, document) VALUES (?, ?)');
  const served = database.prepare('INSERT INTO served_documents (event_key, document) VALUES (?, ?)');
  const mention = database.prepare(`
    INSERT INTO mentions (id, event_key, article_key, clause_start, clause_end, earliest_day, latest_day, on_day)
    VALUES (?, ?, (SELECT a.article_key FROM articles a WHERE a.id = ?), ?, ?, ?, ?, ?)`);
  const link = (kind: 'actor' | 'place') =>
    database.prepare(`
      INSERT INTO event_${kind}s (${kind}_key, event_key)
      SELECT k.${kind}_key, ? FROM ${kind}s k WHERE k.id = ?`);
  const [linkActor, linkPlace] = [link('actor'), link('place')];
  const search = database.prepare('INSERT INTO event_search (rowid, title, quotes) VALUES (?, ?, ?)');
  let mentionKey = 0;
  return (key: number, whole: ReturnType<typeof eventAt>): void => {
    const { mentions, ...own } = whole;
    const keys = mentions.map((one) => {
      mentionKey += 1;
      mentionVersion.run(mentionKey, one.id, JSON.stringify(one));
      return mentionKey;
    });
    version.run(key, own.id, JSON.stringify(own), JSON.stringify(keys));
    event.run({ key, ...columnsOf(whole) });
    document.run(key, JSON.stringify(whole));
    served.run(key, publicDocumentOf(JSON.stringify(whole)));
    for (const { id, article, clause, date } of mentions)
      mention.run(id, key, article.id, clause.start, clause.end, ...mentionDaysOf(date));
    for (const { id } of own.actors) linkActor.run(key, id);
    for (const { id } of own.places) linkPlace.run(key, id);
    const { title, quotes } = searchTextOf(whole);
    search.run(key, title, quotes);
  };
}
