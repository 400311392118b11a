import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from '@swc/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlantedTree, plantTree } from './planted-tree.ts';

/** Stands for the rest of Dateline: prints its arguments, or serves until a signal stops it. */
const CLI = `
const [command, ...rest]: readonly string[] = process.argv.slice(2);
if (command === 'serve') {
  const waiting = setInterval(() => {}, 1000);
  process.once('SIGTERM', () => {
    clearInterval(waiting);
    console.log('stopped');
  });
  console.log('serving');
} else {
  process.emitWarning('not yet stable', 'ExperimentalWarning');
  process.emitWarning('going away', 'DeprecationWarning');
  console.log(JSON.stringify([command, ...rest]));
  process.exitCode = 7;
}
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

/** Runs before the launcher and changes the version of Node that the launcher sees. */
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

test('SIGTERM to npm start reaches the program', async () => {
  const npm = spawn('npm', ['start', '--silent'], { cwd: tree.root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  npm.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (text.includes('serving')) npm.kill('SIGTERM');
  });
  await once(npm, 'close');
  expect(output).toBe('serving\nstopped\n');
});
