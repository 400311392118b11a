import { expect, test } from 'vitest';
import { type Account, accountOf } from '../../../src/ingestion/joining/account.ts';
import { relateActs } from '../../../src/ingestion/joining/acts.ts';
import { evidenceOf } from '../../../src/ingestion/joining/score/evidence.ts';
import { areOfOneStory } from '../../../src/ingestion/joining/score/same-story.ts';
import { scoreAccounts } from '../../../src/ingestion/joining/score/score-accounts.ts';
import { mentionsOf } from '../read-text.ts';

function accountsOf(publisher: string, text: string): readonly Account[] {
  return mentionsOf(text, '2019-05-15', { publisher }).flatMap((mention) => accountOf(mention) ?? []);
}

function firstOf(publisher: string, text: string): Account {
  const [account] = accountsOf(publisher, text);
  if (account === undefined) throw new TypeError(`nothing is dated in "${text}"`);
  return account;
}

const evidence = (one: Account, other: Account) =>
  evidenceOf(one, other, {
    date: 1,
    isOneStory: areOfOneStory(one, other),
    wording: 0.5,
    acts: relateActs(one.acts, other.acts),
  });

const sinking = firstOf('A', 'The tanker Selma sank off Bergen on Monday.');

test('the same act is evidence where the articles tell one story', () => {
  const same = firstOf('B', 'The Selma went down near Bergen on Monday.');
  const elsewhere = firstOf('B', 'The tanker Varg sank off Molde on Monday.');
  expect(evidence(sinking, same)).toMatchObject({ sameAct: 1, otherNames: 0 });
  expect(evidence(sinking, elsewhere)).toMatchObject({ sameAct: 0, otherNames: 1 });
});

test('known acts clash where no common word but a name speaks for one event', () => {
  const search = firstOf('B', 'Police opened a search off Bergen on Monday.');
  const tanker = firstOf('B', 'The captain of the tanker Selma was arrested on Monday.');
  expect(evidence(sinking, search).clashingActs).toBe(1);
  expect(evidence(sinking, tanker).clashingActs).toBe(0);
});

test('acts of two articles that share a name alone clash, whatever their verbs', () => {
  const strange = firstOf('B', 'A clerk juggled oranges in Bergen on Monday.');
  expect(evidence(sinking, strange).clashingActs).toBe(1);
  const [one, other] = accountsOf(
    'B',
    'The Selma sank off Bergen on Monday. A clerk juggled oranges in Bergen on Monday.',
  );
  if (one === undefined || other === undefined) throw new TypeError('two sentences with a day are needed');
  expect(evidence(one, other).clashingActs).toBe(0);
});

test('“Inc.” and “Corp.” make no story of the news of two companies', () => {
  const one = firstOf('A', 'On Monday, Kelpion Inc. named a director.');
  const other = firstOf('B', 'On Monday, Varg Lines Inc. named a director.');
  expect(areOfOneStory(one, other)).toBe(false);
});

test('the first sentence of an article has no depth, and all sentences far into it have the same', () => {
  const filler = 'It is a fine port with many ships. '.repeat(12);
  const deep = firstOf('B', `${filler}The tanker Selma sank off Bergen on Monday.`);
  const deeper = firstOf('B', `${filler}${filler}The tanker Selma sank off Bergen on Monday.`);
  expect(evidence(sinking, sinking).depth).toBe(0);
  expect(evidence(sinking, deep).depth).toBeCloseTo(Math.log10(4));
  expect(evidence(sinking, deeper).depth).toBe(evidence(sinking, deep).depth);
});

test('the wording of articles that tell other stories is not compared', () => {
  const copy = firstOf('B', 'The tanker Varg sank off Molde on Monday.');
  expect(scoreAccounts(sinking, copy).wording).toBe(0);
});

test('a score is the same from either side', () => {
  const accounts = [
    sinking,
    ...accountsOf('B', 'The Selma went down on Monday. Police opened a search on Tuesday.'),
    ...accountsOf('C', 'Angela Merkel spoke in Bergen on Monday of the Selma.'),
  ];
  for (const one of accounts)
    for (const other of accounts) expect(scoreAccounts(one, other)).toEqual(scoreAccounts(other, one));
});
