import { expect, test } from 'vitest';
import type { Mention } from '../../../src/domain/event/mention.ts';
import type { AnchorBasis } from '../../../src/domain/time/anchor.ts';
import { extractEvents } from '../../../src/ingestion/extraction/extract-events.ts';
import { headlineOf } from '../../../src/ingestion/extraction/report-statement.ts';
import { articleOf, language, lexicon } from '../read-text.ts';

/** The mentions of a text of 21 December 2021. */
function mentionsOf(text: string, basis: AnchorBasis = 'METADATA'): readonly Mention[] {
  const article = articleOf(text, '2021-12-21');
  const anchored = { ...article, anchor: { ...article.anchor, basis } };
  return extractEvents(anchored, { language, lexicon, dateline: null }).mentions;
}

const TEXT =
  'Auditors in Malta have closed an inquiry into the ferry line Blue Strait. A spokesman gave no reason.';

/** Title, EDTF and role of each mention of a text. */
const toldIn = (text: string, basis?: AnchorBasis) =>
  mentionsOf(text, basis).map(({ title, date }) => [title, date?.edtf, date?.role]);

test('a lead without any day is reported on the day of its article', () => {
  expect(toldIn(TEXT)).toEqual([
    ['Auditors in Malta have closed an inquiry into the ferry line Blue Strait', '2021-12-21~', 'PUBLISHED'],
  ]);
});

test('such a mention has no expression and no rule, and says that it was reported', () => {
  const [mention] = mentionsOf(TEXT, 'DATELINE');
  expect(mention).toMatchObject({
    timex: null,
    rule: null,
    datedBy: null,
    modality: 'ASSERTED',
    date: {
      precision: 'DAY',
      earliest: '2021-12-21',
      latest: '2021-12-21',
      display: 'reported 21 December 2021',
    },
  });
});

test('an article whose own day is not known reports nothing on the default day', () => {
  expect(toldIn(TEXT, 'DEFAULT')).toEqual([]);
});

test.each([
  ['a day of its own', 'Auditors closed an inquiry on Monday.', [['2021-12-20', 'ON']]],
  [
    'a day that the next sentence gives to the same act',
    'Angela Merkel has warned of a hard winter. “Gas is scarce,” she said in Bonn on Monday.',
    [
      [undefined, undefined],
      ['2021-12-20', 'ON'],
    ],
  ],
  [
    'a day for what is said in it',
    'The auditors said that the ferry line had sold a ship on Friday.',
    [['2021-12-17', 'ON']],
  ],
  [
    'a day for what went on meanwhile',
    'Marta Lind, 40, slipped about 20 metres while crossing a stream near Bergen on Saturday, rescuers said.',
    [['2021-12-18', 'ON']],
  ],
  [
    'a day for what was told in it',
    'Pupils were told that a planned concert will be moved from Tuesday to Thursday.',
    [['2021-12-23', 'ON']],
  ],
  [
    'a day for the telling at its end',
    'Nine people had by then been found alive, Aro, a doctor of the clinic, told reporters late Monday.',
    [['2021-12-20', 'ON']],
  ],
  ['a pronoun for its subject', 'She led the choir of the town for nine years.', []],
  ['a scene of what another clause tells', 'Villagers were sleeping when the roof of the hall fell.', []],
  ['a state in the past', 'The ferry line owned nine ships.', []],
  ['a state', 'The ferry line is the largest of Malta.', []],
  ['a present that names no act', 'The ferry line owns nine ships.', []],
  ['an appeal to the reader', 'Sign the letter of our readers.', []],
  ['a headline in the present', 'Auditors accuse the ferry line of fraud.', [['2021-12-21~', 'PUBLISHED']]],
])('a lead with %s', (_, text, expected) => {
  const dates = mentionsOf(text).map(({ date }) => [date?.edtf, date?.role]);
  expect(dates.toSorted()).toEqual([...expected].toSorted());
});

test('only the first sentence of a text is reported so', () => {
  expect(toldIn(`${TEXT} The line has sold two ships.`)).toHaveLength(1);
});

test.each([
  ['tells the same act', 'Auditors close ferry inquiry in Malta', 'Auditors close ferry inquiry in Malta'],
  ['shares few words', 'Storm closes harbour', null],
  ['asks', 'Will auditors close the ferry inquiry in Malta?', null],
])('a headline may be the title where it %s', (_, headline, expected) => {
  expect(
    headlineOf(headline, 'Auditors in Malta have closed an inquiry into the ferry line Blue Strait.'),
  ).toBe(expected);
});
