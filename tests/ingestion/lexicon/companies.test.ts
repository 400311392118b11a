import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

const actorsIn = (text: string) => mentionsOf(text).flatMap(({ actors }) => actors.map(({ name }) => name));

test.each([
  ['a company with a sign', 'Nordic Salt & Fish Co. closed a mine on Monday.', ['Nordic Salt & Fish Co.']],
  ['a bank of a country', 'The Bank of France lost a billion on Monday.', ['Bank of France']],
  [
    'a company that is named after a country',
    'Poland Steel Corp. closed a mine on Monday.',
    ['Poland Steel Corp.'],
  ],
  [
    'a university that is named after a city',
    'Kyiv University closed a library on Monday.',
    ['Kyiv University'],
  ],
  ['a country alone', 'France closed a mine on Monday.', ['France']],
])('%s acts under its whole name', (_, text, expected) => {
  expect(actorsIn(text)).toEqual(expected);
});
