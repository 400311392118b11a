/**
 * Who may import whom. The first table is STYLE's layout in one line a folder; what a folder is not allowed by
 * its line it may not import: no other folder, no package, no `node:` module. The second says which packages
 * are known to one place alone. tests/guards/architecture.test.ts plants a violation of every rule.
 */

const folder = (name) => `^src/${name}/`;
const file = (path) => `^src/${path.replaceAll('.', '\\.')}$`;
const npm = (name) => `node_modules/${name}/`;
const node = (name) => `^(node:)?${name}$`;
const ANY_PACKAGE = 'node_modules/';
const ANY_NODE_MODULE =
  '^(node:)?(assert|buffer|crypto|events|fs|fs/promises|http|net|os|path|stream|stream/promises|timers/promises|url|util|worker_threads|zlib)$';

/** The port in domain types; `timeline.ts` hands its types on, so that reading them binds nobody to a back end. */
const STORE_PORT = '^src/store/port/(event-store|store-servers)\\.ts$';

/** What a time expression hangs on: the temporal rules get it as an argument and know its type alone. */
const GOVERNOR = file('parsing/tree/governor.ts');

/** The port of the queue of jobs. */
const JOB_QUEUE = file('store/port/job-queue.ts');

/** The port of what was posted where. */
const POST_LEDGER = file('store/port/post-ledger.ts');

/** What the program measures, without the library that shows it. */
const METRICS = file('metrics/metrics.ts');

/** Where the files lie that the package brings. */
const PACKAGE_PATH = file('package-files.ts');

const MAY_IMPORT = {
  domain: [],
  parsing: [folder('domain')],
  temporal: [folder('domain'), GOVERNOR, npm('chrono-node')],
  ingestion: [folder('domain'), folder('temporal'), folder('parsing'), node('crypto'), ANY_PACKAGE],
  threads: [file('domain/errors.ts'), node('(os|worker_threads)')],
  store: [
    folder('domain'),
    folder('threads'),
    PACKAGE_PATH,
    ANY_PACKAGE,
    ANY_NODE_MODULE,
    node('child_process'),
  ],
  timeline: [
    folder('domain'),
    folder('temporal'),
    folder('parsing'),
    folder('ingestion'),
    STORE_PORT,
    JOB_QUEUE,
    node('crypto'),
  ],
  formats: [folder('domain'), npm('@citation-js')],
  pages: [folder('domain'), folder('formats'), folder('timeline'), STORE_PORT],
  client: [npm('@graphql-typed-document-node/core')],
  posting: [folder('domain'), folder('formats'), POST_LEDGER, node('crypto'), npm('masto'), npm('@atproto')],
  metrics: [npm('prom-client')],
  api: [
    folder('domain'),
    METRICS,
    PACKAGE_PATH,
    folder('timeline'),
    folder('formats'),
    folder('pages'),
    STORE_PORT,
    ANY_PACKAGE,
    ANY_NODE_MODULE,
  ],
};

/** Each package that only one place knows, so that it can be replaced there. */
const KNOWN_ONLY_TO = {
  'chrono-node': file('temporal/chrono.ts'),
  eld: file('ingestion/reading/detect-language.ts'),
  yaml: file('ingestion/reading/formats/front-matter.ts'),
  '@mozilla/readability': file('ingestion/reading/formats/html-page.ts'),
  linkedom: file('ingestion/reading/formats/html-page.ts'),
  htmlparser2: file('ingestion/reading/formats/html-size.ts'),
  '@citation-js/core': file('formats/citation/cite-event.ts'),
  '@citation-js/plugin-bibtex': file('formats/citation/cite-event.ts'),
  masto: file('posting/mastodon.ts'),
  '@atproto/api': file('posting/bluesky.ts'),
  'better-sqlite3': folder('store/sqlite'),
  pg: folder('store/postgres'),
  'graphile-worker': folder('store/postgres'),
  'prom-client': file('metrics/prometheus-metrics.ts'),
  mercurius: folder('api/graphql'),
  graphql: folder('api/graphql'),
  '@graphql-yoga/render-graphiql': folder('api/graphql/http/graphiql'),
  '@fastify/ajv-compiler': file('api/http/lazy-validators.ts'),
  '@fastify/swagger': file('api/rest/openapi/openapi.ts'),
  '@fastify/swagger-ui': file('api/rest/openapi/openapi.ts'),
  'rate-limiter-flexible': file('api/http/rate-limit/rate-limit.ts'),
  '@fastify/proxy-addr': file('api/http/rate-limit/client-key.ts'),
  '@fastify/cors': file('api/http/cors.ts'),
  negotiator: file('api/http/negotiation.ts'),
  'graphql-ws': folder('api/graphql/subscriptions'),
  ws: folder('api/graphql/subscriptions'),
  fastify: '^src/(api/|server\\.ts$)',
  commander: '^src/(cli/|cli\\.ts$)',
};

