import { describe, expect, test } from 'vitest';
import { annotate } from './annotate.ts';
import { type Answer, DATE_AND_TIME, scoreAnswers } from './score.ts';

const HARBOUR = 'The ferry left on Monday night and came back two days later; it sails daily in early June.';
const BRIDGE = 'Since 1990 the bridge opens at noon.';

/** 5 annotations, 5 predictions: 4 overlap, 2 of them exactly, 2 with the value and 3 with the type of gold. */
const ANSWERS: readonly Answer[] = [
  {
    id: 'harbour',
    gold: annotate(
      HARBOUR,
      ['Monday night', 'TIME', '2021-12-20TNI'],
      ['two days later', 'DATE', '2021-12-22'],
      ['daily', 'SET', 'P1D'],
      ['early June', 'DATE', '2022-06'],
    ),
    predicted: annotate(
      HARBOUR,
      ['Monday', 'DATE', '2021-12-20'],
      ['two days', 'DATE', '2021-12-22'],
      ['daily', 'SET', 'P1D'],
      ['came back', 'DATE', 'PAST_REF'],
    ),
  },
  {
    id: 'bridge',
    gold: annotate(BRIDGE, ['1990', 'DATE', '1990']),
    predicted: annotate(BRIDGE, ['1990', 'DATE', '1991']),
  },
];

describe('the measure on nine expressions, counted by hand', () => {
  const score = scoreAnswers(ANSWERS);

  test('strict: 2 of 5 and 5', () => {
    expect(score).toMatchObject({ gold: 5, predicted: 5, strict: { precision: 0.4, recall: 0.4, f1: 0.4 } });
  });
  test('relaxed: 4 of 5 and 5', () => {
    expect(score.relaxed).toEqual({ precision: 0.8, recall: 0.8, f1: 0.8 });
  });
  test('value: 2 of the 4 found', () => {
    expect(score).toMatchObject({ valueAccuracy: 0.5, valueF1: 0.4 });
  });
  test('type: 3 of the 4 found', () => {
    expect(score.typeAccuracy).toBe(0.75);
    expect(score.typeF1).toBeCloseTo(0.6, 12);
  });
});

test('the scores of DATE and TIME ignore annotations and predictions of other types', () => {
  const score = scoreAnswers(ANSWERS, DATE_AND_TIME);
  expect(score).toMatchObject({ gold: 4, predicted: 4, valueAccuracy: 1 / 3 });
  expect(score.relaxed).toEqual({ precision: 0.75, recall: 0.75, f1: 0.75 });
  expect(score.strict.f1).toBe(0.25);
  expect(score.valueF1).toBeCloseTo(0.25, 12);
});

test('an annotation of another type does not pair with a prediction of DATE or TIME', () => {
  const gold = annotate(BRIDGE, ['1990', 'DURATION', 'P1Y']);
  const predicted = annotate(BRIDGE, ['1990', 'DATE', '1990']);
  expect(scoreAnswers([{ id: 'a', gold, predicted }], DATE_AND_TIME)).toMatchObject({
    gold: 0,
    predicted: 1,
  });
});

test('a pair whose gold has no value counts as found but is left out of the share of values', () => {
  const gold = annotate(BRIDGE, ['1990', 'DATE', null], ['noon', 'TIME', '2021-12-21T12:00']);
  const predicted = annotate(BRIDGE, ['1990', 'DATE', '1990'], ['noon', 'TIME', '2021-12-21T12:00']);
  expect(scoreAnswers([{ id: 'a', gold, predicted }])).toMatchObject({
    relaxed: { f1: 1 },
    valueAccuracy: 1,
    valueF1: 1,
  });
});

test('values are compared as they are written', () => {
  const gold = annotate(BRIDGE, ['noon', 'TIME', '2021-12-21T12:00']);
  const predicted = annotate(BRIDGE, ['noon', 'TIME', '2021-12-21T12:00:00']);
  expect(scoreAnswers([{ id: 'a', gold, predicted }]).valueF1).toBe(0);
});

test('gold against itself is perfect', () => {
  const perfect = ANSWERS.map(({ id, gold }) => ({ id, gold, predicted: gold }));
  const score = scoreAnswers(perfect);
  expect([score.strict.f1, score.relaxed.f1, score.valueF1, score.typeF1]).toEqual([1, 1, 1, 1]);
});

test('the score of an empty text is 0, not an error', () => {
  expect(scoreAnswers([{ id: 'a', gold: [], predicted: [] }])).toMatchObject({
    relaxed: { f1: 0 },
    valueF1: 0,
  });
});
