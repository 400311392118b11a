import { describe, expect, test } from 'vitest';
import { ROWS_A_LOOK, rowBudget, TooManyRows } from '../../src/store/sqlite/row-watch.ts';

const BUDGET = 10 * ROWS_A_LOOK;

/** A read that looks at so many times the rows between two questions. */
const readOf = (watch: () => void, looks: number) => (): number => {
  for (let look = 0; look < looks; look += 1) watch();
  return looks;
};

describe('a budget of rows', () => {
  test('suffices for a read of so many rows, and for the next', () => {
    const { watch, spend } = rowBudget(BUDGET);
    expect([1, 2].map(() => spend(readOf(watch, 10)))).toEqual([10, 10]);
  });

  test('stops a read of more rows, and no read outside it', () => {
    const { watch, spend } = rowBudget(BUDGET);
    expect(() => spend(readOf(watch, 11))).toThrow(TooManyRows);
    expect(readOf(watch, 1000)()).toBe(1000);
  });

  test('takes the rows of each read from the purse of its answer', () => {
    const { watch, spend } = rowBudget(BUDGET);
    const purse = { left: 15 * ROWS_A_LOOK };
    expect(spend(readOf(watch, 10), purse)).toBe(10);
    expect(() => spend(readOf(watch, 6), purse)).toThrow(TooManyRows);
    expect(purse.left).toBe(0);
    expect(spend(readOf(watch, 10), { left: 15 * ROWS_A_LOOK })).toBe(10);
  });
});
