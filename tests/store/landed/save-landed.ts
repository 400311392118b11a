import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fillTimeline } from '../../support/fill-timeline.ts';
import { openTestTimeline } from '../../support/open-test-timeline.ts';

/*
 * `node tests/store/landed/save-landed.ts` keeps a database that the present schema has made, as `NNNN.sqlite.gz` with the
 * number of the last migration. It is run once for each new migration: a later run refuses to replace the file.
 */

const migrations = await readdir(new URL('../../../migrations/sqlite', import.meta.url));
const number = migrations
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .at(-1)
  ?.slice(0, 4);
const file = join(tmpdir(), `landed-${process.pid}.sqlite`);
const { timeline, close } = await openTestTimeline(`sqlite:${file}`);
await fillTimeline(timeline);
await close();
await writeFile(
  new URL(`${number}.sqlite.gz`, import.meta.url),
  gzipSync(await readFile(file), { level: 9 }),
  {
    flag: 'wx',
  },
);
await rm(file);
