import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

const actOf = (text: string) => mentionsOf(text, '2019-05-15').map(({ act }) => act);

test.each([
  ['Ida Falk stepped down on Monday.', { word: 'step_down', subject: null, object: null, isNegated: false }],
  [
    'The factory was shut down on Monday.',
    { word: 'shut_down', subject: null, object: 'factory', isNegated: false },
  ],
  [
    'The council gave its approval on Monday.',
    { word: 'give', subject: 'council', object: 'approval', isNegated: false },
  ],
  [
    'The opening took place on Monday.',
    { word: 'take_place', subject: 'opening', object: null, isNegated: false },
  ],
  [
    'Norway did not sign the treaty on Monday.',
    { word: 'sign', subject: null, object: 'treaty', isNegated: true },
  ],
  [
    'The landing on Monday was the first of its kind.',
    { word: 'be', subject: 'landing', object: null, isNegated: false },
  ],
  [
    'The stoppage that began on Monday is a warning.',
    { word: 'begin', subject: 'stoppage', object: null, isNegated: false },
  ],
])('%s', (text, act) => {
  expect(actOf(text)).toEqual([act]);
});

test('a mention keeps the names that its article has most often', () => {
  const text =
    'In Bergen, Falk met Moe on Monday. The mayor of Bergen, Falk said, was late. Later Falk left.';
  expect(mentionsOf(text, '2019-05-15')[0]?.story).toEqual(['falk', 'bergen', 'moe']);
});
