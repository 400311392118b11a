import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

/** Kind and title of each mention. */
const titlesOf = (text: string) => mentionsOf(text).map(({ titleKind, title }) => [titleKind, title]);

test.each([
  [
    'the agent of a participle',
    'The council dismissed Karl Weber on Wednesday after a quarrel about the new cranes of the northern dock in Wexcombe on Tuesday, following a review ordered by the labour office together with two further boards and a bank.',
    'The council dismissed Karl Weber after a quarrel about the new cranes of the northern dock in Wexcombe on Tuesday',
  ],
  [
    'a condition',
    'The owners of the northern ferries waiting in the old port of Wexcombe are ready to sail again if the mayor lifts the fees of all smaller boats, a clerk said on Sunday.',
    'A clerk: the owners of the northern ferries waiting in the old port of Wexcombe are ready to sail again if the mayor lifts the fees of all smaller boats',
  ],
  [
    'a measure of the time that it leaves out',
    'The council has pressed for a vote well before early March.',
    'The council has pressed for a vote',
  ],
  [
    'the content of a message',
    'The ferry board of the harbour sent a letter on Wednesday, telling all the captains of the town, the villages and the islands to keep their lamps lit, although the price of oil had doubled.',
    'The ferry board of the harbour sent a letter, telling all the captains of the town, the villages and the islands to keep their lamps lit',
  ],
])('a cut title does not end before or inside %s', (_, text, expected) => {
  expect(titlesOf(text)).toContainEqual(['CLAUSE', expected]);
});

test.each([
  ['fell from 41 *to 38*', 'The number of open yards fell from 41 in 2013 to 38 in 2014.'],
  ['remained *in jail*', 'Zora Hart was taken to the county jail, where she remained on Tuesday evening.'],
  [
    'for the fiscal year, whose preposition goes with the time',
    'The plan asks for a rise in harbour dues for the 2017-2018 fiscal year.',
  ],
  [
    '“Boxing Day”, of which the marks alone would stay',
    'The pier was torn away by the great "Boxing Day" gale in 2004.',
  ],
  ['the particle of a verb', 'Zora Hart checked in on Monday.'],
  ['all the time of an office', 'Karl Weber served from 2002 to 2010.'],
  ['the day that is fixed', 'Justice Orwo fixed May 2, May 6, and May 20 for the continuation of the case.'],
  [
    'what something is similar to',
    'Quist Foods sees the third quarter being similar to the first quarter, with more sales of bread.',
  ],
  [
    'the second verb of a sentence',
    'She estimates her mills, bought for ten million crowns in October, bring in a third of that now.',
  ],
  [
    'what an unnamed time describes',
    'In 2011, the year the Harbour Party lost its seats, Zora Hart said the feast was “a duty of all”.',
  ],
])('a sentence is its own title where a shorter one would lose %s', (_, text) => {
  expect(titlesOf(text)[0]).toEqual(['SENTENCE', text.replace(/\.$/u, '')]);
});

test('the speaker is the subject right before the verb of saying', () => {
  expect(
    titlesOf(
      'A clerk fell into the old harbour lake after she and another rower were thrown out of their canoe by a gust from the hills, rangers said on Tuesday.',
    ),
  ).toEqual([
    [
      'CLAUSE',
      'Rangers: a clerk fell into the old harbour lake after she and another rower were thrown out of their canoe by a gust from the hills',
    ],
  ]);
});

test.each([
  [
    'the verb that has no object of its own',
    'The road was closed because some are travelling to a feast that the hill villages are going to attend later this week, a clerk said.',
    'The hill villages are going to attend a feast',
  ],
  [
    'no verb that has an object already',
    'Clerks see a fair chance that Norway will lower its ferry tax by two crowns on Wednesday.',
    'Norway will lower its ferry tax by two crowns',
  ],
])('the object that a clause describes stands behind %s', (_, text, expected) => {
  expect(titlesOf(text)).toEqual([['CLAUSE', expected]]);
});

test.each([
  [
    'the person whose owner is named before',
    'Karl Weber’s lawyer, Zora Hart, said on Monday that the yard would close.',
    'Karl Weber’s lawyer, Zora Hart, said that the yard would close',
  ],
  [
    'an organization',
    'The cable operator, Orbita Ltd., restored its services on Monday.',
    'The cable operator, Orbita Ltd., restored its services',
  ],
])('a subject keeps the name between commas of %s', (_, text, expected) => {
  expect(titlesOf(text)).toEqual([['CLAUSE', expected]]);
});

test('a source between commas in the middle of what it says leaves no comma', () => {
  expect(titlesOf('With that, the board said, delays in 2021 would be rare.')).toEqual([
    ['CLAUSE', 'The board said delays would be rare'],
  ]);
});

test('a time with “up to” is left out whole', () => {
  expect(titlesOf('More than forty boats were found up to early Friday.')).toEqual([
    ['CLAUSE', 'More than forty boats were found'],
  ]);
});

test('an amount in rupees does not end its sentence', () => {
  expect(
    titlesOf('The Wexcombe ferry board has set aside around Rs. 2 million for the case on Monday.'),
  ).toEqual([['CLAUSE', 'The Wexcombe ferry board has set aside around Rs. 2 million for the case']]);
});

test('no title ends on a verb of deciding that has its content before it', () => {
  const ruling =
    'A clerk who came from the islands and won the trust of the miners must be let back into her office, harbour judges ruled Wednesday.';
  expect(titlesOf(ruling)).toEqual([['SENTENCE', ruling.slice(0, -1)]]);
});

test('a subject that begins with a time keeps it', () => {
  const text = 'A week of talks on the ferry tax ended in Hull on Friday with no result.';
  expect(titlesOf(text)[0]).toEqual(['SENTENCE', text.slice(0, -1)]);
});
