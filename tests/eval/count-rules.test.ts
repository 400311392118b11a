import { expect, test } from 'vitest';
import { annotate } from './annotate.ts';
import { countRules } from './count-rules.ts';

test('a rule is counted by its predictions, those that gold has too, and those with its value', () => {
  const text = 'On Monday, on Friday and on Sunday.';
  const gold = annotate(text, ['Monday', 'DATE', '2021-12-20'], ['Friday', 'DATE', '2021-12-17']);
  const predicted = annotate(
    text,
    ['Monday', 'DATE', '2021-12-20'],
    ['Friday', 'DATE', '2021-12-24'],
    ['Sunday', 'DATE', '2021-12-19'],
  ).map((annotation) => ({ ...annotation, rule: 'weekday/same-or-last' }));
  expect(countRules([{ id: 'a', gold, predicted }])).toEqual([
    { name: 'weekday/same-or-last', predicted: 3, found: 2, right: 1 },
  ]);
});
