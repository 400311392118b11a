import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BLUESKY_ACCOUNT, startBlueskyServer } from '../posting/bluesky-server.ts';
import { MASTODON_TOKEN, startMastodonServer } from '../posting/mastodon-server.ts';
import { startWebhookServer } from '../posting/webhook-server.ts';
import { finished, runDateline, startDateline } from '../support/run-dateline.ts';

const TEXT = [
  'NATO ministers met in Brussels on 4 December 2001.',
  'Russia moved troops towards Ukraine on 4 December 2016.',
].join(' ');

const PUBLIC_ORIGIN = 'https://timeline.example';

type Settings = Readonly<Record<string, string>>;

interface Target {
  readonly to: string;
  readonly settings: Settings;
  /** The number of posts so far. */
  posts(): number;
  onMade(call: () => void): void;
}

async function mastodonTarget(): Promise<Target> {
  const server = await startMastodonServer();
  return {
    to: 'mastodon',
    settings: { PUBLIC_ORIGIN, MASTODON_URL: server.origin, MASTODON_TOKEN },
    posts: () => server.statuses.length,
    onMade: (call) =>
      server.onMade(() => {
        server.forgetKeys();
        call();
      }),
  };
}

async function blueskyTarget(): Promise<Target> {
  const server = await startBlueskyServer();
  const { identifier, password } = BLUESKY_ACCOUNT;
  return {
    to: 'bluesky',
    settings: {
      PUBLIC_ORIGIN,
      BLUESKY_SERVICE: server.origin,
      BLUESKY_IDENTIFIER: identifier,
      BLUESKY_PASSWORD: password,
    },
    posts: () => server.records.size,
    onMade: server.onMade,
  };
}

async function webhookTarget(): Promise<Target> {
  const server = await startWebhookServer();
  return {
    to: 'webhook',
    settings: { PUBLIC_ORIGIN, WEBHOOK_URL: server.url, WEBHOOK_TOKEN: 'webhook-token' },
    posts: () => server.received.length,
    onMade: server.onMade,
  };
}

let folder: string;
let ledgers = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  await writeFile(join(folder, 'week.txt'), TEXT);
  await runDateline(['ingest', 'week.txt'], { folder });
});
afterAll(() => rm(folder, { recursive: true }));

/** Settings with a ledger of their own, over a timeline of two events of 4 December. */
function newLedger(settings: Settings = {}): { readonly folder: string; readonly settings: Settings } {
  ledgers += 1;
  return { folder, settings: { POST_LEDGER: `posts-${ledgers}.sqlite`, ...settings } };
}

const TARGETS = [
  ['Mastodon', mastodonTarget],
  ['Bluesky', blueskyTarget],
  ['a webhook', webhookTarget],
] as const;

describe.each(TARGETS)('post to %s', (_name, startTarget) => {
  test('posts one entry a day, and says where', async () => {
    const { to, settings, posts } = await startTarget();
    const options = newLedger(settings);
    const first = await runDateline(['post', '12-04', '--to', to], options);
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/^posted evt_[0-9a-f]{20}-\d{4} to /);
    const second = await runDateline(['post', '12-04', '--to', to], options);
    expect([second.code, second.stderr]).toEqual([0, `${to} has had its post of today\n`]);
    expect(posts()).toBe(1);
  });

  test('a run that is killed after its post has arrived leaves one post, however often it is run again', async () => {
    const { to, settings, posts, onMade } = await startTarget();
    const options = newLedger(settings);
    const child = startDateline(['post', '12-04', '--to', to], options);
    onMade(() => child.kill('SIGKILL'));
    expect((await finished(child)).signal).toBe('SIGKILL');
    onMade(() => {});
    for (const code of to === 'webhook' ? [1, 1] : [0, 0])
      expect((await runDateline(['post', '12-04', '--to', to], options)).code).toBe(code);
    expect(posts()).toBe(1);
  });
});

test('two runs at once post once', async () => {
  const { to, settings, posts } = await mastodonTarget();
  const options = newLedger(settings);
  const runs = await Promise.all([1, 2, 3].map(() => runDateline(['post', '12-04', '--to', to], options)));
  expect(posts()).toBe(1);
  for (const { code, stderr } of runs)
    expect(
      code === 0 || stderr === 'dateline: another run is posting: it has the ledger open\n',
      stderr,
    ).toBe(true);
});

test('a dry run shows the best entry and needs no account', async () => {
  const args = ['post', '12-04', '--to', 'mastodon', '--dry-run'];
  const { code, stdout, stderr } = await runDateline(args, newLedger());
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(
      /^\d+ years ago, on 4 December 20(01|16): [^\n]+\n\nhttp:\/\/127\.0\.0\.1:3000\/events\/evt_/,
    ),
  ]);
  expect(stderr).toMatch(/^dry run: would post evt_[0-9a-f]{20}-\d{4} to mastodon\n$/);
});

test('a dry run leaves out what the account has, and posts nothing', async () => {
  const { to, settings, posts } = await blueskyTarget();
  const options = newLedger(settings);
  const args = ['post', '12-04', '--to', to, '--json'];
  const { postId } = JSON.parse((await runDateline(args, options)).stdout);
  const dry = await runDateline([...args, '--dry-run'], options);
  const { kind, entry } = JSON.parse(dry.stdout);
  expect([kind, posts()]).toEqual(['DRY_RUN', 1]);
  expect(entry.postId).not.toBe(postId);
});

test('a day without events has nothing to post', async () => {
  const { to, settings, posts } = await webhookTarget();
  const { code, stderr } = await runDateline(['post', '01-01', '--to', to], newLedger(settings));
  expect([code, stderr, posts()]).toEqual([0, 'nothing to post\n', 0]);
});

test.each([
  ['mastodon', {}, 'to post to mastodon, set PUBLIC_ORIGIN and MASTODON_URL and MASTODON_TOKEN'],
  [
    'bluesky',
    { PUBLIC_ORIGIN, BLUESKY_IDENTIFIER: 'bot.example' },
    'to post to bluesky, set BLUESKY_PASSWORD',
  ],
  ['webhook', { WEBHOOK_URL: 'https://chat.example/' }, 'to post to webhook, set PUBLIC_ORIGIN'],
  [
    'webhook',
    { WEBHOOK_URL: 'secret' },
    'WEBHOOK_URL: it must be an address that begins with https:// or http://',
  ],
])('post to %s with %j is refused with code 2', async (to, settings, reason) => {
  const { code, stderr } = await runDateline(['post', '12-04', '--to', to], newLedger(settings));
  expect([code, stderr]).toEqual([2, `dateline: ${reason}\n`]);
});

test('no secret is ever printed', async () => {
  const { settings } = await mastodonTarget();
  const wrong = { ...settings, MASTODON_TOKEN: 'wrong-token\n', LOG_LEVEL: 'trace' };
  const refused = await runDateline(['post', '12-04', '--to', 'mastodon'], newLedger(wrong));
  expect(refused.code).toBeGreaterThan(0);
  expect(`${refused.stdout}${refused.stderr}`).not.toContain('wrong-token');
});
