import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PlantedTree, plantTree } from './planted-tree.ts';

const CLOCK = 'export const now = (): string => String(new Date());\n';
const PORT = "export const port = process.env['PORT'];\n";

/** A file, and the rules that it breaks in the order of their names. The same text may be right elsewhere. */
const PLANTED: readonly (readonly [path: string, text: string, rules: readonly string[]])[] = [
  ['src/domain/clock.ts', CLOCK, ['lint/style/noRestrictedGlobals']],
  ['src/temporal/clock.ts', CLOCK, ['lint/style/noRestrictedGlobals']],
  ['src/ingestion/formats/clock.ts', CLOCK, ['lint/style/noRestrictedGlobals']],
  ['src/timeline/clock.ts', CLOCK, []],
  [
    'src/temporal/hidden.ts',
    "export const hidden = globalThis['Date'];\n",
    ['lint/style/noRestrictedGlobals'],
  ],
  ['src/domain/ticks.ts', 'export const ticks = performance.now();\n', ['lint/style/noRestrictedGlobals']],
  ['src/ingestion/chance.ts', 'export const id = crypto.randomUUID();\n', ['lint/style/noRestrictedGlobals']],
  ['src/timeline/port.ts', PORT, ['lint/style/noProcessEnv']],
  ['src/cli/port.ts', PORT, ['lint/style/noProcessEnv']],
  [
    'src/store/port.ts',
    "import { env } from 'node:process';\n\nexport const port = env['PORT'];\n",
    ['lint/style/noProcessEnv'],
  ],
  ['src/config.ts', PORT, []],
  [
    'src/timeline/floating.ts',
    'const save = async (): Promise<number> => 1;\n\nexport function run(): void {\n  save();\n}\n',
    ['lint/nursery/noFloatingPromises'],
  ],
  ['src/api/default.ts', 'export default 1;\n', ['lint/style/noDefaultExport']],
  ['src/api/camelCase.ts', 'export const one = 1;\n', ['lint/style/useFilenamingConvention']],
  ['src/api/snake_case.ts', 'export const one = 1;\n', ['lint/style/useFilenamingConvention']],
  ['src/domain/enum.ts', 'export enum Side {\n  Left = 1,\n}\n', ['lint/style/noEnum']],
  ['src/domain/const-enum.ts', 'export const enum Side {\n  Left = 1,\n}\n', ['lint/suspicious/noConstEnum']],
  ['src/domain/any.ts', 'export const one: any = 1;\n', ['lint/suspicious/noExplicitAny']],
  [
    'src/domain/bang.ts',
    'export const text = (value: string | null): string => value!;\n',
    ['lint/style/noNonNullAssertion'],
  ],
  [
    'src/api/import-type.ts',
    "import { Side } from '../domain/enum.ts';\n\nexport type Other = Side;\n",
    ['lint/style/useImportType'],
  ],
  [
    'src/api/bare-builtin.ts',
    "import { join } from 'path';\n\nexport const place = join('a', 'b');\n",
    ['lint/style/useNodejsImportProtocol'],
  ],
  ['src/api/barrel.ts', "export { one } from './camelCase.ts';\n", ['lint/performance/noBarrelFile']],
  [
    'src/api/star.ts',
    "export * from './camelCase.ts';\n",
    ['lint/performance/noBarrelFile', 'lint/performance/noReExportAll'],
  ],
  ['src/api/console.ts', "console.log('here');\n", ['lint/suspicious/noConsole']],
  [
    'tests/only.test.ts',
    "import { test } from 'vitest';\n\ntest.only('one rule', () => {});\n",
    ['lint/suspicious/noFocusedTests'],
  ],
  ['src/api/layout.ts', 'export const one = [ 1 ]\n', ['format']],
];

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string };
}

let tree: PlantedTree;
let exitCode: number;
let diagnostics: readonly Diagnostic[];

beforeAll(async () => {
  tree = await plantTree(Object.fromEntries(PLANTED.map(([path, text]) => [path, text])));
  const verdict = await tree.runCheck('check:lint', '--colors=off', '--reporter=json');
  exitCode = verdict.exitCode;
  diagnostics = JSON.parse(verdict.stdout.slice(verdict.stdout.indexOf('{'))).diagnostics;
});

afterAll(() => tree.remove());

test('the linter refuses a tree with violations', () => {
  expect(exitCode).toBe(1);
});

describe('the linter finds in a planted file just the rules that it breaks', () => {
  test.each(PLANTED)('%s', (path, _text, rules) => {
    const found = diagnostics.filter((each) => each.location.path === path).map((each) => each.category);
    expect([...new Set(found)].sort()).toEqual(rules);
  });
});
