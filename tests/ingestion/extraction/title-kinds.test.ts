import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

/** The title of the mention with this time expression, in a text of 15 May 2019. */
const titleOf = (text: string, time: string) => {
  const mention = mentionsOf(text).find(({ timex }) => timex?.text === time);
  return [mention?.titleKind, mention?.title];
};

test.each([
  [
    'The driver is among three men arrested in Leeds on Monday for the theft.',
    'Monday',
    ['EDITED', 'Three men were arrested in Leeds for the theft'],
  ],
  [
    'The council paid for a ferry sold by the yard in 2017, and it regrets that now.',
    '2017',
    ['EDITED', 'A ferry was sold by the yard'],
  ],
  [
    'Latvia and Norway, who were invited to join the fund in May 2017, hope to sign soon.',
    'May 2017',
    ['CLAUSE', 'Latvia and Norway were invited to join the fund'],
  ],
  [
    'A reward is offered for news of Zora Hart, who was seen near the pier on Monday.',
    'Monday',
    ['CLAUSE', 'Zora Hart was seen near the pier'],
  ],
])('an act that describes a noun has a title of its own: %s', (text, time, expected) => {
  expect(titleOf(text, time)).toEqual(expected);
});

test.each([
  [
    'how a thing is',
    'The clerks fear costs associated with the move of the yard in May 2017.',
    'May 2017',
    ['SENTENCE', 'The clerks fear costs associated with the move of the yard in May 2017'],
  ],
  [
    'what was published',
    'The mayor said in a letter published on Monday that the bridge is safe.',
    'Monday',
    ['SENTENCE', 'The mayor said in a letter published on Monday that the bridge is safe'],
  ],
  [
    'a plan',
    'The strike may end at talks planned for Friday.',
    'Friday',
    ['SENTENCE', 'The strike may end at talks planned for Friday'],
  ],
])('%s is no act of its own: %s', (_, text, time, expected) => {
  expect(titleOf(text, time)).toEqual(expected);
});

test('a time inside the phrase of a deed that is tried dates the deed', () => {
  const text = 'A jury convicted a man charged in an April 2017 shooting at a bank in Leeds.';
  expect(titleOf(text, 'April 2017')).toEqual(['CLAUSE', 'Shooting at a bank in Leeds']);
});

test('a name that says who is meant belongs to a noun as a title', () => {
  const text = 'The police doubt that he was involved in the March 3 killing of the doctor, Zora Hart.';
  expect(titleOf(text, 'March 3')).toEqual(['CLAUSE', 'Killing of the doctor, Zora Hart']);
});

test('nouns listed with the last words of a title stay in it', () => {
  const text = 'The mayor on Monday condemned attacks on ships in Latvia and Norway and vowed to help.';
  expect(titleOf(text, 'Monday')).toEqual([
    'CLAUSE',
    'The mayor condemned attacks on ships in Latvia and Norway',
  ]);
});

test('a word that measures a number stays before it', () => {
  expect(titleOf('Nearly 200 workers marched through Leeds on Monday.', 'Monday')).toEqual([
    'CLAUSE',
    'Nearly 200 workers marched through Leeds',
  ]);
});

test('“alone” goes with its time', () => {
  expect(titleOf('The bank lost 60 million dollars last week alone.', 'last week')).toEqual([
    'CLAUSE',
    'The bank lost 60 million dollars',
  ]);
});

test.each([
  [
    'A jury found him guilty of robbing two banks in Leeds in May 2017.',
    'May 2017',
    'Two banks in Leeds were robbed',
  ],
  [
    'The film was shown at the trial of two men charged with killing Zora Hart, 34, on Oct. 21, 2017.',
    'Oct. 21, 2017',
    'Zora Hart was killed',
  ],
])('a deed that a gerund names is titled from its object: %s', (text, time, title) => {
  expect(titleOf(text, time)).toEqual(['EDITED', title]);
});

test.each([
  [
    'a quotation of what is doubted',
    '“I do not think we can reopen the mine this year,” the mayor said.',
    'this year',
  ],
  [
    'a pronoun as the speaker',
    'Tired of waiting, the miners are leaving for Norway, he said on Monday.',
    'Monday',
  ],
  [
    'a subject described before its verb',
    'A climber, described as “lacking skill” on Monday, falls from the cliff.',
    'Monday',
  ],
])('%s makes no title of a clause: %s', (_, text, time) => {
  expect(titleOf(text, time)[0]).toBe('SENTENCE');
});

test.each([
  'Profit grew 19 % from a year ago.',
  'Prices were higher than a year ago.',
  'Output of the yard fell from 2017 on the strength of the crown.',
])('the base of a comparison dates nothing: %s', (text) => {
  expect(mentionsOf(text).filter(({ timex }) => timex !== null)).toEqual([]);
});

test('a subject that was told something did not say it', () => {
  const text = 'Earlier yesterday the clerks were told that the yard bought a ferry.';
  expect(titleOf(text, 'Earlier yesterday')).toEqual([
    'CLAUSE',
    'The clerks were told that the yard bought a ferry',
  ]);
});

test('a long sentence does not begin at the source between its commas', () => {
  const text =
    'These units of the northern district, the ministry in Oslo said in a statement, were leaving the towns of Narvik, Tromso and Bodo in the north, the last of which was flooded by the river in the spring of 2014 and again later.';
  const [kind, title] = titleOf(text, 'the spring of 2014');
  expect([kind, title?.slice(0, 37)]).toEqual(['SENTENCE', 'These units of the northern district,']);
});

test('an object that the parser takes for the subject of the next clause stays in a title', () => {
  const text =
    "The U.S. and the European Union have warned Russia again and again that military action of any kind in Ukraine would bring sanctions much harsher than the ones imposed in 2014, when Moscow annexed Ukraine's Crimean peninsula and fighting broke out in eastern Ukraine between the forces of Kiev and separatists who side with Russia.";
  expect(mentionsOf(text, '2021-12-21').map(({ title }) => title)).toContain(
    "Moscow annexed Ukraine's Crimean peninsula",
  );
});
