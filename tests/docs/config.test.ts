import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig, resolveUserPath } from '../../src/config.ts';
import { TimelineError } from '../../src/domain/errors.ts';

function refusalOf(environment: Record<string, string>): { code: string; message: string } {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof TimelineError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('the settings were accepted');
}

test('an empty environment gives the defaults', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: `sqlite:${resolve('data/dateline.sqlite')}`,
    replicaUrls: [],
    directUrl: null,
    timelineAnchor: '2021-12-21',
    timelineName: 'Dateline',
    timelineDescription: null,
    timelinePublisher: null,
    timelineLanguage: 'en',
    timelineLicense: null,
    seedsFolder: resolve('seeds/late-2021'),
    namesFile: null,
    publicOrigin: null,
    maxArticleBytes: 2_000_000,
    queueLimit: 2_000_000,
    articleText: 'none',
    writeTokens: [],
    corsOrigins: ['*'],
    embedOrigins: ['*'],
    trustProxy: [],
    queryListFile: null,
    rateLimit: 6000,
    maxOpenTimelines: 32,
    maxConnections: 2000,
    responseCacheBytes: 16_000_000,
    requestTimeoutMs: 30_000,
    readTimeoutMs: 5000,
    shutdownTimeoutMs: 10_000,
    metrics: null,
    logLevel: 'info',
    postLedger: resolve('data/posts.sqlite'),
    postTimeoutMs: 30_000,
    mastodonUrl: null,
    mastodonToken: null,
    blueskyService: 'https://bsky.social',
    blueskyIdentifier: null,
    blueskyPassword: null,
    webhookUrl: null,
    webhookToken: null,
  });
});

describe('a setting is read from its variable', () => {
  test.each([
    ['HOST', '0.0.0.0', 'host', '0.0.0.0'],
    ['HOST', '::1', 'host', '::1'],
    ['PORT', '0', 'port', 0],
    ['PORT', '65535', 'port', 65_535],
    ['DATABASE_URL', 'sqlite:/srv/a.sqlite', 'databaseUrl', 'sqlite:/srv/a.sqlite'],
    ['DATABASE_URL', 'sqlite:/srv/a.sqlite?mode=ro', 'databaseUrl', 'sqlite:/srv/a.sqlite?mode=ro'],
    ['DATABASE_URL', 'sqlite::memory:', 'databaseUrl', 'sqlite::memory:'],
    ['DATABASE_URL', 'postgres://ada@db.example/news', 'databaseUrl', 'postgres://ada@db.example/news'],
    [
      'DATABASE_URL',
      'postgres://ada:x@db1:5433,db2:5434/news',
      'databaseUrl',
      'postgres://ada:x@db1:5433,db2:5434/news',
    ],
    [
      'REPLICA_URLS',
      'postgres://r1/news, postgres://r2/news',
      'replicaUrls',
      ['postgres://r1/news', 'postgres://r2/news'],
    ],
    ['DIRECT_DATABASE_URL', 'postgres://db/news', 'directUrl', 'postgres://db/news'],
    ['TIMELINE_ANCHOR', '2020-02-29', 'timelineAnchor', '2020-02-29'],
    ['SEEDS', '', 'seedsFolder', null],
    ['SEEDS', '/srv/dispatches', 'seedsFolder', '/srv/dispatches'],
    ['NAMES_FILE', '/srv/names.json', 'namesFile', '/srv/names.json'],
    ['TIMELINE_NAME', ' The Harbour Files ', 'timelineName', 'The Harbour Files'],
    ['TIMELINE_LANGUAGE', 'en-gb', 'timelineLanguage', 'en-GB'],
    ['PUBLIC_ORIGIN', 'https://timeline.example', 'publicOrigin', 'https://timeline.example'],
    [
      'PUBLIC_ORIGIN',
      'https://site.example/news/timeline',
      'publicOrigin',
      'https://site.example/news/timeline',
    ],
    ['MAX_ARTICLE_BYTES', '1', 'maxArticleBytes', 1],
    [
      'WRITE_TOKENS',
      `ada:${'a'.repeat(64)}, ben:${'b'.repeat(64)}:purge`,
      'writeTokens',
      [
        { name: 'ada', sha256: 'a'.repeat(64), mayPurge: false, timeline: null },
        { name: 'ben', sha256: 'b'.repeat(64), mayPurge: true, timeline: null },
      ],
    ],
    ['ARTICLE_TEXT', 'full', 'articleText', 'full'],
    ['CORS_ORIGINS', '', 'corsOrigins', []],
    [
      'CORS_ORIGINS',
      'https://example.org, http://localhost:5173',
      'corsOrigins',
      ['https://example.org', 'http://localhost:5173'],
    ],
    ['EMBED_ORIGINS', 'https://example.org', 'embedOrigins', ['https://example.org']],
    ['TRUST_PROXY', '127.0.0.1, 10.0.0.0/8, fd00::/8', 'trustProxy', ['127.0.0.1', '10.0.0.0/8', 'fd00::/8']],
    ['QUERY_LIST', '/srv/queries.json', 'queryListFile', '/srv/queries.json'],
    ['RATE_LIMIT', '600', 'rateLimit', 600],
    ['RESPONSE_CACHE_BYTES', '0', 'responseCacheBytes', 0],
    ['REQUEST_TIMEOUT_MS', '1', 'requestTimeoutMs', 1],
    ['SHUTDOWN_TIMEOUT_MS', '0', 'shutdownTimeoutMs', 0],
    ['LOG_LEVEL', 'silent', 'logLevel', 'silent'],
  ] as const)('%s=%s', (name, text, key, expected) => {
    expect(readConfig({ [name]: text })[key]).toEqual(expected);
  });
});

