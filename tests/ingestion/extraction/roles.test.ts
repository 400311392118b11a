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
  [
    'the subject of "is set to" acts',
    'Norway is set to meet Sweden on Friday.',
    ['Norway ACTOR', 'Sweden RECIPIENT'],
  ],
  [
    'a number may stand before the actors',
    'More than ten thousand Russian soldiers returned on Monday.',
    ['Russia ACTOR'],
  ],
  ['the subject of a passive receives', 'Finland was attacked on Monday.', ['Finland RECIPIENT']],
  [
    'the names after a noun of an act are recipients',
    'Reporters recalled the 2008 invasion of Georgia.',
    ['Georgia RECIPIENT'],
  ],
  [
    'all names after "held between" act',
    'Nothing came of the June talks between Peru and Chile.',
    ['Peru ACTOR', 'Chile ACTOR'],
  ],
  [
    'all names after "broke out between" act',
    'Fighting broke out between Turkish and Greek troops on Monday.',
    ['Turkey ACTOR', 'Greece ACTOR'],
  ],
  [
    'names after "between" are recipients where another actor is named',
    'France settled the dispute between Peru and Chile on Monday.',
    ['France ACTOR', 'Peru RECIPIENT', 'Chile RECIPIENT'],
  ],
  [
    'a street is no person',
    'France opened its embassy at 469 Vermont St. in Brownsville on Monday.',
    ['France ACTOR'],
  ],
  [
    'the beneficiary of a request is no recipient of it',
    'France urged Turkey on Monday to give Greece more time.',
    ['France ACTOR', 'Turkey RECIPIENT'],
  ],
])('%s', (_, text, expected) => {
  expect(rolesIn(text)).toEqual(expected);
});
