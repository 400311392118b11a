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
  ['a company that begins with a word of a title', 'Home Loom closed a shop on Monday.', ['Home Loom']],
  ['a company with a general', 'General Looms Inc. closed a shop on Monday.', ['General Looms Inc.']],
  ['a person with the name of a country', 'Jordan Quist closed a shop on Monday.', ['Jordan Quist']],
  ['a part of a country', 'South Peru closed a mine on Monday.', ['South Peru']],
  [
    'a body of several fields',
    'The Salt and Fish Administration closed a mine on Monday.',
    ['Salt and Fish Administration'],
  ],
  ['a name with a hyphen', 'Quist-Hale Corp. closed a mine on Monday.', ['Quist-Hale Corp.']],
  ['a body of the people', 'The People’s Salt Party closed a mine on Monday.', ['People’s Salt Party']],
  ['a war named after a country', 'The Peru War ended on Monday.', []],
  ['a ship', 'HMS Peru sank on Monday.', []],
  ['a thing with a number', 'Quist Rover 7 landed on Monday.', []],
])('%s acts under its whole name', (_, text, expected) => {
  expect(actorsIn(text)).toEqual(expected);
});

test('a company is later called by the first word of its name', () => {
  const later = mentionsOf('Quistel Looms Corp. closed a shop in 2018. Quistel sold a ship on Monday.').at(
    -1,
  );
  expect(later?.actors.map(({ id }) => id)).toEqual(['act_quistel-looms-corp']);
});
