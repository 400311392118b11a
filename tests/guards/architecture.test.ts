import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PlantedTree, plantTree, runCheck } from './planted-tree.ts';

/** A file, an import that it may not have, and the rule against it. Every target exists in the planted tree. */
const PLANTED: readonly (readonly [path: string, imported: string, rule: string])[] = [
  ['src/domain/to-temporal.ts', '../temporal/rule.ts', 'domain-imports'],
  ['src/domain/to-package.ts', 'yaml', 'domain-imports'],
  ['src/domain/to-node.ts', 'node:path', 'domain-imports'],
  ['src/parsing/to-temporal.ts', '../temporal/rule.ts', 'parsing-imports'],
  ['src/temporal/to-ingestion.ts', '../ingestion/sentences/sentence.ts', 'temporal-imports'],
  ['src/temporal/to-node.ts', 'node:fs', 'temporal-imports'],
  ['src/temporal/to-chrono.ts', 'chrono-node', 'chrono-node-in-one-place'],
  ['src/ingestion/to-store.ts', '../store/port/event-store.ts', 'ingestion-imports'],
  ['src/ingestion/to-files.ts', 'node:fs/promises', 'ingestion-imports'],
  ['src/ingestion/to-language-detector.ts', 'eld', 'eld-in-one-place'],
  ['src/ingestion/reading/to-words.ts', '../sentences/sentence.ts', 'ingestion-reading-before-later'],
  ['src/ingestion/sentences/to-names.ts', '../lexicon/lexicon.ts', 'ingestion-sentences-before-later'],
  ['src/ingestion/lexicon/to-reader.ts', '../extraction/titles/title.ts', 'ingestion-lexicon-before-later'],
  ['src/ingestion/extraction/to-score.ts', '../joining/account.ts', 'ingestion-extraction-before-later'],
  ['src/ingestion/to-front-matter.ts', 'yaml', 'yaml-in-one-place'],
  ['src/ingestion/to-readability.ts', '@mozilla/readability', '@mozilla/readability-in-one-place'],
  ['src/ingestion/to-dom.ts', 'linkedom', 'linkedom-in-one-place'],
  ['src/ingestion/to-html.ts', 'htmlparser2', 'htmlparser2-in-one-place'],
  ['src/threads/to-store.ts', '../store/port/event-store.ts', 'threads-imports'],
  ['src/threads/to-files.ts', 'node:fs', 'threads-imports'],
  ['src/store/to-timeline.ts', '../timeline/timeline.ts', 'store-imports'],
  ['src/store/to-sqlite.ts', 'better-sqlite3', 'better-sqlite3-in-one-place'],
  ['src/store/to-postgres.ts', 'pg', 'pg-in-one-place'],
  ['src/store/to-worker.ts', 'graphile-worker', 'graphile-worker-in-one-place'],
  ['src/store/sql/to-sqlite.ts', '../sqlite/rows.ts', 'back-end-by-open-store'],
  ['src/store/to-back-end.ts', './sqlite/rows.ts', 'back-end-by-open-store'],
  ['src/store/sqlite/to-postgres.ts', '../postgres/rows.ts', 'sqlite-alone'],
  ['src/store/postgres/to-sqlite.ts', '../sqlite/rows.ts', 'postgres-alone'],
  ['src/timeline/to-open-store.ts', '../store/open-store.ts', 'timeline-imports'],
  ['src/timeline/to-files.ts', 'node:fs', 'timeline-imports'],
  ['src/timeline/to-api.ts', '../api/app.ts', 'timeline-imports'],
  ['src/formats/to-timeline.ts', '../timeline/timeline.ts', 'formats-imports'],
  ['src/formats/to-node.ts', 'node:stream', 'formats-imports'],
  ['src/formats/to-citations.ts', '@citation-js/core', '@citation-js/core-in-one-place'],
  ['src/formats/to-bibtex.ts', '@citation-js/plugin-bibtex', '@citation-js/plugin-bibtex-in-one-place'],
  ['src/pages/to-api.ts', '../api/app.ts', 'pages-imports'],
  ['src/pages/to-node.ts', 'node:fs', 'pages-imports'],
  ['src/pages/to-package.ts', 'yaml', 'pages-imports'],
  ['src/pages/to-port-by-value.ts', '../store/port/event-store.ts', 'store-port-by-type'],
  ['src/formats/to-pages.ts', '../pages/html.ts', 'formats-imports'],
  ['src/posting/to-timeline.ts', '../timeline/timeline.ts', 'posting-imports'],
  ['src/posting/to-open-store.ts', '../store/open-store.ts', 'posting-imports'],
  ['src/posting/to-mastodon.ts', 'masto', 'masto-in-one-place'],
  ['src/posting/to-bluesky.ts', '@atproto/api', '@atproto/api-in-one-place'],
  ['src/api/to-ingestion.ts', '../ingestion/sentences/sentence.ts', 'api-imports'],
  ['src/api/to-open-store.ts', '../store/open-store.ts', 'api-imports'],
  ['src/api/to-port-by-value.ts', '../store/port/event-store.ts', 'store-port-by-type'],
  ['src/temporal/to-governor-by-value.ts', '../parsing/tree/governor.ts', 'governor-by-type'],
  ['src/api/to-graphql.ts', 'graphql', 'graphql-in-one-place'],
  ['src/api/rest/to-mercurius.ts', 'mercurius', 'mercurius-in-one-place'],
  ['src/api/to-graphiql.ts', '@graphql-yoga/render-graphiql', '@graphql-yoga/render-graphiql-in-one-place'],
  ['src/api/to-swagger.ts', '@fastify/swagger', '@fastify/swagger-in-one-place'],
  ['src/api/to-swagger-ui.ts', '@fastify/swagger-ui', '@fastify/swagger-ui-in-one-place'],
  ['src/store/sqlite/to-commands.ts', 'node:child_process', 'no-commands'],
  ['src/api/to-prometheus.ts', 'prom-client', 'prom-client-in-one-place'],
  ['src/metrics/to-timeline.ts', '../timeline/timeline.ts', 'metrics-imports'],
  ['src/api/graphql/to-rest.ts', '../rest/problem.ts', 'graphql-not-rest'],
  ['src/api/rest/to-graphql.ts', '../graphql/schema.ts', 'rest-not-graphql'],
  ['src/api/to-server.ts', '../server.ts', 'roots-not-imported'],
  ['src/api/to-cli.ts', '../cli/print.ts', 'roots-not-imported'],
  ['src/api/to-settings.ts', '../config.ts', 'settings-by-roots'],
  ['src/api/to-rate-limiter.ts', 'rate-limiter-flexible', 'rate-limiter-flexible-in-one-place'],
  ['src/api/to-ajv-compiler.ts', '@fastify/ajv-compiler', '@fastify/ajv-compiler-in-one-place'],
  ['src/api/to-proxy-addr.ts', '@fastify/proxy-addr', '@fastify/proxy-addr-in-one-place'],
  ['src/api/to-cors.ts', '@fastify/cors', '@fastify/cors-in-one-place'],
  ['src/api/to-negotiator.ts', 'negotiator', 'negotiator-in-one-place'],
  ['src/api/to-graphql-ws.ts', 'graphql-ws', 'graphql-ws-in-one-place'],
  ['src/api/to-ws.ts', 'ws', 'ws-in-one-place'],
  ['src/client/to-domain.ts', '../domain/to-node.ts', 'client-imports'],
  ['src/cli/to-fastify.ts', 'fastify', 'fastify-in-one-place'],
  ['src/timeline/to-commander.ts', 'commander', 'commander-in-one-place'],
  ['src/cli/to-nowhere.ts', './gone.ts', 'no-unresolvable'],
  ['src/cli/to-dev-package.ts', 'vitest', 'no-dev-package'],
  ['src/cli/to-undeclared.ts', 'enhanced-resolve', 'no-undeclared-package'],
];

