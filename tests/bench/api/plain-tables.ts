import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { addRowChecksum } from '../../../src/store/sqlite/row-checksum.ts';

/*
 * The same events on plain normalised tables, the layout of a server written by hand. The yardstick and the rivals read
 * them. Accounts are clustered by event. Days are texts, with the index that each list needs.
 */

const TABLES = `
  CREATE TABLE events (
    event_key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL, title TEXT NOT NULL,
    edtf TEXT NOT NULL, earliest TEXT NOT NULL, latest TEXT NOT NULL, precision TEXT NOT NULL, role TEXT NOT NULL,
    display TEXT NOT NULL, month_day INTEGER, type TEXT NOT NULL, modality TEXT NOT NULL, confidence REAL NOT NULL,
    source_count INTEGER NOT NULL, title_kind TEXT NOT NULL, subject TEXT
  ) STRICT;
  CREATE TABLE articles (
    article_key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file TEXT, title TEXT, publisher TEXT, url TEXT, published_on TEXT
  ) STRICT;
  CREATE TABLE actors (actor_key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
  CREATE TABLE places (place_key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
  CREATE TABLE event_actors (
    event_key INTEGER NOT NULL, position INTEGER NOT NULL, actor_key INTEGER NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (event_key, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE event_places (
    event_key INTEGER NOT NULL, position INTEGER NOT NULL, place_key INTEGER NOT NULL, PRIMARY KEY (event_key, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE mentions (
    event_key INTEGER NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, article_key INTEGER NOT NULL,
    quote TEXT NOT NULL, quote_start INTEGER NOT NULL, quote_end INTEGER NOT NULL,
    timex_text TEXT, timex_start INTEGER, timex_end INTEGER, timex_type TEXT, timex_value TEXT, timex_mod TEXT,
    edtf TEXT, earliest TEXT, latest TEXT, precision TEXT, role TEXT, anchor_date TEXT NOT NULL, anchor_basis TEXT NOT NULL,
    rule TEXT, dated_by TEXT, type TEXT NOT NULL, type_pattern TEXT, modality TEXT NOT NULL, confidence REAL NOT NULL,
    PRIMARY KEY (event_key, position)
  ) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE event_search USING fts5 (title, quotes, tokenize = 'unicode61 remove_diacritics 2');`;

const COPY = `
  INSERT INTO events SELECT e.event_key, e.id, e.revision, d.j ->> 'title', d.j ->> '$.date.edtf', d.j ->> '$.date.earliest',
    d.j ->> '$.date.latest', e.precision, d.j ->> '$.date.role', d.j ->> '$.date.display', e.month_day, e.type, e.modality,
    e.confidence, e.source_count, d.j ->> 'titleKind', d.j ->> 'subject'
  FROM store.events e JOIN (SELECT v.version_key, v.document AS j FROM store.event_versions v) d USING (version_key);
  INSERT INTO articles SELECT a.article_key, a.id, a.file, a.title, a.publisher, a.url, a.published_on FROM store.articles a;
  INSERT INTO actors SELECT k.actor_key, k.id, k.name FROM store.actors k;
  INSERT INTO places SELECT k.place_key, k.id, k.name FROM store.places k;
  INSERT INTO event_actors SELECT v.version_key, j.key, k.actor_key, j.value ->> 'role'
  FROM store.event_versions v, json_each(v.document, '$.actors') j JOIN store.actors k ON k.id = j.value ->> 'id';
  INSERT INTO event_places SELECT v.version_key, j.key, k.place_key
  FROM store.event_versions v, json_each(v.document, '$.places') j JOIN store.places k ON k.id = j.value ->> 'id';
  INSERT INTO mentions SELECT v.version_key, j.key, m.mention_id, a.article_key, m.document ->> '$.quote.exact',
    m.document ->> '$.quote.start', m.document ->> '$.quote.end', m.document ->> '$.timex.text',
    m.document ->> '$.timex.start', m.document ->> '$.timex.end', m.document ->> '$.timex.type',
    m.document ->> '$.timex.value', m.document ->> '$.timex.mod', m.document ->> '$.date.edtf',
    m.document ->> '$.date.earliest', m.document ->> '$.date.latest', m.document ->> '$.date.precision',
    m.document ->> '$.date.role', m.document ->> '$.anchor.date', m.document ->> '$.anchor.basis', m.document ->> 'rule',
    m.document ->> 'datedBy', m.document ->> 'type', m.document ->> 'typePattern', m.document ->> 'modality',
    m.document ->> 'confidence'
  FROM store.event_versions v, json_each(v.mentions) j
  JOIN store.mention_versions m ON m.version_key = j.value
  JOIN store.articles a ON a.id = m.document ->> '$.article.id';
  INSERT INTO event_search (rowid, title, quotes) SELECT t.rowid, t.title, t.quotes FROM store.event_search t;
  CREATE INDEX events_by_date ON events (earliest, latest, id);
  CREATE INDEX events_by_month_day ON events (month_day, earliest, latest, id) WHERE month_day IS NOT NULL;
  ANALYZE;`;

/** Copies the rows that `writeStore` wrote into a new file. */
export function writePlainTables(file: string, storeFile: string): void {
  if (existsSync(file)) rmSync(file);
  const database = new Database(file);
  try {
    // The schema of the store names it.
    addRowChecksum(database);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = OFF');
    database.prepare('ATTACH ? AS store').run(storeFile);
    database.exec(`${TABLES} BEGIN; ${COPY} COMMIT;`);
  } finally {
    database.close();
  }
}
