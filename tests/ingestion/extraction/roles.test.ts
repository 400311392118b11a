import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

const rolesIn = (text: string): readonly string[] =>
  mentionsOf(text).flatMap(({ actors }) => actors.map(({ name, role }) => `${name} ${role}`));

test.each([
  [
    'the subject acts, its object receives',
    'Norway warned Sweden on Monday.',
    ['Norway ACTOR', 'Sweden RECIPIENT'],
  ],
  [
    'all of a joint subject act',
    'Norway and Sweden signed a treaty on Monday.',
    ['Norway ACTOR', 'Sweden ACTOR'],
  ],
  [
    'the agent of a passive acts on its subject',
    'Finland was attacked by Norway on Monday.',
    ['Norway ACTOR', 'Finland RECIPIENT'],
  ],
  ['who is set to act acts', 'Norway is set to meet Sweden on Friday.', ['Norway ACTOR', 'Sweden RECIPIENT']],
  [
    'a number before those who act',
    'More than ten thousand Russian soldiers returned on Monday.',
    ['Russia ACTOR'],
  ],
  ['the subject of a passive receives', 'Finland was attacked on Monday.', ['Finland RECIPIENT']],
  [
    'what a noun names is done to what follows it',
    'Reporters recalled the 2008 invasion of Georgia.',
    ['Georgia RECIPIENT'],
  ],
  [
    'all between whom something is held act',
    'Nothing came of the June talks between Peru and Chile.',
    ['Peru ACTOR', 'Chile ACTOR'],
  ],
  [
    'all between whom something breaks out act',
    'Fighting broke out between Turkish and Greek troops on Monday.',
    ['Turkey ACTOR', 'Greece ACTOR'],
  ],
  [
    'they are told of as others where somebody acts between them',
    'France settled the dispute between Peru and Chile on Monday.',
    ['France ACTOR', 'Peru RECIPIENT', 'Chile RECIPIENT'],
  ],
  [
    'a street is nobody',
    'France opened its embassy at 469 Vermont St. in Brownsville on Monday.',
    ['France ACTOR'],
  ],
  [
    'whoever is to gain from what is asked is not asked',
    'France urged Turkey on Monday to give Greece more time.',
    ['France ACTOR', 'Turkey RECIPIENT'],
  ],
])('%s', (_, text, expected) => {
  expect(rolesIn(text)).toEqual(expected);
});
