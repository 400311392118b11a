import { expect, test } from 'vitest';
import { accountOf } from '../../../src/ingestion/joining/account.ts';
import { relateActs } from '../../../src/ingestion/joining/acts.ts';
import { partition } from '../../../src/ingestion/joining/cluster/partition.ts';
import { isToldAgain } from '../../../src/ingestion/joining/score/within-article.ts';
import { mentionsOf } from '../read-text.ts';

/** The titles of each event of an article. */
const eventsOf = (...sentences: readonly string[]) =>
  partition(mentionsOf(sentences.join('\n\n'), '2019-05-15', { title: 'News' })).map((mentions) =>
    mentions.map(({ title }) => title),
  );

const ASIDE =
  'The street was closed for some hours, and people had to take other ways to the old harbour and back home.';

test('the act of a lead that is told again with its details is one event', () => {
  expect(
    eventsOf(
      'A woman of 28 died in a crash of two cars near the old harbour of Kerrin on Tuesday.',
      ASIDE,
      'The woman was pronounced dead in a hospital on Tuesday.',
    ),
  ).toHaveLength(1);
});

test('a lead may leave the names to the sentence that tells its act again', () => {
  expect(
    eventsOf(
      'A judge convicted a woman of Harlow on Tuesday of the murder of a neighbour in the old harbour.',
      'The neighbour was a well known man in the town, and many people came.',
      'Judge Ada Novak convicted Zora Hart on Tuesday.',
    ),
  ).toHaveLength(1);
});

/** Whether the first account of an article is told again by its second one. */
function isAgain(...sentences: readonly string[]): boolean {
  const accounts = mentionsOf(sentences.join('\n\n'), '2019-05-15', { title: 'News' }).flatMap(
    (mention) => accountOf(mention) ?? [],
  );
  const [one, other] = accounts;
  if (one === undefined || other === undefined) throw new TypeError('two sentences with a day are needed');
  return isToldAgain(one, other, { wording: 0, acts: relateActs(one.acts, other.acts) });
}

test('the same act of other people, in another place or of other things is another act', () => {
  const LEAD = 'Ada Novak won in the old harbour on Tuesday.';
  expect(isAgain(LEAD, ASIDE, 'She won again on Tuesday.')).toBe(true);
  expect(isAgain(LEAD, ASIDE, 'Zora Hart won on Tuesday.')).toBe(false);
  const ARREST = 'Police arrested a man in Oslo on Tuesday.';
  expect(isAgain(ARREST, ASIDE, 'He was detained on Tuesday.')).toBe(true);
  expect(isAgain(ARREST, ASIDE, 'Officers detained a woman on Tuesday.')).toBe(false);
  expect(isAgain(ARREST, ASIDE, 'He was detained in Riga on Tuesday.')).toBe(false);
});

test('a sentence that only gives time and place of a happening refers to the one that the lead tells', () => {
  const LEAD = 'A man was killed in a crash near Kerrin on Tuesday, police said.';
  expect(isAgain(LEAD, 'The crash happened on Tuesday in Harlow.')).toBe(true);
  expect(isAgain(LEAD, 'The flood happened on Tuesday in Harlow.')).toBe(false);
});

test('clauses of one sentence with one time are one event', () => {
  expect(
    eventsOf(
      ASIDE,
      'A blue car crossed the median shortly before midnight on Tuesday, when it skidded and was struck by a van.',
    ),
  ).toHaveLength(1);
});

test('an announcement of a discovery is the discovery', () => {
  expect(
    eventsOf(
      'Archaeologists found a tomb under the harbour of Kerrin on Tuesday.',
      'The ministry revealed the discovery in Kerrin on Tuesday.',
    ),
  ).toHaveLength(1);
});
