import { expect, test } from 'vitest';
import { annotate } from './annotate.ts';
import { calendarOnly } from './calendar-only.ts';

const TEXT =
  'Every May the mill, built in 1890 and burnt after the flood, lost two weeks; it recently hired 12 men.';
const [every, built] = annotate(TEXT, ['Every May', 'SET', 'XXXX-05'], ['1890', 'DATE', '1890']);

const kept = (...predicted: ReturnType<typeof annotate>) =>
  calendarOnly({
    id: 'mill',
    gold: annotate(TEXT, ['1890', 'DATE', '1890'], ['after the flood', 'DATE', null]),
    predicted,
  }).predicted.map(({ text }) => text);

test('gold without a value is left out', () => {
  const gold = annotate(TEXT, ['1890', 'DATE', '1890'], ['after the flood', 'DATE', null]);
  expect(calendarOnly({ id: 'mill', gold, predicted: [] }).gold).toEqual([built]);
});

test('predictions of another type than DATE and TIME are left out', () => {
  expect(every?.type).toBe('SET');
  expect(kept(...annotate(TEXT, ['Every May', 'SET', 'XXXX-05'], ['two weeks', 'DURATION', 'P2W']))).toEqual(
    [],
  );
});

test.each([
  ['XXXX-05', true],
  ['1890', true],
  ['189', true],
  ['18', true],
  ['1890-SU', true],
  ['1890-05-03TNI', true],
  ['BC0490', true],
  ['PAST_REF', false],
  ['P2W', false],
  ['T12:00', false],
])('a prediction of %s counts: %s', (value, counts) => {
  expect(kept(...annotate(TEXT, ['recently', 'DATE', value]))).toEqual(counts ? ['recently'] : []);
});

test('a prediction that touches only gold without a value is no error', () => {
  expect(kept(...annotate(TEXT, ['the flood', 'DATE', '1900'], ['1890', 'DATE', '1890']))).toEqual(['1890']);
});
