import { existsSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { TimelineError } from '../../domain/errors.ts';
import type { CataloguedTimeline, TimelineCatalog } from '../port/timeline-catalog.ts';
import {
  type ListedTimeline,
  TIMELINE_COLUMNS,
  type TimelineRow,
  timelineValues,
  toListedTimeline,
} from '../sql/columns/timeline-row.ts';
import { type TimelineFolder, urlInFolder } from '../timeline-folder.ts';
import { answer } from './sqlite-errors.ts';

/** The file beside the stores of a folder that lists them. */
const CATALOG_FILE = 'timelines.catalog';

/** A row keeps the name of its file, so that a timeline may get another slug while a server has the file open. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS timelines (
    slug TEXT NOT NULL PRIMARY KEY,
    file TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT,
    publisher TEXT,
    language TEXT NOT NULL,
    license TEXT,
    default_anchor TEXT NOT NULL,
    names_file TEXT
  ) STRICT`;

interface ListedRow extends TimelineRow {
  readonly file: string;
}

const LIST = `SELECT file, ${TIMELINE_COLUMNS} FROM timelines ORDER BY slug`;

const SAVE = `
  INSERT INTO timelines (file, ${TIMELINE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (file) DO UPDATE SET (slug, name, description, publisher, language, license, default_anchor, names_file) =
    (excluded.slug, excluded.name, excluded.description, excluded.publisher, excluded.language, excluded.license,
     excluded.default_anchor, excluded.names_file)`;

/** How long a change waits for another process that changes the list. */
const BUSY_MS = 5000;

/**
 * The list of a folder of timelines. It is short, so it is read whole. The first timeline that is created makes the folder and
 * the list: to look at a list makes none.
 */
export function folderCatalog(folder: TimelineFolder): TimelineCatalog {
  const file = join(folder.path, CATALOG_FILE);
  let opened: Database.Database | undefined;
  const open = (): Database.Database => {
    opened ??= openList(folder, file);
    return opened;
  };
  const list = (): readonly ListedRow[] =>
    existsSync(file) ? open().prepare<[], ListedRow>(LIST).all() : [];
  const save = (place: string, timeline: ListedTimeline): void =>
    void open()
      .prepare(SAVE)
      .run(place, ...timelineValues(timeline));
  /** No other process changes the list while `change` looks at it. */
  const changing = <T>(change: () => T): Promise<T> => answer(() => open().transaction(change).immediate());
  return {
    list: () => answer(() => list().map((row) => toTimeline(row, folder))),
    create: (timeline) =>
      changing(() => {
        const rows = list();
        requireFree(rows, timeline.slug);
        save(freeFile(folder, rows, timeline.slug), timeline);
      }),
    change: (slug, changes) =>
      changing(() => {
        const rows = list();
        const row = requireRow(rows, slug);
        if (changes.slug !== undefined && changes.slug !== slug) requireFree(rows, changes.slug);
        save(row.file, { ...toTimeline(row, folder), ...changes });
      }),
    remove: async (slug) => {
      const place = await changing(() => {
        const row = requireRow(list(), slug);
        open().prepare('DELETE FROM timelines WHERE slug = ?').run(slug);
        return row.file;
      });
      for (const suffix of ['', '-wal', '-shm', '-queue', '.copying', '.copying-wal', '.copying-shm'])
        await rm(join(folder.path, place + suffix), { force: true });
    },
    close: () => answer(() => void opened?.close()),
  };
}

function openList({ path, isReadOnly }: TimelineFolder, file: string): Database.Database {
  if (isReadOnly && !existsSync(file))
    throw new TimelineError('READ_ONLY', 'the database is open for reading only');
  if (!isReadOnly) mkdirSync(path, { recursive: true });
  const database = new Database(file, { readonly: isReadOnly, timeout: BUSY_MS });
  if (!isReadOnly) database.exec(SCHEMA);
  return database;
}

const toTimeline = (row: ListedRow, folder: TimelineFolder): CataloguedTimeline => ({
  ...toListedTimeline(row),
  databaseUrl: urlInFolder(folder, row.file),
});

/** A file that no timeline has and that does not exist, since an earlier timeline may have had the same slug. */
function freeFile(folder: TimelineFolder, rows: readonly ListedRow[], slug: string): string {
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? `${slug}.sqlite` : `${slug}.${number}.sqlite`;
    if (!rows.some((row) => row.file === file) && !existsSync(join(folder.path, file))) return file;
  }
}

function requireFree(rows: readonly ListedRow[], slug: string): void {
  if (rows.some((row) => row.slug === slug))
    throw new TimelineError('BAD_CONFIG', `there is a timeline "${slug}" already`);
}

function requireRow(rows: readonly ListedRow[], slug: string): ListedRow {
  const row = rows.find((each) => each.slug === slug);
  if (row === undefined) throw new TimelineError('NOT_FOUND', `there is no timeline "${slug}"`);
  return row;
}
