import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { scriptsIn } from './page-references.ts';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly Step[]; readonly env?: Readonly<Record<string, string>> }>
  >;
}

interface Step {
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

const FOLDER = '.github/workflows';
const { scripts, engines } = JSON.parse(await readFile('package.json', 'utf8'));

const files = await readdir(FOLDER);
const workflows = await Promise.all(
  files.map(async (name) => ({
    name,
    workflow: parse(await readFile(join(FOLDER, name), 'utf8')) as Workflow,
  })),
);

const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps);
const commandsOf = (workflow: Workflow): readonly string[] =>
  stepsOf(workflow).flatMap(({ run }) => run ?? []);

const unknownScripts = (workflow: Workflow): readonly string[] =>
  commandsOf(workflow)
    .flatMap(scriptsIn)
    .filter((name) => !(name in scripts));

describe.each(workflows)('the workflow $name', ({ workflow }) => {
  test('runs only scripts of package.json', () => {
    expect(unknownScripts(workflow)).toEqual([]);
  });

  test('installs what the lockfile names before it runs anything else', () => {
    expect(commandsOf(workflow)[0]).toBe('npm ci');
  });

  test('takes the version of Node from .nvmrc', () => {
    const versions = stepsOf(workflow).flatMap(({ with: given }) => given?.['node-version-file'] ?? []);
    expect(versions).toEqual(Object.keys(workflow.jobs).map(() => '.nvmrc'));
  });
});

test('pushes and pull requests run every check and every test', () => {
  const ci = workflows.find(({ name }) => name === 'ci.yml')?.workflow;
  expect(Object.keys(ci?.on ?? {})).toEqual(['push', 'pull_request']);
  expect(ci && commandsOf(ci)).toEqual(['npm ci', 'npm test']);
});

test('the nightly workflow makes the long runs of the property tests', () => {
  const nightly = workflows.find(({ name }) => name === 'nightly.yml')?.workflow;
  expect(nightly && commandsOf(nightly)).toEqual(['npm ci', 'npm run test:unit']);
  expect(nightly && Object.values(nightly.jobs).map(({ env }) => env)).toEqual([
    { DATELINE_TEST_RUNS: 'long' },
  ]);
});

test('.nvmrc names a Node that the package accepts', async () => {
  const major = Number(await readFile('.nvmrc', 'utf8'));
  expect(major).toBe(24);
  expect(major).toBeGreaterThanOrEqual(Number.parseInt(engines.node.replace('>=', ''), 10));
});

test('a script that is not in package.json is found', () => {
  const planted: Workflow = parse(
    'on: { push: }\njobs: { a: { steps: [{ run: npm run gone }, { run: npm run bench }] } }',
  );
  expect(unknownScripts(planted)).toEqual(['gone']);
});
