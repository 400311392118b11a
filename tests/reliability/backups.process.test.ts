import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { backUpStore } from '../../src/store/copy-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { newsDocuments } from '../bench/news-documents.ts';
import { createTestTimeline } from '../support/open-test-timeline.ts';
import { startDateline } from '../support/run-dateline.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { usualOrLong } from '../support/usual-or-long.ts';

const BACKUPS = usualOrLong(3, 16);
/** More than another process saves while the backups are made. */
const ARTICLES = BACKUPS * 50;

test(`${BACKUPS} of ${BACKUPS} backups are complete and sound while another process ingests articles`, async () => {
  const folder = await temporaryFolder();
  const articles = join(folder, 'articles');
  await mkdir(articles);
  await Promise.all(
    newsDocuments(ARTICLES).map(({ id, text }) => writeFile(join(articles, `${id}.txt`), text)),
  );
  const url = `sqlite:${join(folder, 'a.sqlite')}`;
  const settings = { DATABASE_URL: url };
  const writer = startDateline(['ingest', articles], { folder, settings });
  writer.stdout?.resume();
  onTestFinished(() => void writer.kill('SIGKILL'));

  const store = await openStore(url);
  onTestFinished(() => store.close());
  let saved = 0;
  const nextRevision = async (): Promise<number> => {
    for (;;) {
      const revision = await store.readRevision();
      if (revision > saved) return revision;
      if (writer.exitCode !== null) throw new Error('the writer has ended before the last backup');
      await setTimeout(2);
    }
  };
  for (let made = 0; made < BACKUPS; made += 1) {
    saved = await nextRevision();
    const copy = join(folder, `copy-${made}.sqlite`);
    expect(await backUpStore(url, copy)).toEqual([]);
    const backup = await openStore(`sqlite:${copy}?mode=ro`);
    const { revision, articleCount } = await backup.readSummary();
    expect(revision).toBeGreaterThanOrEqual(saved);
    expect(articleCount).toBe(revision);
    expect(await createTestTimeline(backup).verify()).toEqual([]);
    await backup.close();
  }
});
