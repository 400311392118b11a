import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'rolldown';

/**
 * Packages that stay as they are: those that read files of their own, and large ones that few requests or commands
 * load. All others are put into a few files: Node spends half of a start on finding a thousand of them.
 */
const LEFT_ALONE = [
  'better-sqlite3',
  '@fastify/swagger-ui',
  '@graphql-yoga/render-graphiql/graphiql',
  '@atproto/api',
  /^@citation-js\//,
  '@mozilla/readability',
  /^eld\//,
  'htmlparser2',
  'linkedom',
  'masto',
  'yaml',
];

/** Run by Node itself: the files of `.bin` are no programs on Windows. */
const TSC = join(import.meta.dirname, 'node_modules', 'typescript', 'bin', 'tsc');

/** All of the program lands in `dist/` itself, where it looks for what lies beside it (`package-files.ts`). */
await build({
  input: {
    launcher: 'src/launcher.js',
    'reader-thread': 'src/store/sqlite/workers/reader-thread.ts',
    'damage-process': 'src/store/sqlite/verify/damage-process.ts',
    'reading-thread': 'src/startup/threads/reading-thread.ts',
    'writing-thread': 'src/startup/threads/writing-thread.ts',
  },
  platform: 'node',
  external: LEFT_ALONE,
  output: {
    dir: 'dist',
    cleanDir: true,
    // Less to read at every start; functions keep their names, and `--enable-source-maps` finds their places.
    minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
    sourcemap: true,
  },
});
/** Other programs import the client. They want its types, and a file for each import. */
execFileSync(process.execPath, [TSC, '--build', join('src', 'client')], { stdio: 'inherit' });