/** Imports that no rule forbids, types written as `import type`. */
const ALLOWED: readonly (readonly [path: string, statement: string])[] = [
  ['src/temporal/chrono.ts', "import 'chrono-node';"],
  ['src/ingestion/hash.ts', "import 'node:crypto';"],
  ['src/store/open-store.ts', "import './sqlite/rows.ts';"],
  ['src/store/sqlite/rows.ts', "import 'better-sqlite3';"],
  ['src/store/postgres/rows.ts', "import 'pg';"],
  ['src/store/sqlite/pool.ts', "import '../../threads/thread-pool.ts';"],
  ['src/threads/thread-pool.ts', "import 'node:worker_threads';"],
  ['src/timeline/timeline.ts', "import type { one } from '../store/port/event-store.ts';"],
  ['src/api/app.ts', "import type { one } from '../store/port/event-store.ts';"],
  ['src/formats/citation/cite-event.ts', "import '@citation-js/core';"],
  ['src/pages/html.ts', "import '../formats/citation/cite-event.ts';"],
  ['src/posting/account.ts', "import type { one } from '../store/port/post-ledger.ts';"],
  ['src/posting/mastodon.ts', "import 'masto';"],
  ['src/server.ts', "import './config.ts';"],
  ['src/cli.ts', "import './server.ts';"],
  ['src/launcher.js', "import './cli.ts';"],
];

