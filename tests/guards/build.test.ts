import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transform } from '@swc/core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readPages } from '../docs/doc-pages.ts';
import { blockOf } from '../docs/page-parts.ts';
import { needPosix } from '../support/need-posix.ts';
import { type PlantedTree, plantTree, type Verdict } from './planted-tree.ts';

/** Folders that the image has beside the build. */
const READ_AT_RUN_TIME = ['schema', 'migrations', 'seeds'];

const run = promisify(execFile);

/** A program that uses the package by its name: one that is right, and one that asks for what no event has. */
const CONSUMER = {
  'consumer/tsconfig.json': '{ "extends": "../tsconfig.json", "include": ["."] }',
  'consumer/count-events.ts': `import { createClient } from 'dateline/client';
import { type EventFilter, EventsDocument } from 'dateline/client/operations';

const filter: EventFilter = { from: '2021-12-01', type: ['CONSULT', 'STATEMENT'] };
const client = createClient({ origin: process.argv[2] ?? '' });
const { events } = await client.ask(EventsDocument, { filter, first: 100 });
const days: readonly (string | null)[] = events.edges.map(({ node }) => node.date.earliest);
console.log(days.every((day) => day !== null && day >= '2014-01-01'));
`,
  'consumer/page.ts': blockOf(await readPages(), 'client'),
  'consumer/mistakes.ts': `import { createClient } from 'dateline/client';
import { EventsDocument } from 'dateline/client/operations';

const client = createClient({ origin: 'http://127.0.0.1' });
const { events } = await client.ask(EventsDocument, { first: 'all' });
console.log(events.edges.map(({ node }) => node.colour));
`,
} as const;

let tree: PlantedTree;
let build: Verdict;

beforeAll(async () => {
  tree = await plantTree(CONSUMER);
  const copied = ['src', 'build-dist.ts', ...READ_AT_RUN_TIME];
  await Promise.all(copied.map((name) => cp(name, join(tree.root, name), { recursive: true })));
  build = await tree.runCheck('build');
});

afterAll(() => tree.remove());

test('npm run build succeeds', () => {
  expect(build).toEqual({ exitCode: 0, stdout: '', stderr: '' });
});

test('the built launcher has no syntax that Node 12 cannot parse, but that it is a module', async () => {
  const source = readFileSync(join(tree.root, 'dist/launcher.js'), 'utf8');
  const [forNode12, asWritten] = await Promise.all(
    (['es2019', 'es2024'] as const).map((target) => transform(source, { jsc: { target } })),
  );
  expect(forNode12?.code).toBe(asWritten?.code);
  expect(source).toContain('silenceExperimentalWarnings');
});

test('who imports the client by the name of the package gets its types', async () => {
  const { exitCode, stdout } = await tree.runCheck(
    'check:types',
    '--project',
    'consumer',
    '--pretty',
    'false',
  );
  const found = stdout
    .split('\n')
    .flatMap((line) => /^(.*)\(\d.* (TS\d+):/.exec(line)?.slice(1).join(' ') ?? []);
  expect(exitCode).toBeGreaterThan(0);
  expect(found).toEqual(['consumer/mistakes.ts TS2322', 'consumer/mistakes.ts TS2339']);
});

test('the built program seeds a new database, serves it, also to its own client, and stops on SIGTERM', async (context) => {
  needPosix(context);
  const server = spawn(process.execPath, ['dist/launcher.js', 'serve'], {
    cwd: tree.root,
    env: { PATH: process.env['PATH'], PORT: '0', DATABASE_URL: 'sqlite:built.sqlite', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void server.kill('SIGKILL'));
  const closed = once(server, 'close');
  let status: number | undefined;
  let counted = '';
  let output = '';
  for await (const chunk of server.stdout.setEncoding('utf8')) {
    output += chunk;
    const origin = /listens on (\S+)\n/.exec(output)?.[1];
    if (origin === undefined || status !== undefined) continue;
    status = (await fetch(`${origin}/readyz`)).status;
    counted = (await run(process.execPath, ['consumer/count-events.ts', origin], { cwd: tree.root })).stdout;
    server.kill('SIGTERM');
  }
  expect(output).toContain('Timeline: 5 articles');
  expect(status).toBe(200);
  expect(counted).toBe('true\n');
  expect(await closed).toEqual([0, null]);
});
