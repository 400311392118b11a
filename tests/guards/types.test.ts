import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PlantedTree, plantTree } from './planted-tree.ts';

/** A file, the error that it must raise, and what is wrong with it. */
const PLANTED: readonly (readonly [path: string, text: string, error: string, fault: string])[] = [
  ['src/mismatch.ts', "export const one: number = 'one';\n", 'TS2322', 'a text where a number belongs'],
  [
    'src/unchecked-index.ts',
    'export const first = (all: readonly string[]): string => all[0];\n',
    'TS2322',
    'an element that may be missing',
  ],
  [
    'src/optional.ts',
    'export const page: { after?: string } = { after: undefined };\n',
    'TS2375',
    'undefined for an absent field',
  ],
  ['src/implicit-any.ts', 'export const same = (value) => value;\n', 'TS7006', 'a parameter without a type'],
  ['src/enum.ts', 'export enum Side {\n  Left = 1,\n}\n', 'TS1294', 'syntax that Node cannot strip'],
  [
    'src/parameter-property.ts',
    'export class Box {\n  constructor(readonly value: number) {}\n}\n',
    'TS1294',
    'syntax that Node cannot strip',
  ],
  ['src/no-extension.ts', "export { one } from './mismatch';\n", 'TS2835', 'an import without its extension'],
  ['src/unused.ts', 'const one = 1;\nexport const two = 2;\n', 'TS6133', 'a value that nobody reads'],
  [
    'tests/wrong.test.ts',
    "export const one: number = 'one';\n",
    'TS2322',
    'a text where a number belongs, in a test',
  ],
];

let tree: PlantedTree;
let output: string;
let exitCode: number;

beforeAll(async () => {
  tree = await plantTree(Object.fromEntries(PLANTED.map(([path, text]) => [path, text])));
  const verdict = await tree.runCheck('check:types', '--pretty', 'false');
  exitCode = verdict.exitCode;
  output = verdict.stdout;
});

afterAll(() => tree.remove());

test('the compiler refuses a tree with type errors', () => {
  expect(exitCode).toBeGreaterThan(0);
});

describe('the compiler finds', () => {
  test.each(PLANTED)('%s: %s %s (%s)', (path, _text, error) => {
    const lines = output.split('\n').filter((line) => line.startsWith(`${path}(`));
    expect(lines.join('\n')).toContain(`error ${error}:`);
  });
});

test('the compiler reads the types of the script of the pages from its comments', async () => {
  const folder = 'src/pages/assets';
  const script = await plantTree({
    [`${folder}/tsconfig.json`]: await readFile(`${folder}/tsconfig.json`, 'utf8'),
    [`${folder}/pages.js`]: '/** @type {number} */\nexport const one = document.title;\n',
  });
  const { exitCode, stdout } = await script.runCheck('check:script', '--pretty', 'false');
  await script.remove();
  expect(exitCode).toBeGreaterThan(0);
  expect(stdout).toContain(`${folder}/pages.js(2,14): error TS2322:`);
});
