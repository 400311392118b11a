import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

/** Title and the title of the mention that dates it, of every mention without a date. */
const undatedIn = (text: string): readonly (readonly [string, string | undefined])[] => {
  const mentions = mentionsOf(text);
  return mentions
    .filter(({ date }) => date === null)
    .map(({ title, datedBy }) => [title, mentions.find(({ id }) => id === datedBy)?.title]);
};

test.each([
  [
    'goes with the speech that the next sentence dates',
    'Angela Merkel has warned of a hard winter. “Gas is scarce,” she said in Bonn on Monday.',
    [['Angela Merkel has warned of a hard winter', 'Angela Merkel: “Gas is scarce”']],
  ],
  [
    'goes with the act that the next sentence reports in the same words',
    'Norway closed its oldest copper mine for good. Norway closed the copper mine near Bergen on Monday.',
    [['Norway closed its oldest copper mine for good', 'Norway closed the copper mine near Bergen']],
  ],
  [
    'stays out where the next sentence reports another act',
    'Norway closed a mine. Norway beat Sweden on Monday.',
    [],
  ],
  [
    'stays out where another person acts',
    'Angela Merkel warned of war. Emmanuel Macron spoke on Monday.',
    [],
  ],
  ['stays out where the next date is long ago', 'Angela Merkel warned of war. She spoke in 1999.', []],
  ['stays out where it describes a state', 'Angela Merkel is ill. She spoke on Monday.', []],
  ['is a mention of its own where it has a date', 'Angela Merkel spoke on Sunday. She spoke on Monday.', []],
])('a lead without a date %s', (_, text, expected) => {
  expect(undatedIn(text)).toEqual(expected);
});

test('a lead has neither expression, date nor rule, and its own sentence', () => {
  const [, lead] = mentionsOf('Angela Merkel has warned of a hard winter. She spoke on Monday.');
  expect(lead).toMatchObject({ timex: null, date: null, rule: null, type: 'THREATEN' });
  expect(lead?.quote.exact).toBe('Angela Merkel has warned of a hard winter.');
});
