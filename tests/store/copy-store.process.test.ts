import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COPIED_TABLES } from '../../src/store/copy/copied-tables.ts';
import { copyStore } from '../../src/store/copy-store.ts';
import { bundledMigrations, openStore } from '../../src/store/open-store.ts';
import { openCopyTarget } from '../../src/store/sqlite/copies/copy-target.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { copyAndDie, fillStore, forgetKeys, rowsOf } from './copied-timeline.ts';

test('a copy of a file has the same rows in every table, though it was killed on the way', async () => {
  const folder = await temporaryFolder();
  const [from, to] = [join(folder, 'from.sqlite'), join(folder, 'to.sqlite')];
  await fillStore(`sqlite:${from}`);
  forgetKeys(from);
  const rows = rowsOf(from);
  expect(COPIED_TABLES.filter(({ name }) => rows[name]?.length === 0)).toEqual([]);
  expect(copyAndDie(`sqlite:${from}`, `sqlite:${to}`, 20)).toBe('SIGKILL');
  expect(existsSync(to)).toBe(false);
  const tables = new Set<string>();
  await copyStore(`sqlite:${from}`, `sqlite:${to}`, { onProgress: (table) => tables.add(table) });
  expect(tables).not.toContain('articles');
  expect(rowsOf(to)).toEqual(rows);
  await expect(copyStore(`sqlite:${from}`, `sqlite:${to}`)).rejects.toMatchObject({
    code: 'BAD_CONFIG',
    message: 'the target has data of its own: name a new file or timeline',
  });
});

test('a file without data is replaced, unless a program has it open', async () => {
  const folder = await temporaryFolder();
  const [from, to] = [join(folder, 'from.sqlite'), join(folder, 'to.sqlite')];
  const source = await openStore(`sqlite:${from}`);
  await source.writeMarker('mark', 'of the source');
  await source.close();
  const other = await openStore(`sqlite:${to}`);
  await expect(copyStore(`sqlite:${from}`, `sqlite:${to}`)).rejects.toMatchObject({ code: 'STORE_BUSY' });
  await other.close();
  await copyStore(`sqlite:${from}`, `sqlite:${to}`);
  expect(rowsOf(to)).toEqual(rowsOf(from));
});

test('a copy is refused while another copy goes into the same file', async () => {
  const folder = await temporaryFolder();
  const [from, to] = [join(folder, 'from.sqlite'), join(folder, 'to.sqlite')];
  await (await openStore(`sqlite:${from}`)).close();
  const other = openCopyTarget(to, await bundledMigrations());
  await other.begin('another state');
  await expect(copyStore(`sqlite:${from}`, `sqlite:${to}`)).rejects.toMatchObject({
    code: 'STORE_BUSY',
    message: 'another copy goes into the same place',
  });
  await other.close();
  await copyStore(`sqlite:${from}`, `sqlite:${to}`);
  expect(rowsOf(to)).toEqual(rowsOf(from));
});

test.each([
  ['sqlite:missing.sqlite', 'sqlite:to.sqlite', 'NOT_FOUND'],
  ['sqlite::memory:', 'sqlite:to.sqlite', 'BAD_CONFIG'],
  ['sqlite:from.sqlite', 'sqlite::memory:', 'BAD_CONFIG'],
  ['sqlite:from.sqlite', 'sqlite:to.sqlite?mode=ro', 'READ_ONLY'],
])('a copy from %s to %s is refused: %s', async (from, to, code) => {
  const folder = await temporaryFolder();
  const inFolder = (url: string) => url.replace(/^sqlite:(?!:)/, `sqlite:${folder}/`);
  await (await openStore(inFolder('sqlite:from.sqlite'))).close();
  await expect(copyStore(inFolder(from), inFolder(to))).rejects.toMatchObject({ code });
  expect(existsSync(join(folder, 'to.sqlite'))).toBe(false);
});
