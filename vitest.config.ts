import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Vite would take graphql's ESM build. Mercurius uses the CommonJS build, whose classes are different objects. */
const graphql = { find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) };

const STARTS_PROGRAMS = 'tests/**/*.process.test.ts';
const OPENS_BROWSER = 'tests/**/*.browser.test.ts';
const OVER_HTTP = 'tests/{api,client,pages,posting,reliability}/**/*.test.ts';
const NEEDS_POSTGRES = 'tests/**/*.postgres.test.ts';
/** Packages of the benchmark bring tests of their own. */
const RIVALS = 'tests/bench/**';
const GUARDS = 'tests/guards/**/*.test.ts';

/**
 * The suffix of a test file decides about its project; a file without a suffix goes by its folder, and is `pure`
 * elsewhere. Suites of a project that is not isolated share the modules that a worker has loaded. Workers are
 * processes: as threads they crashed V8 (Node 24) in the tests that start threads. The cause is not known.
 */
export const PROJECTS = [
  {
    name: 'pure',
    include: ['tests/**/*.test.ts'],
    exclude: [STARTS_PROGRAMS, OPENS_BROWSER, NEEDS_POSTGRES, OVER_HTTP, GUARDS, RIVALS],
    isolate: false,
  },
  {
    name: 'http',
    include: [OVER_HTTP],
    exclude: [STARTS_PROGRAMS, OPENS_BROWSER, NEEDS_POSTGRES],
    isolate: false,
  },
  // Each file has a process of its own: hundreds of threads started in one, over many files, crash V8 (Node 24).
  { name: 'process', include: [STARTS_PROGRAMS], exclude: [], isolate: true },
  {
    name: 'postgres',
    include: [NEEDS_POSTGRES],
    exclude: [],
    isolate: false,
    globalSetup: 'tests/support/provide-postgres.ts',
  },
  { name: 'guards', include: [GUARDS], exclude: [], isolate: false },
  { name: 'browser', include: [OPENS_BROWSER], exclude: [], isolate: false },
];

export default defineConfig({
  resolve: { alias: [graphql] },
  test: {
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: PROJECTS.map((project) => ({ extends: true, test: project })),
  },
});