const TARGETS = [
  'src/parsing/tree/governor.ts',
  'src/temporal/rule.ts',
  'src/ingestion/sentences/sentence.ts',
  'src/ingestion/lexicon/lexicon.ts',
  'src/ingestion/extraction/titles/title.ts',
  'src/ingestion/joining/account.ts',
  'src/store/port/event-store.ts',
  'src/store/port/post-ledger.ts',
  'src/store/postgres/rows.ts',
  'src/api/rest/problem.ts',
  'src/api/graphql/schema.ts',
  'src/cli/print.ts',
  'src/config.ts',
];

const CIRCLE = {
  'src/timeline/round.ts': "import './round-again.ts';\n",
  'src/timeline/round-again.ts': "import './round.ts';\n",
};

const ORPHAN = 'src/domain/nobody-wants-this.ts';
const body = 'export const one = 1;\n';

interface Cruise {
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly unknown[] }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

const parse = (stdout: string): Cruise => JSON.parse(stdout);

let tree: PlantedTree;
let exitCode: number;
let cruise: Cruise;

const rulesBrokenBy = (path: string): readonly string[] =>
  cruise.summary.violations.filter((each) => each.from === path).map((each) => each.rule.name);

beforeAll(async () => {
  tree = await plantTree(
    Object.fromEntries([
      ...TARGETS.map((path) => [path, body]),
      ...PLANTED.map(([path, imported]) => [path, `import '${imported}';\n\n${body}`]),
      ...ALLOWED.map(([path, statement]) => [path, `${statement}\n\n${body}`]),
      ...Object.entries(CIRCLE),
      [ORPHAN, body],
    ]),
  );
  const verdict = await tree.runCheck('check:architecture', '--output-type', 'json');
  exitCode = (await tree.runCheck('check:architecture')).exitCode;
  cruise = parse(verdict.stdout);
});

afterAll(() => tree.remove());

test('a tree with violations is refused', () => {
  expect(exitCode).toBeGreaterThan(0);
});

describe('an import that the layout forbids is found by its rule', () => {
  test.each(PLANTED)('%s → %s: %s', (path, _imported, rule) => {
    expect(rulesBrokenBy(path)).toContain(rule);
  });
});

describe('an import that the layout allows is not reported', () => {
  test.each(ALLOWED)('%s: %s', (path) => {
    expect(rulesBrokenBy(path)).toEqual([]);
  });
});

test('a file that imports nothing and that nothing imports is reported', () => {
  expect(rulesBrokenBy(ORPHAN)).toEqual(['no-orphans']);
});

test('two files that import each other are reported', () => {
  const circles = cruise.summary.violations.filter((each) => each.rule.name === 'no-circular');
  expect(circles.map((each) => each.from)).toEqual(['src/timeline/round-again.ts']);
});

test('every rule has a planted violation', () => {
  const planted = new Set(['no-orphans', 'no-circular', ...PLANTED.map(([, , rule]) => rule)]);
  const rules = cruise.summary.ruleSetUsed.forbidden.map((rule) => rule.name);
  expect(rules.filter((name) => !planted.has(name))).toEqual([]);
});

test('every file of src is read, with its imports', async () => {
  const { stdout } = await runCheck(process.cwd(), 'check:architecture', ['--output-type', 'json']);
  const read = parse(stdout).modules.filter((each) => each.source.startsWith('src/'));
  const files = (await readdir('src', { recursive: true })).filter((name) => /\.(ts|js)$/.test(name));
  expect(read.map((each) => each.source).sort()).toEqual(files.map((name) => `src/${name}`).sort());
  expect(read.filter((each) => each.dependencies.length > 0).length).toBeGreaterThan(files.length / 2);
});