/** Inside ingestion the folders lie in the order of the data, and none knows a later one. */
const INGESTION_ORDER = ['reading', 'sentences', 'lexicon', 'extraction', 'joining'];

const orderRules = INGESTION_ORDER.slice(0, -1).map((name, place) => ({
  name: `ingestion-${name}-before-later`,
  severity: 'error',
  from: { path: folder(`ingestion/${name}`) },
  to: { path: INGESTION_ORDER.slice(place + 1).map((later) => folder(`ingestion/${later}`)) },
}));

const folderRules = Object.entries(MAY_IMPORT).map(([name, allowed]) => ({
  name: `${name}-imports`,
  severity: 'error',
  from: { path: folder(name) },
  to: { pathNot: [folder(name), ...allowed], couldNotResolve: false },
}));

const packageRules = Object.entries(KNOWN_ONLY_TO).map(([name, place]) => ({
  name: `${name}-in-one-place`,
  severity: 'error',
  from: { pathNot: place },
  to: { path: npm(name) },
}));

const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    ...folderRules,
    ...orderRules,
    ...packageRules,
    forbid('no-circular', {}, { circular: true }),
    forbid('no-unresolvable', {}, { couldNotResolve: true }),
    forbid('no-dev-package', { path: '^src/' }, { dependencyTypes: ['npm-dev'] }),
    forbid('no-undeclared-package', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    forbid('no-orphans', { orphan: true, pathNot: folder('pages/assets') }, {}),
    forbid(
      'store-port-by-type',
      { path: folder('(api|pages)') },
      { path: STORE_PORT, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'governor-by-type',
      { path: folder('temporal') },
      { path: GOVERNOR, dependencyTypesNot: ['type-only'] },
    ),
    forbid('sqlite-alone', { path: folder('store/sqlite') }, { path: folder('store/postgres') }),
    forbid('postgres-alone', { path: folder('store/postgres') }, { path: folder('store/sqlite') }),
    forbid(
      'back-end-by-open-store',
      {
        path: '^src/',
        pathNot: [
          folder('store/(sqlite|postgres)'),
          '^src/store/(open-store|open-timeline-catalog|copy-store)\\.ts$',
        ],
      },
      { path: folder('store/(sqlite|postgres)') },
    ),
    // Runs a program of its own, for SQLite's longest statement ends with its process alone.
    forbid(
      'no-commands',
      { path: '^src/', pathNot: file('store/sqlite/verify/search-for-damage.ts') },
      { path: node('child_process') },
    ),
    forbid('graphql-not-rest', { path: folder('api/graphql') }, { path: folder('api/rest') }),
    forbid('rest-not-graphql', { path: folder('api/rest') }, { path: folder('api/graphql') }),
    forbid(
      'roots-not-imported',
      { pathNot: '^src/(cli/|cli\\.ts$|launcher\\.js$)' },
      { path: '^src/(cli/|(cli|server)\\.ts$)' },
    ),
    forbid(
      'settings-by-roots',
      { pathNot: '^src/(cli/|startup/|(cli|server|config)\\.ts$)' },
      { path: '^src/config\\.ts$' },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['main', 'typings'],
    },
  },
};
