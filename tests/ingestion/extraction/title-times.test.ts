import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

/** Kind and title of the mention with this time expression, in a text of 15 May 2019. */
const titleOf = (text: string, time: string) => {
  const mention = mentionsOf(text).find(({ timex }) => timex?.text === time);
  return [mention?.titleKind, mention?.title];
};

test.each([
  [
    'of another act',
    'The board on Monday lifted the fines imposed last year on the yard.',
    'Monday',
    'The board lifted the fines imposed in 2018 on the yard',
  ],
  [
    'that a verb fixes',
    'Zora Hart on Monday fixed next week for the hearing.',
    'Monday',
    'Zora Hart fixed the week of 20 May 2019 for the hearing',
  ],
])('a passing time %s gives way to its date in a title: %s', (_, text, time, title) => {
  expect(titleOf(text, time)).toEqual(['EDITED', title]);
});

test.each([
  [
    'by its noun alone',
    'A man with a part in last week’s raid on the bank was arrested in Leeds on Monday.',
    'Monday',
    'A man with a part in the raid on the bank was arrested in Leeds',
  ],
  [
    'by the year before its noun',
    'She won the second round of this year’s Harbour Cup on Monday.',
    'Monday',
    'She won the second round of the 2019 Harbour Cup on Monday',
  ],
])('a passing time that owns a noun is told %s: %s', (_, text, time, title) => {
  expect(titleOf(text, time)).toEqual(['EDITED', title]);
});

test('a passing time of a participle is dated in the sentence as a title', () => {
  const text = 'In a letter published this week, it said that the bridge is safe.';
  expect(titleOf(text, 'this week')).toEqual([
    'EDITED',
    'In a letter published in the week of 13 May 2019, it said that the bridge is safe',
  ]);
});

test('a passing time beside a weekday is left out', () => {
  const text = 'She had last week Thursday filed a suit in Leeds.';
  expect(titleOf(text, 'Thursday')).toEqual(['EDITED', 'She had Thursday filed a suit in Leeds']);
});

test('a passing time in a quotation stays', () => {
  const text = 'The mayor said on Monday that Zora Hart left “in great haste last night in a boat”.';
  expect(titleOf(text, 'Monday')).toEqual([
    'CLAUSE',
    'The mayor said that Zora Hart left “in great haste last night in a boat”',
  ]);
});

test('a later year that has its date beside it keeps its words', () => {
  const text = 'The mill burnt in 2009. Five years later, on 26 May 2014, it burnt again.';
  expect(titleOf(text, '26 May 2014')).toEqual([
    'SENTENCE',
    'Five years later, on 26 May 2014, it burnt again',
  ]);
});

test('"that same day" gives way to the date as a whole', () => {
  const text = 'Two clerks left the yard on 3 May 2019. His name on the plan was struck out that same day.';
  expect(titleOf(text, 'same day')[1]).toBe('His name on the plan was struck out on 3 May 2019');
});
