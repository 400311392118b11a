import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openRest } from '../api/rest/rest-client.ts';
import { dayEvent, saveChange } from '../api/rest/stored-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);
const BOT = fileURLToPath(new URL('on-this-date-bot.ts', import.meta.url));

/** In the tests' timeline it is 22 December 2021. */
let timeline: string;

beforeEach(async () => {
  const rest = await openRest({ publicOrigin: 'https://timeline.example' });
  onTestFinished(() => rest.close());
  await saveChange(rest.store, {
    events: [
      dayEvent('recent', '2020-12-22'),
      dayEvent('centenary', '1921-12-22', { title: 'The canal opens', sourceCount: 4 }),
      dayEvent('yesterday', '2020-12-21'),
    ],
  });
  timeline = await rest.app.listen({ port: 0, host: '127.0.0.1' });
});

/** A webhook that answers with a status and keeps the posts it was sent. */
async function openWebhook(status: number) {
  const received: unknown[] = [];
  const server = createServer(async (request, response) => {
    received.push(await json(request));
    response.writeHead(status).end();
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, received };
}

const startBot = (webhook: string, ledger: string) =>
  run(process.execPath, [BOT, timeline, webhook, ledger]).then(
    ({ stdout }) => stdout.trim(),
    ({ code, stderr }) => `${code}: ${stderr.trim()}`,
  );

test('the bot posts the best of the day, then the next, and none twice', async () => {
  const ledger = join(await temporaryFolder(), 'posted.txt');
  const { url, received } = await openWebhook(200);
  expect(await startBot(url, ledger)).toBe('posted evt_centenary-2021');
  expect(await startBot(url, ledger)).toBe('posted evt_recent-2021');
  expect(await startBot(url, ledger)).toBe('nothing new to post');
  expect(received).toMatchObject([
    {
      id: 'evt_centenary-2021',
      text: expect.stringMatching(
        /^100 years ago.*The canal opens.*https:\/\/timeline\.example\/events\/evt_centenary/s,
      ),
    },
    { id: 'evt_recent-2021' },
  ]);
});

test('what may have arrived is not sent again', async () => {
  const ledger = join(await temporaryFolder(), 'posted.txt');
  const broken = await openWebhook(500);
  expect(await startBot(broken.url, ledger)).toBe('1: the webhook answered evt_centenary-2021 with 500');
  const mended = await openWebhook(200);
  expect(await startBot(mended.url, ledger)).toBe('posted evt_recent-2021');
  expect(await readFile(ledger, 'utf8')).toBe('evt_centenary-2021\nevt_recent-2021\n');
});

test('nothing is posted where the timeline cannot be read', async () => {
  const ledger = join(await temporaryFolder(), 'posted.txt');
  const { url, received } = await openWebhook(200);
  timeline = url.replace('127.0.0.1', 'localhost').replace(/:\d+/, ':9');
  expect(await startBot(url, ledger)).toBe('1: fetch failed');
  expect(received).toEqual([]);
});
