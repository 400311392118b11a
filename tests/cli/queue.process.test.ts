import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { ADAS_TOKEN, BY_ADA } from '../api/write-token.ts';
import { needPosix } from '../support/need-posix.ts';
import { runDateline } from '../support/run-dateline.ts';
import { startServer } from '../support/run-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const WRITE_TOKENS = ADAS_TOKEN.map(({ name, sha256 }) => `${name}:${sha256}`).join(',');
const VISIT = 'Emmanuel Macron met Olaf Scholz in Paris on 10 December 2021.';
const NO_DAY =
  '  warning  DEFAULT_ANCHOR: no day known; read as of 2021-12-21; give publishedOn or --anchor\n';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const dateline = (...args: readonly string[]) => runDateline(args, { folder });

test('articles in the queue are read by a worker, and those that cannot be read are listed and tried again', async () => {
  const lines = [{ text: VISIT, publishedOn: '2021-12-12' }, { text: ' ' }];
  await writeFile(
    join(folder, 'wire.ndjson'),
    `${lines.map((line) => JSON.stringify(line)).join('\n')}\n\n{\n`,
  );
  await writeFile(join(folder, 'call.txt'), 'Joe Biden spoke with Vladimir Putin on Tuesday.');
  expect(await dateline('enqueue', 'wire.ndjson', 'call.txt', 'none.txt')).toMatchObject({
    code: 1,
    stdout: '4 articles put into the queue, 1 refused. 4 wait.\n',
    stderr: 'none.txt: no such file or folder\n',
  });
  const work = await dateline('work', '--drain', '--lanes', '1');
  expect(work.stdout).toBe(
    'ADDED       wire.ndjson  2021-12-12 METADATA  1 event, 1 mention\n' +
      `ADDED       call.txt  2021-12-21 DEFAULT  1 event, 1 mention\n${NO_DAY}`,
  );
  expect(work.code).toBe(1);
  expect(work.stderr).toMatch(
    /^job_\w+: the text is empty\njob_\w+: .+\n2 failed: see "dateline jobs list"\n$/,
  );
  const [counts, ...failed] = (await dateline('jobs', 'list', '--json')).stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(counts).toEqual({ queued: 0, running: 0, failed: 2 });
  expect(failed.map(({ name }) => name).sort()).toEqual(['wire.ndjson:line 2', 'wire.ndjson:line 4']);
  expect((await dateline('jobs', 'retry')).stdout).toBe('2 articles put back into the queue\n');
  expect((await dateline('jobs', 'list')).stdout).toBe('2 wait, 0 being read, 0 failed\n');
  expect(await dateline('jobs', 'retry', 'job_0')).toMatchObject({ code: 1, stdout: '' });
});

test('an article that a server has accepted is read after the server was killed', async (context) => {
  needPosix(context);
  const settings = { WRITE_TOKENS, SEEDS: '', DATABASE_URL: 'sqlite:timeline.sqlite' };
  const killed = startServer({ folder, settings });
  const body = JSON.stringify({ text: VISIT.repeat(20) });
  const headers = { ...BY_ADA, 'content-type': 'application/json' };
  const sent = await fetch(`${await killed.origin()}/v1/articles?async=true`, {
    method: 'POST',
    headers,
    body,
  });
  expect(sent.status).toBe(202);
  await killed.end('SIGKILL');
  const again = startServer({ folder, settings });
  const job = `${await again.origin()}${sent.headers.get('location')}`;
  const ask = async () => Object(await (await fetch(job, { headers: BY_ADA })).json());
  let answer = await ask();
  while (!['DONE', 'FAILED'].includes(answer.state)) {
    await setTimeout(50);
    answer = await ask();
  }
  expect(answer).toMatchObject({ state: 'DONE', report: { outcome: 'ADDED' } });
  expect(await again.end('SIGTERM')).toEqual({ code: 0, signal: null });
});
