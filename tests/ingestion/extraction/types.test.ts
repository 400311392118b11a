import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

const typeOf = (text: string): string | undefined => mentionsOf(text)[0]?.type;

test.each([
  ['takes its type from its object', 'The union began a series of protests on Monday.', 'PROTEST'],
  ['takes its type from what follows “to”', 'The union plans to protest on Friday.', 'PROTEST'],
  ['takes its type from its subject in the passive', 'Talks were held in Riga on Monday.', 'CONSULT'],
  [
    'describes the noun that has its type',
    'They spoke of a strike that began on Monday at two rail yards.',
    'PROTEST',
  ],
  ['has no type from the first word of a compound', 'Three rally officials were at home on Monday.', 'OTHER'],
  [
    'has no type from a word that describes another',
    'On Monday it became the subject of a custody battle.',
    'OTHER',
  ],
  ['has no type from a purpose', 'On Monday she took a team to the victims of the attacks.', 'OTHER'],
])('a verb that hardly says what is done %s', (_, text, expected) => {
  expect(typeOf(text)).toBe(expected);
});

test.each([
  ['a question is no request', 'Reporters asked on Monday whether the pier was safe.', 'STATEMENT'],
  ['a request is one', 'The mayor asked the council on Monday to close the pier.', 'REQUEST'],
  [
    'a finding suggests, it asks for nothing',
    'A study published on Monday suggests that crabs sleep.',
    'STATEMENT',
  ],
  ['who is called to a house says nothing', 'Crews were called to a house on Elm Street on Monday.', 'OTHER'],
  ['a video that captures a scene attacks nobody', 'A video captured the fall on Monday.', 'OTHER'],
])('%s', (_, text, expected) => {
  expect(typeOf(text)).toBe(expected);
});

test.each([
  ['a bombing that targets a camp', 'A bombing targeted an army camp in Leeds on Monday.', 'ASSAULT'],
  ['a court before which somebody is brought', 'Ada Novak was arraigned on Monday.', 'ACCUSE'],
  ['somebody held in a cell', 'Ada Novak was held in a cell on Monday.', 'COERCE'],
  ['a suit that is struck out', 'The suit was struck out on Monday.', 'OTHER'],
  ['a name that holds such a word', 'The Food Aid Agency approved the bridge on Monday.', 'OTHER'],
])('%s has its type', (_, text, expected) => {
  expect(typeOf(text)).toBe(expected);
});
