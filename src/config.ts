import { TimelineError } from './domain/errors.ts';
import { DEFAULT_RECORD, type TimelineRecord } from './domain/timeline-record.ts';
import {
  databaseUrl,
  databaseUrls,
  day,
  type Environment,
  host,
  languageTag,
  namedHashes,
  oneOf,
  optionalDatabaseUrl,
  optionalListener,
  optionalPath,
  optionalPublicOrigin,
  optionalText,
  optionalUrl,
  origins,
  pathFrom,
  proxyAddresses,
  type Reader,
  type Reading,
  requiredPath,
  requiredText,
  seedsFolder,
  wholeNumber,
} from './startup/setting-readers.ts';

/** A variable of the environment, its default, and its row in the documents' table of settings. */
interface Setting<Name extends string, T> {
  readonly name: Name;
  readonly default: string;
  readonly read: Reader<T>;
  readonly description: string;
  /** A secret's text stands in no message. */
  readonly isSecret: boolean;
}

const setting = <const Name extends string, T>(
  name: Name,
  byDefault: string,
  read: Reader<T>,
  description: string,
): Setting<Name, T> => ({ name, default: byDefault, read, description, isSecret: false });

const secret = <const Name extends string, T>(name: Name, read: Reader<T>, description: string) => ({
  ...setting(name, '', read, description),
  isSecret: true,
});

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const HOUR_MS = 3_600_000;

/** An address with a user's name may have a password too. */
const NAMES_USER = /:\/\/[^/]*@/;

/** Every setting, by its name in the program, in the order of the documents' table. */
// biome-ignore format: a table reads best with the variable, default and reader of a setting on one line
export const SETTINGS = {
  host: setting('HOST', '127.0.0.1', host,
    'Address to listen on; `0.0.0.0` for every interface'),
  port: setting('PORT', '3000', wholeNumber(0, 65_535),
    'Port to listen on; `0` takes any free one'),
  databaseUrl: setting('DATABASE_URL', 'sqlite:data/dateline.sqlite', databaseUrl,
    '`sqlite:PATH`, made when it does not exist, `sqlite:FOLDER/` for several timelines, `sqlite:PATH?mode=ro` to read only, `sqlite::memory:`, or `postgres://USER:PASSWORD@HOST:PORT/DATABASE` (several `HOST:PORT`, separated by commas: the primary is found; `?pgbouncer=true` behind a pooler)'),
  replicaUrls: setting('REPLICA_URLS', '', databaseUrls,
    'Replicas of a PostgreSQL database, separated by commas: reads go to them'),
  directUrl: setting('DIRECT_DATABASE_URL', '', optionalDatabaseUrl,
    'The PostgreSQL database past its pooler, to hear of changes at once'),
  timelineAnchor: setting('TIMELINE_ANCHOR', '2021-12-21', day,
    'The day against which an article without a date of its own is read'),
  timelineName: setting('TIMELINE_NAME', DEFAULT_RECORD.name, requiredText,
    'Name of the timeline, on pages and in feeds, calendars, exports and citations'),
  timelineDescription: setting('TIMELINE_DESCRIPTION', '', optionalText,
    'A sentence or two for readers, there too'),
  timelinePublisher: setting('TIMELINE_PUBLISHER', '', optionalText,
    'The publisher of the timeline, there too'),
  timelineLanguage: setting('TIMELINE_LANGUAGE', DEFAULT_RECORD.language, languageTag,
    'Language of the articles, as BCP 47 writes it'),
  timelineLicense: setting('TIMELINE_LICENSE', '', optionalText,
    'Licence of the data: an address or words, on pages and in feeds'),
  seedsFolder: setting('SEEDS', 'bundled', seedsFolder,
    'Folder of articles that a new database starts with; empty for none'),
  namesFile: setting('NAMES_FILE', '', optionalPath,
    'JSON file of names of actors and places, laid over the bundled ones when articles are read'),
  publicOrigin: setting('PUBLIC_ORIGIN', '', optionalPublicOrigin,
    'Scheme and host, and perhaps a path, under which readers find the service, such as `https://site.example/timeline`; those of each request if empty'),
  maxArticleBytes: setting('MAX_ARTICLE_BYTES', '2000000', wholeNumber(1, 100_000_000),
    'Largest article that is read'),
  queueLimit: setting('QUEUE_LIMIT', '2000000', wholeNumber(1, 1_000_000_000),
    'Articles that may wait in the queue; further ones are refused (503)'),
  articleText: setting('ARTICLE_TEXT', 'none', oneOf(['none', 'full']),
    "`full` serves whole articles, `none` quotes only: set `full` where you hold the texts' rights"),
  writeTokens: secret('WRITE_TOKENS', namedHashes,
    'Who may change the timeline over HTTP: `NAME:SHA256` pairs, separated by commas, as `dateline token NAME` prints them; `NAME:SHA256:purge` may purge articles too, `NAME:SHA256:timeline=SLUG` may write to that timeline alone; empty for nobody'),
  corsOrigins: setting('CORS_ORIGINS', '*', origins,
    'Origins whose pages may read the API, separated by commas; `*` for all, empty for none'),
  embedOrigins: setting('EMBED_ORIGINS', '*', origins,
    'Origins whose pages may show `/embed` in a frame, separated by commas; `*` for all, empty for none'),
  trustProxy: setting('TRUST_PROXY', '', proxyAddresses,
    'Addresses and subnets of proxies whose `X-Forwarded-…` headers are believed'),
  queryListFile: setting('QUERY_LIST', '', optionalPath,
    'JSON file of GraphQL queries by their ids, `{"ID": "query …"}`: no other query is then answered'),
  rateLimit: setting('RATE_LIMIT', '6000', wholeNumber(0, 1_000_000_000),
    'Requests a minute of one client, by its address (behind a proxy set `TRUST_PROXY`); `0` for no limit. A program on the same machine has none'),
  maxOpenTimelines: setting('MAX_OPEN_TIMELINES', '32', wholeNumber(1, 1_000_000),
    'Timelines beside the default one that are kept open, some 75 MB each: the one unused for longest is closed for another'),
  maxConnections: setting('MAX_CONNECTIONS', '2000', wholeNumber(1, 1_000_000),
    'Open connections; a tenth of them to one client'),
  responseCacheBytes: setting('RESPONSE_CACHE_BYTES', '16000000', wholeNumber(0, 10_000_000_000),
    'Memory for answers to GET that are kept until the timeline changes; `0` keeps none'),
  requestTimeoutMs: setting('REQUEST_TIMEOUT_MS', '30000', wholeNumber(1, HOUR_MS),
    'How long a client may take to send a request, and may read nothing of its answer'),
  readTimeoutMs: setting('READ_TIMEOUT_MS', '5000', wholeNumber(1, HOUR_MS),
    'How long a count, a search or a page of an export may take, waiting included, before it is refused'),
  shutdownTimeoutMs: setting('SHUTDOWN_TIMEOUT_MS', '10000', wholeNumber(0, HOUR_MS),
    'How long open requests may go on after SIGTERM'),
  metrics: setting('METRICS', '', optionalListener,
    '`HOST:PORT` at which Prometheus finds `/metrics`, best one that readers do not reach; empty for none'),
  logLevel: setting('LOG_LEVEL', 'info', oneOf(LOG_LEVELS),
    `One of ${LOG_LEVELS.join(', ')}`),
  postLedger: setting('POST_LEDGER', 'data/posts.sqlite', requiredPath,
    'File in which `dateline post` notes what was posted where; made when it does not exist, never to be thrown away'),
  postTimeoutMs: setting('POST_TIMEOUT_MS', '30000', wholeNumber(1, HOUR_MS),
    'How long `dateline post` waits for an answer of a network'),
  mastodonUrl: setting('MASTODON_URL', '', optionalUrl,
    'Mastodon instance to post to'),
  mastodonToken: secret('MASTODON_TOKEN', optionalText,
    'Access token of the account there (`read:accounts`, `read:statuses`, `write:statuses`)'),
  blueskyService: setting('BLUESKY_SERVICE', 'https://bsky.social', optionalUrl,
    'Server of the Bluesky account to post to'),
  blueskyIdentifier: setting('BLUESKY_IDENTIFIER', '', optionalText,
    'Handle or DID of that account'),
  blueskyPassword: secret('BLUESKY_PASSWORD', optionalText,
    'App password of that account'),
  webhookUrl: secret('WEBHOOK_URL', optionalUrl,
    'Address that takes posts as JSON'),
  webhookToken: secret('WEBHOOK_TOKEN', optionalText,
    'Bearer token for that address, if it wants one'),
};

