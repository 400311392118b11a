import { describe, expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

/** The participants of the last dated statement of a text. */
const rolesIn = (text: string): readonly string[] =>
  mentionsOf(text)
    .filter(({ timex }) => timex !== null)
    .at(-1)
    ?.actors.map(({ name, role }) => `${name} ${role}`) ?? [];

describe('nobody is named for the act of another:', () => {
  test.each([
    ['a possessive', 'The lawyers of Mara Quist’s brother resigned on Monday.', []],
    ['a description after a comma', 'A rival, the head of Quist Foods, resigned on Monday.', []],
    ['a comparison', 'The harbour was busier on Monday than the port of Peru.', []],
    ['a name in front of another noun', 'Peru bonds fell on Monday.', []],
    ['a speaker, for what is said', 'Mara Quist said that a dam had burst on Monday.', []],
    ['an accuser, for the deed', 'Mara Quist said that he robbed a bank on Monday.', []],
    ['a name in a clause of time', 'The dam burst on Monday after Mara Quist left.', []],
    ['the subject of another clause', 'Mara Quist left and Tom Hale stayed on Monday.', ['Tom Hale ACTOR']],
    ['a topic', 'The talks about Peru failed on Monday.', []],
    ['a people, for its coach', 'The Peruvian coach resigned on Monday.', []],
    [
      'a thing, for a person beside it',
      'The trial of a clerk, and of his aide, Mara Quist, failed on Monday.',
      [],
    ],
    ['an expletive', 'Quist Foods Inc. closed a plant. It was a hard day for the port on Monday.', []],
    ['a city, for what happens in it', 'Protests in the capital Lima grew on Monday.', []],
    ['the ends of a way', 'The airline closed its route between Peru and Denver on Monday.', []],
    [
      'a paper, for what it reports',
      'A dam had burst on Sunday, the Quistby Gazette reported on Monday.',
      [],
    ],
    ['the field of a body', 'The Wexcombe committee on Norway sent a letter on Monday.', []],
    ['one addressed, for an envoy', 'The envoy to Norway resigned on Monday.', []],
    [
      'a source, for the owner named before it',
      'Orbita Ltd. bought Quist Foods Inc., a source familiar with it said on Monday.',
      [],
    ],
    ['a road, for a country', 'Two trucks burnt on US 42 on Monday.', []],
    ['the one acted for', 'Lawyers filed a plea on behalf of Mara Quist on Monday.', []],
  ])('%s', (_, text, expected) => {
    expect(rolesIn(text)).toEqual(expected);
  });
});

describe('a participant is found', () => {
  test.each([
    [
      'as a team in capitals, which is no person of that name',
      'The tour by the World XI began on Monday.',
      ['World XI ACTOR'],
    ],
    [
      'as a name that describes a title of several nouns',
      "Norway's Minister of Trade, Mara Quist, resigned on Monday.",
      ['Mara Quist ACTOR'],
    ],
    [
      'as the name before a noun that a clause describes',
      'Two dealers lost money with Orbita Ltd., the harbour exchange that collapsed on Monday.',
      ['Orbita Ltd. ACTOR'],
    ],
    [
      'among the members of a group',
      'Several countries including Norway, Peru and Chile closed their ports on Monday.',
      ['Norway ACTOR', 'Peru ACTOR', 'Chile ACTOR'],
    ],
    [
      'as the organization whose committee acts',
      "Hale Council's planning committee met on Monday.",
      ['Hale Council ACTOR'],
    ],
    [
      'as the organization that a spokeswoman speaks for',
      'A spokeswoman for Wexcombe Ambulance Service confirmed a fire on Monday.',
      ['Wexcombe Ambulance Service ACTOR'],
    ],
    [
      'as the speaker of a quotation about “us”',
      '“We will close the yard on Monday,” Mara Quist said.',
      ['Mara Quist ACTOR'],
    ],
    [
      'as a team that begins with a word for a place',
      'The Harbour Lions won on Monday.',
      ['Harbour Lions ACTOR'],
    ],
    [
      'as a team of one word',
      'A crowd met the Ravens at the port. The Ravens won on Monday.',
      ['Ravens ACTOR'],
    ],
    [
      'as the agent that stands after a time',
      'The plan was confirmed in the autumn of 2018 by Mayor Mara Quist.',
      ['Mara Quist ACTOR'],
    ],
    [
      'as the name of a described subject',
      'The shipper’s owner, Mara Quist, resigned on Monday.',
      ['Mara Quist ACTOR'],
    ],
    [
      'after a title of several words',
      'Secretary of Defense Mara Quist resigned on Monday.',
      ['Mara Quist ACTOR'],
    ],
    [
      'as the doer of an act that the subject names',
      'A raid by Peru killed two men on Monday.',
      ['Peru ACTOR'],
    ],
    [
      'as the object of an act that completes the verb',
      'Tom Hale was found guilty of killing Mara Quist on Monday.',
      ['Tom Hale RECIPIENT', 'Mara Quist RECIPIENT'],
    ],
    ['as a whole people', 'The Peruvians left the port on Monday.', ['Peru ACTOR']],
    ['as the side of its people', 'Peruvian gunships left the port on Monday.', ['Peru ACTOR']],
    [
      'right before the verb, whatever describes it',
      'Quistby United manager Tom Hale resigned on Monday.',
      ['Tom Hale ACTOR'],
    ],
    [
      'behind another name that owns it',
      'Quistby Wanderers’ Tom Hale left the pitch on Monday.',
      ['Tom Hale ACTOR'],
    ],
    ['with age and home', 'Tom Hale, 48, of Quistby was charged on Monday.', ['Tom Hale RECIPIENT']],
    [
      'as the one who leads a body',
      'The head of the Salt Commission, Mara Quist, resigned on Monday.',
      ['Mara Quist ACTOR'],
    ],
    [
      'as one whom a description goes on to tell of',
      'The guests met Mara Quist, an expert who left Peru on Monday.',
      ['Mara Quist ACTOR', 'Peru RECIPIENT'],
    ],
    [
      'as one whose death is told',
      'The killing of Mara Quist, who took office on Monday, shocked the port.',
      ['Mara Quist ACTOR'],
    ],
    [
      'as a speaker behind the verb',
      'The visit was good, said a Peruvian spokesman on Monday.',
      ['Peru ACTOR'],
    ],
    [
      'with all of a list',
      'Ministers from Egypt, Qatar and Peru met in Lima on Monday.',
      ['Egypt ACTOR', 'Qatar ACTOR', 'Peru ACTOR'],
    ],
    [
      'as a speaker who is described between commas',
      'Five men had been found, Yusuf, a clerk of the port, told reporters on Monday.',
      ['Yusuf ACTOR'],
    ],
  ])('%s', (_, text, expected) => {
    expect(rolesIn(text)).toEqual(expected);
  });
});

describe('a pronoun or a noun means the only candidate', () => {
  test.each([
    [
      'by gender',
      'Tom Hale was fined. His sister, Mara Quist, said he was sorry. He resigned on Monday.',
      ['Tom Hale ACTOR'],
    ],
    ['and not one whose gender "his" tells', 'Yorick Ashdown sold his house. She left on Monday.', []],
    ['and nobody of two', 'Tom Hale met Karl Brandt. He resigned on Monday.', []],
    [
      'and nobody where a person without a name is another',
      'Tom Hale met a judge. The judge was ill. He left on Monday.',
      [],
    ],
    [
      'by number',
      'Peru and Chile signed a pact. They left the talks on Monday.',
      ['Peru ACTOR', 'Chile ACTOR'],
    ],
    [
      'of an organization',
      'Quist Foods Inc. closed a plant. The company sold a ship on Monday.',
      ['Quist Foods Inc. ACTOR'],
    ],
    [
      'and none that is only named aside',
      'Clerks who were hired by Quist Foods Inc. left. The company sold a ship on Monday.',
      [],
    ],
    [
      'and none of two organizations',
      'Quist Foods Inc. bought Hale Farms Inc. in 2018. The company sold a ship on Monday.',
      [],
    ],
    [
      'of an office',
      'Mara Quist, the finance minister, was fined. The minister resigned on Monday.',
      ['Mara Quist ACTOR'],
    ],
  ])('%s', (_, text, expected) => {
    expect(rolesIn(text)).toEqual(expected);
  });
});

test.each([
  'Norway, Sweden and Latvia signed the pact on Monday.',
  'Norway, the Czech Republic and Latvia will sign the pact on Monday.',
])('all names of a list take part: %s', (text) => {
  const [mention] = mentionsOf(text);
  expect(mention?.actors.map(({ name }) => name).slice(0, 3)).toEqual([
    'Norway',
    text.includes('Czech') ? 'Czech Republic' : 'Sweden',
    'Latvia',
  ]);
});

test.each([
  [
    'with its first word, though it opens a sentence',
    'Greater Wexcombe Police searched the pier on Monday.',
    ['Greater Wexcombe Police ACTOR'],
  ],
  [
    'with the state before its department',
    'Hawaii Police Department officers searched the pier on Monday.',
    ['Hawaii Police Department ACTOR'],
  ],
  [
    'with a first name that no list holds',
    'Mamzel Mike Hale left the pier on Monday.',
    ['Mamzel Mike Hale ACTOR'],
  ],
  [
    'alone, where it holds the name of its side',
    'The UN Security Council met in Riga on Monday.',
    ['UN Security Council ACTOR'],
  ],
])('a name is whole %s: %s', (_, text, expected) => {
  expect(rolesIn(text)).toEqual(expected);
});

test('the one who makes a visit acts in it', () => {
  expect(rolesIn('The visit of Mara Quist to the port began on Monday.')).toEqual(['Mara Quist ACTOR']);
});
