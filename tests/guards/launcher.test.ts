import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { transform } from '@swc/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { needPosix } from '../support/need-posix.ts';
import { type PlantedTree, plantTree } from './planted-tree.ts';

/** Stands for the rest of Dateline: prints its arguments. */
const CLI = `
const args: readonly string[] = process.argv.slice(2);
process.emitWarning('not yet stable', 'ExperimentalWarning');
process.emitWarning('going away', 'DeprecationWarning');
console.log(JSON.stringify(args));
process.exitCode = 7;
`;

let tree: PlantedTree;

beforeAll(async () => {
  tree = await plantTree({ 'src/cli.ts': CLI });
  await cp('src/launcher.js', join(tree.root, 'src/launcher.js'));
});

afterAll(() => tree.remove());

interface Ending {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function launch(...args: readonly string[]): Promise<Ending> {
  return new Promise((done) => {
    const child = execFile(process.execPath, args, { cwd: tree.root }, (_error, stdout, stderr) => {
      done({ exitCode: child.exitCode, stdout, stderr });
    });
  });
}

/** Runs before the launcher and makes it believe that it runs on another Node. */
const pretending = (version: string): string =>
  `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`;

test('arguments and exit code pass through', async () => {
  const ending = await launch('src/launcher.js', 'query', '--text', 'two words');
  expect(ending.stdout).toBe('["query","--text","two words"]\n');
  expect(ending.exitCode).toBe(7);
});

test("Node's experimental warnings are kept from the user, other warnings are not", async () => {
  const { stderr } = await launch('src/launcher.js');
  expect(stderr).toContain('DeprecationWarning: going away');
  expect(stderr).not.toContain('ExperimentalWarning');
});

test.each(['12.22.12', '20.20.2', '22.17.1'])('Node %s is refused in one line', async (version) => {
  const ending = await launch('--import', pretending(version), 'src/launcher.js', 'serve');
  expect(ending).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `dateline needs Node 22.18 or later, but this is Node ${version}\n`,
  });
});

test.each(['22.18.0', '23.0.0', '24.21.0'])('Node %s is accepted', async (version) => {
  const ending = await launch('--import', pretending(version), 'src/launcher.js', 'query');
  expect(ending.exitCode).toBe(7);
});

test('the version in the refusal is the one that package.json asks for', async () => {
  const { engines } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(engines).toEqual({ node: '>=22.18' });
});

test('the launcher has no syntax that Node 12 cannot parse', async () => {
  const source = await readFile('src/launcher.js', 'utf8');
  const forNode12 = await transform(source, { jsc: { target: 'es2019' } });
  const asWritten = await transform(source, { jsc: { target: 'es2024' } });
  expect(forNode12.code).toBe(asWritten.code);
  expect(source).not.toMatch(/\bawait\b/);
});

describe('a shell of Windows and one of POSIX read alike', () => {
  const plain = /^(?:biome|depcruise|knip|node|tsc|vitest)(?: [\w.:/=-]+)*$/;

  test.each(Object.entries(manifest.scripts))('npm run %s: %s', (_, script) => {
    expect(script).toMatch(plain);
  });

  test.each([
    'exec node src/launcher.js',
    'rm -rf dist && tsc',
    'PORT=0 node src/launcher.js',
    "node -e '1'",
  ])('not %s', (script) => expect(script).not.toMatch(plain));
});

describe('SIGTERM to npm start stops the server cleanly where the shell between them', () => {
  test.for([
    // npm ends with its shell, before the server does.
    ['waits for it', 'dash', expect.any(Array)],
    ['becomes it', 'bash', [0, null]],
  ])('%s (%s)', async ([, shell, end], context) => {
    needPosix(context);
    context.skip(spawnSync(shell, ['-c', 'true']).status !== 0, `there is no ${shell} here`);
    const npm = spawn('npm', ['start', '--silent', `--script-shell=${shell}`], {
      env: { ...process.env, PORT: '0', DATABASE_URL: 'sqlite::memory:', SEEDS: '', LOG_LEVEL: 'info' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    npm.stdout.setEncoding('utf8').on('data', (output: string) => {
      if (output.includes('listens on')) npm.kill('SIGTERM');
    });
    const [log, closed] = await Promise.all([text(npm.stderr), once(npm, 'close')]);
    const messages = log.split('\n').flatMap((line) => /"msg":"(stop.*)"/.exec(line)?.[1] ?? []);
    expect(messages).toEqual(['stopping', 'stopped']);
    expect(closed).toEqual(end);
  });
});
