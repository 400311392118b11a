import { expect, test } from 'vitest';
import { actsOf, relateActs } from '../../../src/ingestion/joining/acts.ts';
import { mentionsOf } from '../read-text.ts';

const actsIn = (text: string) => mentionsOf(text, '2019-05-15').map(actsOf);

const relate = (one: string, other: string) => {
  const [[ones], [others]] = [actsIn(one), actsIn(other)];
  return ones && others && relateActs(ones, others);
};

test('a verb that ends one act in each of two accounts makes them unlike', () => {
  const text = 'Bergen suspended the strike on Monday.';
  expect(relate(text, 'Bergen halted the strike on Monday.')).toBe('SAME');
  expect(relate(text, 'Bergen halted the search on Monday.')).toBe('OTHER');
});

test('two that say something may speak of unlike things', () => {
  expect(
    relate(
      'Ada Novak said on Monday that the pier was safe.',
      'Zora Hart said on Monday that prices were high.',
    ),
  ).toBe('UNKNOWN');
});

test.each([
  ['Kelpion said on Monday it would cut 400 jobs.', 'lay_off'],
  ['The depot of Kelpion went up in flames on Monday.', 'blaze'],
  ['The death of Falk on Monday ended an era.', 'die'],
])('%s tells the act %s', (text, act) => {
  expect(actsIn(text).map(({ done }) => done.has(act))).toEqual([true]);
});
