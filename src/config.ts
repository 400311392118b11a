import { resolve } from 'node:path';
import { TimelineError } from './domain/errors.ts';
import type { CalendarDate } from './domain/time/calendar-date.ts';
import { packagePath } from './package-files.ts';
import {
  accepted,
  day,
  host,
  type NamedHash,
  namedHashes,
  oneOf,
  optionalOrigin,
  optionalText,
  optionalUrl,
  origins,
  proxyAddresses,
  type Reading,
  refused,
  wholeNumber,
} from './startup/config-values.ts';

/** The variables that the program was started with. No other file reads `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables with those of a command line laid over them. */
export const environmentWith = (overrides: Environment): Environment => ({ ...process.env, ...overrides });

/** npm names the script that it runs to the program that the script starts. */
export const isRunByNpm = (environment: Environment = process.env): boolean =>
  environment['npm_lifecycle_event'] !== undefined;

/** pino's levels, loudest last. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** What may be served of an article's text: quotes only, or all of it where the operator has the right to. */
export const ARTICLE_TEXTS = ['none', 'full'] as const;

/** The settings of one run, checked, in the types that the program works with. */
export interface Config {
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** `sqlite:` with an absolute path, or `sqlite::memory:`. */
  readonly databaseUrl: string;
  readonly timelineAnchor: CalendarDate;
  /** Absolute path of the folder that fills a new database; null for none. */
  readonly seedsFolder: string | null;
  /** Absolute path of a file with names of actors and places; null for none. */
  readonly namesFile: string | null;
  /** Scheme and host under which readers find the service; null where each request says it. */
  readonly publicOrigin: string | null;
  readonly maxArticleBytes: number;
  readonly articleText: (typeof ARTICLE_TEXTS)[number];
  /** The tokens with which the timeline may be changed over HTTP, by name, each as its SHA-256 in hex. */
  readonly writeTokens: readonly NamedHash[];
  /** Origins whose pages may read the API; `*` alone stands for all of them. */
  readonly corsOrigins: readonly string[];
  /** Addresses and subnets of the proxies whose `X-Forwarded-…` headers are believed. */
  readonly trustProxy: readonly string[];
  /** Absolute path of a file with the only GraphQL queries that are answered; null for all. */
  readonly queryListFile: string | null;
  /** Requests a minute of one client; 0 for no limit. */
  readonly rateLimit: number;
  /** For answers that are kept at hand; 0 keeps none. */
  readonly responseCacheBytes: number;
  readonly requestTimeoutMs: number;
  readonly shutdownTimeoutMs: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Absolute path of the file that says what was posted where. */
  readonly postLedger: string;
  readonly postTimeoutMs: number;
  /** An instance, with the token of the account there; null, as all that follow, where nothing is posted. */
  readonly mastodonUrl: string | null;
  readonly mastodonToken: string | null;
  readonly blueskyService: string | null;
  readonly blueskyIdentifier: string | null;
  readonly blueskyPassword: string | null;
  readonly webhookUrl: string | null;
  readonly webhookToken: string | null;
}

/** A row of the README's table of settings. */
export interface ConfigField {
  readonly name: string;
  readonly default: string;
  readonly description: string;
}

type ReadSetting<T> = (text: string, environment: Environment) => Reading<T>;

interface Setting<T> extends ConfigField {
  readonly read: ReadSetting<T>;
  /** Whether its text may not be repeated: somebody could have put a token where its hash belongs. */
  readonly isSecret: boolean;
}

const BUNDLED_SEEDS = packagePath('seeds', 'late-2021');

/** A path as its user means it: npm starts scripts in the package's folder and keeps the user's own in `INIT_CWD`. */
export function resolveUserPath(path: string, environment: Environment = process.env): string {
  return resolve(environment['INIT_CWD'] ?? process.cwd(), path);
}

function databaseUrl(text: string, environment: Environment): Reading<string> {
  const path = /^sqlite:(?!\/\/)(.+)$/.exec(text)?.[1];
  if (path === undefined) return refused('must be sqlite:PATH or sqlite::memory:');
  return accepted(path === ':memory:' ? text : `sqlite:${resolveUserPath(path, environment)}`);
}

function seedsFolder(text: string, environment: Environment): Reading<string | null> {
  if (text === 'bundled') return accepted(BUNDLED_SEEDS);
  return optionalPath(text, environment);
}

