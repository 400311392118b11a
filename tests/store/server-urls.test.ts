import { expect, test } from 'vitest';
import { isBehindPooler, serverUrls } from '../../src/store/store-url.ts';

test.each([
  ['postgres://ada@db/news', ['postgres://ada@db/news']],
  ['postgres://db1,db2/news', ['postgres://db1/news', 'postgres://db2/news']],
  [
    'postgresql://ada:a,b@db1:5433,db2:5434/news?sslmode=require',
    [
      'postgresql://ada:a,b@db1:5433/news?sslmode=require',
      'postgresql://ada:a,b@db2:5434/news?sslmode=require',
    ],
  ],
  ['postgres://[::1]:5433,db2/news', ['postgres://[::1]:5433/news', 'postgres://db2/news']],
  ['postgres://db/news?options=a,b', ['postgres://db/news?options=a,b']],
])('%s names its servers one by one', (url, expected) => {
  expect(serverUrls(url)).toEqual(expected);
});

test.each([
  ['postgres://db/news?pgbouncer=true', true],
  ['postgres://db/news?sslmode=require&pgbouncer=true', true],
  ['postgres://db/news?pgbouncer=false', false],
  ['postgres://pgbouncer/news', false],
])('%s is behind a pooler: %s', (url, expected) => {
  expect(isBehindPooler(url)).toBe(expected);
});
