import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyStore } from '../../src/store/copy-store.ts';
import { openPostLedger, openStore } from '../../src/store/open-store.ts';
import { openTimelineCatalog } from '../../src/store/open-timeline-catalog.ts';
import { execute, missingPostgres, postgresDatabase } from '../support/postgres-database.ts';
import { copyAndDie, everythingOf, fillStore, rowsOf } from './copied-timeline.ts';
import { tried } from './describe-post-ledger.ts';
import { entry } from './describe-timeline-catalog.ts';
import { everything } from './everything.ts';

describe.skipIf(missingPostgres !== null)(`a server${missingPostgres ?? ''}`, () => {
  const url = postgresDatabase('copies');
  let folder = '';
  let file = '';
  let original = {};

  if (missingPostgres === null) {
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'dateline-copies-'));
      file = join(folder, 'original.sqlite');
      await fillStore(`sqlite:${file}`);
      original = await everythingOf(`sqlite:${file}`);
    });
    afterAll(() => rm(folder, { recursive: true }));
  }

  /** A new timeline of the database; returns its URL. */
  async function newTimeline(slug: string): Promise<string> {
    const catalog = await openTimelineCatalog(url());
    await catalog.create(entry(slug));
    const made = (await catalog.list()).find((timeline) => timeline.slug === slug);
    await catalog.close();
    return made?.databaseUrl ?? '';
  }

  test('a timeline is the same on a server, in another timeline there, and in a file again', async () => {
    const [one, other] = [await newTimeline('one'), await newTimeline('other')];
    await copyStore(`sqlite:${file}`, one);
    expect(await everythingOf(one)).toEqual(original);
    const ledger = await openPostLedger(one);
    const post = tried('evt_a-2026', '2026-12-21T07:00:00.000Z');
    await ledger.begin(post);
    await ledger.close();
    await copyStore(one, other);
    expect(await everythingOf(other)).toEqual(original);
    const copied = await openPostLedger(other);
    expect([...(await copied.known(post.account, [post.postId]))]).toEqual([post.postId]);
    await copied.close();

    const back = join(folder, 'back.sqlite');
    await copyStore(other, `sqlite:${back}`);
    expect(await everythingOf(`sqlite:${back}`)).toEqual(original);
    expect(rowsOf(back)).toEqual(rowsOf(file));
  });

  test('a copy that was killed is opened by nobody, and goes on where it was', async () => {
    const target = await newTimeline('killed');
    expect(copyAndDie(`sqlite:${file}`, target, 12)).toBe('SIGKILL');
    await expect(openStore(target)).rejects.toMatchObject({
      code: 'STORE_BUSY',
      message: 'a copy into the timeline has not come to its end: give the same "dateline copy" again',
    });
    const tables = new Set<string>();
    await copyStore(`sqlite:${file}`, target, { onProgress: (table) => tables.add(table) });
    expect(tables).not.toContain('articles');
    expect(await everythingOf(target)).toEqual(original);

    const back = join(folder, 'killed.sqlite');
    expect(copyAndDie(target, `sqlite:${back}`, 40)).toBe('SIGKILL');
    expect(existsSync(back)).toBe(false);
    await copyStore(target, `sqlite:${back}`);
    expect(rowsOf(back)).toEqual(rowsOf(file));
    expect(existsSync(`${back}.copying`)).toBe(false);
  });

  test('a broken copy of another state is begun anew, and a timeline with data is refused', async () => {
    const target = await newTimeline('other-state');
    const smaller = join(folder, 'smaller.sqlite');
    await (await openStore(`sqlite:${smaller}`)).close();
    expect(copyAndDie(`sqlite:${file}`, target, 30)).toBe('SIGKILL');
    await copyStore(`sqlite:${smaller}`, target);
    expect(await everythingOf(target)).toEqual(await everythingOf(`sqlite:${smaller}`));
    await copyStore(`sqlite:${file}`, target);
    const filled = { code: 'BAD_CONFIG', message: /^the target has data of its own/ };
    for (const from of [`sqlite:${file}`, target])
      await expect(copyStore(from, target)).rejects.toMatchObject({
        ...filled,
        message: expect.stringMatching(filled.message),
      });
    expect(await everythingOf(target)).toEqual(original);
  });

  test('of two copies into one timeline at once, one comes to its end', async () => {
    const target = await newTimeline('contested');
    const copies = [1, 2].map(() => copyStore(`sqlite:${file}`, target, { rowsAtOnce: 20 }));
    const outcomes = await Promise.allSettled(copies);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'STORE_BUSY' }) }),
    );
    expect(await everythingOf(target)).toEqual(original);
  });

  test('a program that has the target open changes nothing meanwhile, and then reads the copy', async () => {
    const target = await newTimeline('meanwhile');
    const store = await openStore(target);
    const refused: unknown[] = [];
    let asked: Promise<unknown> = Promise.resolve();
    await copyStore(`sqlite:${file}`, target, {
      onProgress: (table) => {
        if (table === 'events')
          asked = store.writeMarker('mark', 'late').catch((error) => refused.push(error));
      },
    });
    await asked;
    expect(refused).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await everything(store)).toEqual(original);
    await store.close();
    expect(await execute(url(), "SELECT 1 FROM markers WHERE name = 'copying'")).toEqual([]);
  });
});
