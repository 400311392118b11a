import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CONFIG_FIELDS } from '../../src/config.ts';
import { BLUESKY_ACCOUNT, startBlueskyServer } from '../posting/bluesky-server.ts';
import { MASTODON_TOKEN, startMastodonServer } from '../posting/mastodon-server.ts';
import { runDateline } from '../support/run-dateline.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { readPages } from './doc-pages.ts';
import { blockOf } from './page-parts.ts';

interface Step {
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

const pages = await readPages();

const blockAfter = (name: string): string => blockOf(pages, name);

/** The arguments of the runs of Dateline in a text. */
const runsIn = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/npm run -s dateline -- (.+)/g)].map(([, args = '']) => args.split(' '));

/** A text that an article could have: something happened on today's day of another year. */
function articleOfToday(): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return `NATO ministers met in Brussels on ${day.format(Date.now())} 2000.`;
}

describe('the workflow that a page shows', () => {
  const steps = (): readonly Step[] => parse(blockAfter('workflow')).jobs.post.steps;

  test('sets variables that are settings, and keeps the ledger where the settings place it', () => {
    const names = CONFIG_FIELDS.map(({ name }) => name);
    const set = steps().flatMap(({ env = {} }) => Object.keys(env));
    expect(set.filter((name) => !names.includes(name))).toEqual([]);
    const kept = steps().flatMap((step) => step.with?.['path'] ?? []);
    const ledger = CONFIG_FIELDS.find(({ name }) => name === 'POST_LEDGER')?.default;
    expect(kept).toEqual([ledger, ledger]);
  });

  test('posts what its articles tell, and once', async () => {
    const folder = await temporaryFolder();
    const { origin, records } = await startBlueskyServer();
    const settings = {
      PUBLIC_ORIGIN: 'https://timeline.example',
      BLUESKY_SERVICE: origin,
      BLUESKY_IDENTIFIER: BLUESKY_ACCOUNT.identifier,
      BLUESKY_PASSWORD: BLUESKY_ACCOUNT.password,
    };
    const files = join(folder, 'articles');
    await writeArticle(files);
    for (const args of [...runsIn(blockAfter('workflow')), ...runsIn(blockAfter('workflow'))])
      expect((await runDateline(args, { folder, settings })).code, args.join(' ')).toBe(0);
    expect(records.size).toBe(1);
  });
});

test('the crontab that a page shows runs the command with a file of settings', async () => {
  const folder = await temporaryFolder();
  const { origin, statuses } = await startMastodonServer();
  await writeArticle(join(folder, 'articles'));
  await runDateline(['ingest', 'articles'], { folder });
  const settings = { PUBLIC_ORIGIN: 'https://timeline.example', MASTODON_URL: origin, MASTODON_TOKEN };
  expect(blockAfter('crontab')).toMatch(
    /^\d+ \d+ \* \* \* cd \S+ && set -a && \. \.\/post\.env && npm run -s /,
  );
  // In UTC, like the article: in a zone that already has another day there is nothing to post.
  for (const args of runsIn(blockAfter('crontab')))
    await runDateline([...args, '--tz', 'UTC'], { folder, settings });
  expect(statuses).toHaveLength(1);
});

async function writeArticle(folder: string): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, 'today.txt'), articleOfToday());
}
