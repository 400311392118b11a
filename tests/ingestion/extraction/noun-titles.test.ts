import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

/** Kind and title of the mention with this time expression, in a text of 15 May 2019. */
const titleOf = (text: string, time: string) => {
  const mention = mentionsOf(text).find(({ timex }) => timex?.text === time);
  return [mention?.titleKind, mention?.title];
};

test.each([
  [
    'what is held',
    'The police have clashed with miners in a march against last week’s presidential election, which was close.',
    'last week',
    'A presidential election was held',
  ],
  [
    'what befalls people',
    'Rain fell on the valley, which took the brunt of Monday’s 6.7-magnitude offshore earthquake.',
    'Monday',
    'A 6.7-magnitude offshore earthquake took place',
  ],
  [
    'what is to come',
    'The court, which posted the next hearing to May 24, said that it would wait.',
    'May 24',
    'The next hearing is planned',
  ],
  [
    'several happenings',
    'The miners praised Friday’s talks with the yard on the bridge.',
    'Friday',
    'Talks with the yard on the bridge were held',
  ],
])('a noun that names %s gets a verb in a title: %s', (_, text, time, title) => {
  expect(titleOf(text, time)).toEqual(['EDITED', title]);
});

test.each([
  ['takes no such verb', 'The miners praised the 2018 reform of the yard.', '2018', 'Reform of the yard'],
  [
    'is not sure to have happened',
    'The board could cancel Friday’s meeting with the miners.',
    'Friday',
    'Meeting with the miners',
  ],
])('a noun that %s stays alone in a title: %s', (_, text, time, title) => {
  expect(titleOf(text, time)).toEqual(['CLAUSE', title]);
});

test.each([
  [
    'one of a list',
    'The clerks were charged with meddling in the 2018 state election and secret deals with a bank.',
    '2018',
  ],
  [
    'any that there may have been',
    'Ada Novak, who denied all claims made by the yard in May 2018, sued the bank.',
    'May 2018',
  ],
])('no verb is put to a noun that is %s', (_, text, time) => {
  expect(titleOf(text, time)[1] ?? '').not.toMatch(/was held|^All claims were/u);
});
