import { expect, test } from 'vitest';
import { figuresIn } from '../../../src/ingestion/joining/figures-in.ts';
import { mentionsOf } from '../read-text.ts';

test.each([
  ['Shares of Kelpion fell by 1.5 percent on Monday.', ['1.5']],
  ['Kelpion cut 3,100 jobs on Monday, 13 May 2019.', ['3,100']],
  ['Brann beat Viking 2-1 on Monday.', []],
  ['On May 13, 2019, some 66 people met in Bergen.', []],
])('the figures of a clause are shares, sums and long numbers: %s', (text, figures) => {
  const [mention] = mentionsOf(text, '2019-05-15');
  expect(mention && [...figuresIn(mention)]).toEqual(figures);
});