describe('a value that breaks its rule is refused by name, value and rule', () => {
  const number = 'must be a whole number from';
  const url =
    'must be sqlite:PATH, sqlite:PATH?mode=ro, sqlite::memory: or postgres://USER:PASSWORD@HOST:PORT/DATABASE';
  const server = 'must be postgres://USER:PASSWORD@HOST:PORT/DATABASE';
  const publicOrigin =
    'must be an origin such as https://timeline.example, with a path of plain segments at most';
  const origins = 'must be * or a comma-separated list of origins such as https://example.org';
  const proxies = 'must be a comma-separated list of IP addresses and subnets such as 10.0.0.0/8';
  test.each([
    ['HOST', 'local host', 'must be a host name or an IP address'],
    ['PORT', '', `${number} 0 to 65535`],
    ['PORT', '65536', `${number} 0 to 65535`],
    ['PORT', '3e3', `${number} 0 to 65535`],
    ['PORT', '-1', `${number} 0 to 65535`],
    ['DATABASE_URL', '', url],
    ['DATABASE_URL', 'sqlite:', url],
    ['DATABASE_URL', 'sqlite://srv/a.sqlite', url],
    ['DATABASE_URL', 'sqlite:/srv/a.sqlite?mode=rw', url],
    ['DATABASE_URL', 'mysql://localhost/timeline', url],
    ['DATABASE_URL', 'postgres://db1:5433,db2:port/news', url],
    ['REPLICA_URLS', 'sqlite:a.sqlite', `${server}, or several with commas between them`],
    ['DIRECT_DATABASE_URL', 'sqlite:a.sqlite', server],
    ['TIMELINE_ANCHOR', '2021-02-30', 'must be a day written as YYYY-MM-DD'],
    ['TIMELINE_ANCHOR', '21 December 2021', 'must be a day written as YYYY-MM-DD'],
    ['TIMELINE_NAME', ' ', 'must not be empty'],
    ['TIMELINE_LANGUAGE', 'English!', 'must be a language tag such as en or en-GB'],
    ['PUBLIC_ORIGIN', 'https://site.example/', publicOrigin],
    ['PUBLIC_ORIGIN', 'https://site.example/a/../b', publicOrigin],
    ['PUBLIC_ORIGIN', 'https://site.example/timeline?x=1', publicOrigin],
    ['PUBLIC_ORIGIN', 'ftp://site.example', publicOrigin],
    ['MAX_ARTICLE_BYTES', '0', `${number} 1 to 100000000`],
    ['ARTICLE_TEXT', 'yes', 'must be one of none, full'],
    ['CORS_ORIGINS', 'example.org', origins],
    ['CORS_ORIGINS', 'https://example.org/', origins],
    ['CORS_ORIGINS', '*, https://example.org', origins],
    ['TRUST_PROXY', '1', proxies],
    ['TRUST_PROXY', '10.0.0.0/33', proxies],
    ['TRUST_PROXY', '10.0.0.0/8/8', proxies],
    ['LOG_LEVEL', 'loud', 'must be one of silent, fatal, error, warn, info, debug, trace'],
  ])('%s=%s', (name, text, rule) => {
    expect(refusalOf({ [name]: text })).toEqual({
      code: 'BAD_CONFIG',
      message: `${name}: "${text}" ${rule}`,
    });
  });
});

test('an address that names a user is not repeated, because it may have a password', () => {
  const { message } = refusalOf({ DATABASE_URL: 'postgres://ada:secret@db.example:port/news' });
  expect(message).toMatch(/^DATABASE_URL: it must be sqlite:PATH,/);
});

test('all variables in error are named at once', () => {
  expect(refusalOf({ PORT: 'x', HOST: 'ok', LOG_LEVEL: 'y' }).message).toBe(
    'PORT: "x" must be a whole number from 0 to 65535; ' +
      'LOG_LEVEL: "y" must be one of silent, fatal, error, warn, info, debug, trace',
  );
});

test('a relative path is taken from the folder that npm was called in', () => {
  const environment = { INIT_CWD: '/home-of/reader', DATABASE_URL: 'sqlite:my.sqlite', SEEDS: '../articles' };
  expect(readConfig(environment)).toMatchObject({
    databaseUrl: 'sqlite:/home-of/reader/my.sqlite',
    timelineName: 'Dateline',
    timelineDescription: null,
    timelinePublisher: null,
    timelineLanguage: 'en',
    timelineLicense: null,
    seedsFolder: '/home-of/articles',
  });
});

test('without npm a relative path is taken from the current folder', () => {
  expect(resolveUserPath('a/b.txt', {})).toBe(resolve('a/b.txt'));
});
