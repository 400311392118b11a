import { expect, test } from 'vitest';
import { sharePool } from '../../../src/store/postgres/shared-pool.ts';

const URL = 'postgres://ada@localhost/news';

test('equal pools are one, which ends with its last user', async () => {
  const [one, other] = [sharePool(URL, 5000), sharePool(URL, 5000)];
  expect(other).toBe(one);
  await one.end();
  expect(one.ending).toBe(false);
  await other.end();
  expect(one.ended).toBe(true);
  const later = sharePool(URL, 5000);
  expect(later).not.toBe(one);
  await later.end();
});

test('another database, limit or number of connections is another pool', async () => {
  const pools = [
    sharePool(URL, 5000),
    sharePool(`${URL}2`, 5000),
    sharePool(URL, 9000),
    sharePool(URL, 5000, { connections: 1 }),
  ];
  expect(new Set(pools).size).toBe(4);
  for (const pool of pools) await pool.end();
});
