import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { type Migration, pendingMigrations, readMigrations } from '../../src/store/sql/migrations.ts';
import { applyMigrations, refuseForeign } from '../../src/store/sqlite/apply-migrations.ts';

const migration = (number: number, name: string, sql = 'SELECT 1'): Migration => ({
  number,
  name,
  sql,
  checksum: `sum of ${sql}`,
});
const [one, two, three] = [migration(1, 'create_a'), migration(2, 'add_b'), migration(3, 'drop_c')];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-migrations-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the files of a folder', () => {
  test('are migrations in the order of their numbers, whatever else lies there', async () => {
    await writeFile(join(folder, '0002_add_b.sql'), 'SELECT 2;');
    await writeFile(join(folder, '0001_create_a.sql'), 'SELECT 1;');
    await writeFile(join(folder, 'README.md'), 'no migration');
    const found = await readMigrations(folder);
    expect(found.map(({ number, name, sql }) => [number, name, sql])).toEqual([
      [1, 'create_a', 'SELECT 1;'],
      [2, 'add_b', 'SELECT 2;'],
    ]);
  });

  test('have the same checksum with either line end, and another one for any other change', async () => {
    const texts = { '0001_lf.sql': 'A\nB\n', '0002_crlf.sql': 'A\r\nB\r\n', '0003_other.sql': 'A\nB \n' };
    for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
    const [lf, crlf, other] = (await readMigrations(folder)).map(({ checksum }) => checksum);
    expect(crlf).toBe(lf);
    expect(other).not.toBe(lf);
    expect(lf).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each(['1_create.sql', '0001-create.sql', '0001_.sql', '0001_Create.sql'])(
    'are refused with a name like "%s"',
    async (name) => {
      await writeFile(join(folder, name), '');
      await expect(readMigrations(folder)).rejects.toThrow(`"${name}" is not named like a migration`);
    },
  );
});

describe('what is pending', () => {
  test('is everything after what was applied', () => {
    expect(pendingMigrations([one, two, three], [])).toEqual([one, two, three]);
    expect(pendingMigrations([one, two, three], [one])).toEqual([two, three]);
    expect(pendingMigrations([one, two], [one, two])).toEqual([]);
  });

  test.each([
    ['was edited', [{ ...one, checksum: 'another' }], '0001_create_a was changed after it had been applied'],
    ['was renamed', [{ ...one, name: 'make_a' }], '0001_make_a was changed after it had been applied'],
    [
      'is missing',
      [one, migration(2, 'gone'), three],
      '0002_gone was applied to the database but is missing',
    ],
    ['is newer', [one, two, three, migration(4, 'later')], '0004_later is not known here'],
    ['was skipped', [one, three], '0002_add_b was not applied although 0003 was'],
  ])('is refused where an applied migration %s', (what, applied, message) => {
    const known = what === 'is missing' ? [one, three] : [one, two, three];
    expect(() => pendingMigrations(known, applied)).toThrow(message);
    expect(() => pendingMigrations(known, applied)).toThrow(
      expect.objectContaining({ code: 'MIGRATION_CHANGED' }),
    );
  });
});

describe('a database', () => {
  const tablesOf = (database: Database.Database): unknown =>
    database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();

  test('goes through each migration once', () => {
    const database = new Database(':memory:');
    const create = migration(1, 'create_a', 'CREATE TABLE a (x INTEGER) STRICT');
    applyMigrations(database, [create]);
    applyMigrations(database, [create, migration(2, 'create_b', 'CREATE TABLE b (x INTEGER) STRICT')]);
    expect(tablesOf(database)).toEqual(['a', 'b', 'schema_migrations']);
  });

  test('keeps what came before a migration that fails, and nothing of that one', () => {
    const database = new Database(':memory:');
    const create = migration(1, 'create_a', 'CREATE TABLE a (x INTEGER) STRICT');
    const broken = migration(2, 'create_b', 'CREATE TABLE b (x INTEGER) STRICT; CREATE TABLE a (y INTEGER)');
    expect(() => applyMigrations(database, [create, broken])).toThrow('already exists');
    expect(tablesOf(database)).toEqual(['a', 'schema_migrations']);
  });

  test('of another program is left alone', async () => {
    const file = join(folder, 'other.sqlite');
    const other = new Database(file);
    other.exec('CREATE TABLE recipes (name TEXT)');
    expect(() => refuseForeign(other)).toThrow('belongs to another program');
    await expect(openStore(`sqlite:${file}`)).rejects.toMatchObject({ code: 'BAD_CONFIG' });
    expect(tablesOf(other)).toEqual(['recipes']);
    expect(other.pragma('journal_mode', { simple: true })).toBe('delete');
    other.close();
  });

  test('of the bundled migrations has STRICT tables alone, besides the full-text index and its shadows', async () => {
    const file = join(folder, 'new.sqlite');
    await (await openStore(`sqlite:${file}`)).close();
    const database = new Database(file);
    const lax = database
      .prepare(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all();
    expect(lax).toEqual([]);
    database.close();
  });
});

describe('a URL', () => {
  test.each(['mysql://user:secret@db/x', 'sqlite:', 'sqlite: ', 'data/dateline.sqlite', ''])(
    '"%s" names no store and its secrets are not repeated',
    async (url) => {
      const failure = await openStore(url).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'BAD_CONFIG' });
      expect(String(failure)).not.toContain('secret');
    },
  );

  test('of a file in a folder that does not exist makes the folder', async () => {
    const url = `sqlite:${join(folder, 'deep', 'er', 'a.sqlite')}`;
    const store = await openStore(url);
    await store.writeMarker('a', 'b');
    await store.close();
    const again = await openStore(url);
    expect(await again.readMarker('a')).toBe('b');
    await again.close();
  });

  test('of a folder that cannot be made is a mistake in the settings', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(openStore(`sqlite:${join(folder, 'file', 'a.sqlite')}`)).rejects.toMatchObject({
      code: 'BAD_CONFIG',
    });
    await expect(openStore(`sqlite:${folder}`)).rejects.toMatchObject({ code: 'BAD_CONFIG' });
  });
});
