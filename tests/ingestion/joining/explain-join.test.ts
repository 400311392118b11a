import { expect, test } from 'vitest';
import { explainJoin } from '../../../src/ingestion/joining/explain-join.ts';
import { JOIN_THRESHOLD } from '../../../src/ingestion/joining/score/join-weights.ts';
import { mentionsOf } from '../read-text.ts';

const report = (publisher: string, text: string) => mentionsOf(text, '2019-05-15', { publisher });

const week = report('A', 'Japan sent China a list of demands on fishing last week.');
const month = report('B', 'Earlier this month, Japan published a list of fishing demands.');

test('the most exact account is the first, the others are scored against those before them', () => {
  const [first, second] = explainJoin({ mentions: [...week, ...month] });
  expect(first).toEqual({
    mention: week[0]?.id,
    basis: 'FIRST',
    score: null,
    threshold: JOIN_THRESHOLD,
  });
  expect(second).toMatchObject({ mention: month[0]?.id, basis: 'SCORE', score: { actors: 1 } });
  expect(second?.score?.score).toBeGreaterThanOrEqual(JOIN_THRESHOLD);
});

test('an account that agrees with none of the others was put there by an editor', () => {
  const stranger = report('C', 'Norway opened a museum of whales on 9 May 2019.');
  const explained = explainJoin({ mentions: [...week, ...stranger] });
  expect(explained.map(({ basis }) => basis).sort()).toEqual(['DECISION', 'FIRST']);
});

test('the explanations are in the order of the mentions', () => {
  const mentions = [...month, ...week];
  expect(explainJoin({ mentions }).map(({ mention }) => mention)).toEqual(mentions.map(({ id }) => id));
});
