import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlantedTree, plantTree, type Verdict } from './planted-tree.ts';

/** What the image has beside the build. */
const READ_AT_RUN_TIME = ['schema', 'migrations', 'seeds'];

let tree: PlantedTree;
let build: Verdict;

beforeAll(async () => {
  tree = await plantTree({});
  const copied = ['src', 'tsconfig.build.json', ...READ_AT_RUN_TIME];
  await Promise.all(copied.map((name) => cp(name, join(tree.root, name), { recursive: true })));
  build = await tree.runCheck('build');
});

afterAll(() => tree.remove());

test('npm run build succeeds', () => {
  expect(build).toEqual({ exitCode: 0, stdout: '', stderr: '' });
});

test('the built program seeds a new database, serves it, and stops on SIGTERM', async () => {
  const server = spawn(process.execPath, ['dist/launcher.js', 'serve'], {
    cwd: tree.root,
    env: { PATH: process.env['PATH'], PORT: '0', DATABASE_URL: 'sqlite:built.sqlite', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(server, 'close');
  let status: number | undefined;
  let output = '';
  for await (const chunk of server.stdout.setEncoding('utf8')) {
    output += chunk;
    const origin = /listens on (\S+)\n/.exec(output)?.[1];
    if (origin === undefined || status !== undefined) continue;
    status = (await fetch(`${origin}/readyz`)).status;
    server.kill('SIGTERM');
  }
  expect(output).toContain('Timeline: 5 articles');
  expect(status).toBe(200);
  expect(await closed).toEqual([0, null]);
});