type Settings = typeof SETTINGS;

/** The settings of one run, checked, in the types that the program works with. */
export type Config = {
  readonly [Key in keyof Settings]: Settings[Key] extends Setting<string, infer T> ? T : never;
};

/** The settings of the timeline as a whole. */
export const recordOf = (config: Config): TimelineRecord => ({
  name: config.timelineName,
  description: config.timelineDescription,
  publisher: config.timelinePublisher,
  language: config.timelineLanguage,
  license: config.timelineLicense,
});

/** Every setting, as a row of the documents' table. */
export const CONFIG_FIELDS: readonly Pick<Setting<string, unknown>, 'name' | 'default' | 'description'>[] =
  Object.values(SETTINGS);

/** The environment with the settings of a command line laid over it. No other file reads `process.env`. */
export const environmentWith = (
  overrides: { readonly [Name in Settings[keyof Settings]['name']]?: string },
): Environment => ({ ...process.env, ...overrides });

/** npm names the script that it runs to the program that the script starts. */
export const isRunByNpm = (environment: Environment = process.env): boolean =>
  environment['npm_lifecycle_event'] !== undefined;

/** A path that the user typed, taken from the user's own folder. */
export const resolveUserPath = (path: string, environment: Environment = process.env): string =>
  pathFrom(path, environment);

/** The settings of this run. Throws one `BAD_CONFIG` that names every variable in error, its value and the broken rule. */
export function readConfig(environment: Environment = process.env): Config {
  const problems: string[] = [];
  const values = Object.entries(SETTINGS).map(([key, { name, default: byDefault, read, isSecret }]) => {
    const text = environment[name] ?? byDefault;
    const reading: Reading<unknown> = read(text, environment);
    if (reading.kind === 'accepted') return [key, reading.value];
    problems.push(`${name}: ${isSecret || NAMES_USER.test(text) ? 'it' : `"${text}"`} ${reading.rule}`);
    return [key, undefined];
  });
  if (problems.length > 0) throw new TimelineError('BAD_CONFIG', problems.join('; '));
  // Keys and values come from SETTINGS alone, so the object is a Config.
  return Object.fromEntries(values);
}
