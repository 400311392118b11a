import { expect, test } from 'vitest';
import { poolOfUrl } from '../../../src/store/postgres/pool-of-url.ts';

const URL = 'postgres://ada@localhost/news';

test('equal pools are one, which ends with its last user', async () => {
  const [one, other] = [poolOfUrl(URL, 5000), poolOfUrl(URL, 5000)];
  expect(other).toBe(one);
  await one.end();
  expect(one.ending).toBe(false);
  await other.end();
  expect(one.ended).toBe(true);
  const later = poolOfUrl(URL, 5000);
  expect(later).not.toBe(one);
  await later.end();
});

test('another database, limit or number of connections is another pool', async () => {
  const pools = [
    poolOfUrl(URL, 5000),
    poolOfUrl(`${URL}2`, 5000),
    poolOfUrl(URL, 9000),
    poolOfUrl(URL, 5000, { connections: 1 }),
  ];
  expect(new Set(pools).size).toBe(4);
  for (const pool of pools) await pool.end();
});