const optionalPath = (text: string, environment: Environment): Reading<string | null> =>
  accepted(text === '' ? null : resolveUserPath(text, environment));

const requiredPath = (text: string, environment: Environment): Reading<string> =>
  text.trim() === '' ? refused('must be a path') : accepted(resolveUserPath(text, environment));

const setting = <T>(
  name: string,
  byDefault: string,
  read: ReadSetting<T>,
  description: string,
  isSecret = false,
): Setting<T> => ({
  name,
  default: byDefault,
  read,
  description,
  isSecret,
});

const SETTINGS: { readonly [Key in keyof Config]: Setting<Config[Key]> } = {
  host: setting('HOST', '127.0.0.1', host, 'Address to listen on; `0.0.0.0` for every interface'),
  port: setting('PORT', '3000', wholeNumber(0, 65_535), 'Port to listen on; `0` takes any free one'),
  databaseUrl: setting(
    'DATABASE_URL',
    'sqlite:data/dateline.sqlite',
    databaseUrl,
    '`sqlite:PATH`, made when it does not exist, or `sqlite::memory:`',
  ),
  timelineAnchor: setting(
    'TIMELINE_ANCHOR',
    '2021-12-21',
    day,
    'The day against which an article without a date of its own is read',
  ),
  seedsFolder: setting(
    'SEEDS',
    'bundled',
    seedsFolder,
    'Folder of articles that a new database starts with; empty for none',
  ),
  namesFile: setting(
    'NAMES_FILE',
    '',
    optionalPath,
    'JSON file of names of actors and places, laid over the bundled ones when articles are read',
  ),
  publicOrigin: setting(
    'PUBLIC_ORIGIN',
    '',
    optionalOrigin,
    'Scheme and host under which readers find the service, for links in exports; those of each request if empty',
  ),
  maxArticleBytes: setting(
    'MAX_ARTICLE_BYTES',
    '2000000',
    wholeNumber(1, 100_000_000),
    'Largest article that is read',
  ),
  articleText: setting(
    'ARTICLE_TEXT',
    'none',
    oneOf(ARTICLE_TEXTS),
    "`full` serves whole articles, `none` quotes only: set `full` where you hold the texts' rights",
  ),
  writeTokens: setting(
    'WRITE_TOKENS',
    '',
    namedHashes,
    'Who may change the timeline over HTTP: `NAME:SHA256` pairs, separated by commas, as `dateline token NAME` prints them; empty for nobody',
    true,
  ),
  corsOrigins: setting(
    'CORS_ORIGINS',
    '*',
    origins,
    'Origins whose pages may read the API, separated by commas; `*` for all, empty for none',
  ),
  trustProxy: setting(
    'TRUST_PROXY',
    '',
    proxyAddresses,
    'Addresses and subnets of proxies whose `X-Forwarded-…` headers are believed',
  ),
  queryListFile: setting(
    'QUERY_LIST',
    '',
    optionalPath,
    'JSON file of GraphQL queries by their ids, `{"ID": "query …"}`: no other query is then answered',
  ),
  rateLimit: setting(
    'RATE_LIMIT',
    '0',
    wholeNumber(0, 1_000_000_000),
    'Requests a minute of one client, by its address (behind a proxy set `TRUST_PROXY`); `0` for no limit',
  ),
  responseCacheBytes: setting(
    'RESPONSE_CACHE_BYTES',
    '16000000',
    wholeNumber(0, 10_000_000_000),
    'Memory for answers to GET that are kept until the timeline changes; `0` keeps none',
  ),
  requestTimeoutMs: setting(
    'REQUEST_TIMEOUT_MS',
    '30000',
    wholeNumber(1, 3_600_000),
    'How long a client may take to send a request',
  ),
  shutdownTimeoutMs: setting(
    'SHUTDOWN_TIMEOUT_MS',
    '10000',
    wholeNumber(0, 3_600_000),
    'How long open requests may go on after SIGTERM',
  ),
  logLevel: setting('LOG_LEVEL', 'info', oneOf(LOG_LEVELS), `One of ${LOG_LEVELS.join(', ')}`),
  postLedger: setting(
    'POST_LEDGER',
    'data/posts.sqlite',
    requiredPath,
    'File in which `dateline post` notes what was posted where; made when it does not exist, never to be thrown away',
  ),
  postTimeoutMs: setting(
    'POST_TIMEOUT_MS',
    '30000',
    wholeNumber(1, 3_600_000),
    'How long `dateline post` waits for an answer of a network',
  ),
  mastodonUrl: setting('MASTODON_URL', '', optionalUrl, 'Mastodon instance to post to'),
  mastodonToken: setting(
    'MASTODON_TOKEN',
    '',
    optionalText,
    'Access token of the account there (`read:accounts`, `read:statuses`, `write:statuses`)',
    true,
  ),
  blueskyService: setting(
    'BLUESKY_SERVICE',
    'https://bsky.social',
    optionalUrl,
    'Server of the Bluesky account to post to',
  ),
  blueskyIdentifier: setting('BLUESKY_IDENTIFIER', '', optionalText, 'Handle or DID of that account'),
  blueskyPassword: setting('BLUESKY_PASSWORD', '', optionalText, 'App password of that account', true),
  webhookUrl: setting('WEBHOOK_URL', '', optionalUrl, 'Address that takes posts as JSON', true),
  webhookToken: setting(
    'WEBHOOK_TOKEN',
    '',
    optionalText,
    'Bearer token for that address, if it wants one',
    true,
  ),
};

