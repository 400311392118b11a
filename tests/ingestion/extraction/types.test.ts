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

test.each([
  [
    'a shooting that another clause dates',
    'A man has been arrested in connection with a shooting on Monday.',
    'ASSAULT',
  ],
  ['a man who is apprehended', 'Police apprehended a man at the pier on Monday.', 'COERCE'],
  ['activists who are rounded up', 'Police rounded up ten activists on Monday.', 'COERCE'],
  ['a fine', 'The court imposed a fine on the ferry line on Monday.', 'COERCE'],
  ['a memorandum by its letters', 'The two harbours signed an MOU on Monday.', 'AGREE'],
  ['permission that is given', 'The council gave its approval for the bridge on Monday.', 'AGREE'],
  ['farmers in the streets', 'Hundreds of farmers took to the streets on Monday.', 'PROTEST'],
  ['protesters who gather', 'Protesters gathered at the town hall on Monday.', 'PROTEST'],
  ['a visit that is paid', 'Ada Novak paid a visit to Riga on Monday.', 'CONSULT'],
  ['a tribute that is paid', 'Zora Hart paid tribute to the crew on Monday.', 'SUPPORT'],
  ['a resignation that is handed in', 'Ada Novak submitted her resignation on Monday.', 'CONCEDE'],
  ['bail that is granted', 'The court granted bail to Zora Hart on Monday.', 'CONCEDE'],
  ['allegations that are levelled', 'The union levelled allegations at the mayor on Monday.', 'ACCUSE'],
  ['charges that are faced', 'Zora Hart faced two charges on Monday.', 'ACCUSE'],
  ['a trial', 'Zora Hart went on trial on Monday.', 'ACCUSE'],
  ['objections that are filed', 'Two villages filed objections on Monday.', 'REJECT'],
  ['time that is sought', 'Her lawyer sought an adjournment on Monday.', 'REQUEST'],
  ['what a report highlights', 'On Monday, a report highlighted that the dam leaks.', 'STATEMENT'],
  ['reporters killed by fire', 'A tank crew killed a reporter by firing two shells on Monday.', 'ASSAULT'],
])('%s has its type', (_, text, expected) => {
  expect(typeOf(text)).toBe(expected);
});

test.each([
  ['a warning of bad weather', 'The county issued a warning of heavy rain on Monday.', 'STATEMENT'],
  ['a warning to residents', 'The city warned residents on Monday that the beach was closed.', 'STATEMENT'],
  ['people killed by a truck', 'Ada Novak was killed by a truck on Monday.', 'OTHER'],
  ['a suicide', 'A clerk killed himself at the pier on Monday.', 'OTHER'],
  ['a car that slams into a tree', 'A car slammed into a tree on Monday.', 'OTHER'],
  ['a party that storms to power', 'The party stormed to power on Monday.', 'OTHER'],
  ['a meal that is ordered', 'Four guests ordered food on Monday.', 'OTHER'],
  ['a skill that is shown', 'Zora Hart demonstrated her new engine on Monday.', 'OTHER'],
  ['an event that is repeated', 'The process was repeated on Monday.', 'OTHER'],
])('%s is none of PLOVER’s acts', (_, text, expected) => {
  expect(typeOf(text)).toBe(expected);
});

test('a truck does not make an attack an accident', () => {
  expect(typeOf('Militants killed two soldiers in a truck on Monday.')).toBe('ASSAULT');
});
