import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { plantTree } from './planted-tree.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CONTRACT = join(ROOT, 'tests', 'store', 'contract');

/** The one file of the contract that may ask for other answers of another back end. */
const DIFFERENCES = 'ranking.ts';

/** Ways to leave a back end out, or to ask something else of it. */
const EXCEPTION = /\b(?:backEnd|postgres\w*|sqlite)\b|\.(?:skip|skipIf|runIf|todo|only|fails)\b/gi;

const exceptionsIn = (text: string): readonly string[] => text.match(EXCEPTION) ?? [];

/** The methods of the port, as its interfaces have them. */
const methodsOf = (port: string): readonly string[] =>
  [...port.matchAll(/^ {2}(\w+)(?:<\w+>)?\(/gm)].map(([, name = '']) => name);

const uncalledIn = (contract: string, methods: readonly string[]): readonly string[] =>
  methods.filter((method) => !contract.includes(`.${method}(`));

let contract: ReadonlyMap<string, string>;

beforeAll(async () => {
  const names = await readdir(CONTRACT);
  const texts = names.map(async (name) => [name, await readFile(join(CONTRACT, name), 'utf8')] as const);
  contract = new Map(await Promise.all(texts));
});

test('the contract asks the same of all back ends, but in the file of the differences', () => {
  const others = [...contract].filter(([name]) => name !== DIFFERENCES);
  expect(others.flatMap(([name, text]) => exceptionsIn(text).map((word) => `${name}: ${word}`))).toEqual([]);
  expect(exceptionsIn(contract.get(DIFFERENCES) ?? '')).not.toEqual([]);
});

test.each(["test.skipIf(backEnd === 'SQLite')('…')", "if (name === 'PostgreSQL') return;", "test.only('…')"])(
  'an exception is seen: %s',
  (text) => expect(exceptionsIn(text)).not.toEqual([]),
);

test('the contract calls every method of the port', async () => {
  const port = await readFile(join(ROOT, 'src', 'store', 'port', 'event-store.ts'), 'utf8');
  const changes = await readFile(join(ROOT, 'tests', 'store', 'save-change.ts'), 'utf8');
  const suite = await readFile(join(ROOT, 'tests', 'store', 'contract.ts'), 'utf8');
  const called = [...contract.values(), changes, suite].join('\n');
  expect(methodsOf(port)).toContain('withTimeline');
  expect(uncalledIn(called, methodsOf(port))).toEqual([]);
  expect(uncalledIn(called.replaceAll('.countByDays(', ''), methodsOf(port))).toEqual(['countByDays']);
});

test('a planted difference fails the contract', async () => {
  const url = (path: string): string => pathToFileURL(join(ROOT, path)).href;
  const tree = await plantTree({
    'vitest.config.ts': "export default { test: { include: ['planted.test.ts'] } };",
    'planted.test.ts': `
      import { openStore } from '${url('src/store/open-store.ts')}';
      import { describeEventStore } from '${url('tests/store/contract.ts')}';
      const open = () => openStore('sqlite::memory:');
      describeEventStore('PostgreSQL', 'planted order', open);
      describeEventStore('SQLite', 'planted count', async () => {
        const store = await open();
        return { ...store, countEvents: async (filter) => (await store.countEvents(filter)) + 1 };
      });`,
  });
  const { exitCode } = await tree.runCheck(
    'test:unit',
    '-t',
    'of two words|a hidden event is in',
    '--reporter',
    'json',
  );
  const report = JSON.parse(await readFile(join(tree.root, '.vitest', 'json', 'output.json'), 'utf8'));
  await tree.remove();
  const failed = report.testResults[0].assertionResults.filter(
    ({ status }: { readonly status: string }) => status === 'failed',
  );
  expect([exitCode, failed.map(({ fullName }: { readonly fullName: string }) => fullName)]).toEqual([
    1,
    [
      'planted order ranking of two words, the rarer one counts more in SQLite, and words near to each other in PostgreSQL',
      'planted count curation a hidden event is in no list, no count and no search, and its id says that it is hidden',
    ],
  ]);
});