/** Every setting, in the order of the README's table. */
export const CONFIG_FIELDS: readonly ConfigField[] = Object.values(SETTINGS);

const textOf = (field: ConfigField, environment: Environment): string =>
  environment[field.name] ?? field.default;

function listProblems(environment: Environment): string[] {
  return Object.values(SETTINGS).flatMap((each: Setting<unknown>) => {
    const text = textOf(each, environment);
    const reading = each.read(text, environment);
    return reading.kind === 'refused'
      ? [`${each.name}: ${each.isSecret ? 'it' : `"${text}"`} ${reading.rule}`]
      : [];
  });
}

function requireSetting<T>(each: Setting<T>, environment: Environment): T {
  const reading = each.read(textOf(each, environment), environment);
  if (reading.kind === 'refused') throw new TypeError(`${each.name} ${reading.rule}`);
  return reading.value;
}

/** The settings of this run; throws one `BAD_CONFIG` that names every variable in error, its value and the rule it breaks. */
export function readConfig(environment: Environment = process.env): Config {
  const problems = listProblems(environment);
  if (problems.length > 0) throw new TimelineError('BAD_CONFIG', problems.join('; '));
  return {
    host: requireSetting(SETTINGS.host, environment),
    port: requireSetting(SETTINGS.port, environment),
    databaseUrl: requireSetting(SETTINGS.databaseUrl, environment),
    timelineAnchor: requireSetting(SETTINGS.timelineAnchor, environment),
    seedsFolder: requireSetting(SETTINGS.seedsFolder, environment),
    namesFile: requireSetting(SETTINGS.namesFile, environment),
    publicOrigin: requireSetting(SETTINGS.publicOrigin, environment),
    maxArticleBytes: requireSetting(SETTINGS.maxArticleBytes, environment),
    articleText: requireSetting(SETTINGS.articleText, environment),
    writeTokens: requireSetting(SETTINGS.writeTokens, environment),
    corsOrigins: requireSetting(SETTINGS.corsOrigins, environment),
    trustProxy: requireSetting(SETTINGS.trustProxy, environment),
    queryListFile: requireSetting(SETTINGS.queryListFile, environment),
    rateLimit: requireSetting(SETTINGS.rateLimit, environment),
    responseCacheBytes: requireSetting(SETTINGS.responseCacheBytes, environment),
    requestTimeoutMs: requireSetting(SETTINGS.requestTimeoutMs, environment),
    shutdownTimeoutMs: requireSetting(SETTINGS.shutdownTimeoutMs, environment),
    logLevel: requireSetting(SETTINGS.logLevel, environment),
    postLedger: requireSetting(SETTINGS.postLedger, environment),
    postTimeoutMs: requireSetting(SETTINGS.postTimeoutMs, environment),
    mastodonUrl: requireSetting(SETTINGS.mastodonUrl, environment),
    mastodonToken: requireSetting(SETTINGS.mastodonToken, environment),
    blueskyService: requireSetting(SETTINGS.blueskyService, environment),
    blueskyIdentifier: requireSetting(SETTINGS.blueskyIdentifier, environment),
    blueskyPassword: requireSetting(SETTINGS.blueskyPassword, environment),
    webhookUrl: requireSetting(SETTINGS.webhookUrl, environment),
    webhookToken: requireSetting(SETTINGS.webhookToken, environment),
  };
}
