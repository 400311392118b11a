import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { FAMILIES, REASONS } from '../../src/temporal/rule-order.ts';
import { resolveText } from '../support/resolve-text.ts';

const corpus: { text: string; anchor: string }[] = JSON.parse(
  readFileSync(new URL('../corpus/positive.json', import.meta.url), 'utf8'),
);

test('no two families claim the same rule name', () => {
  const names = FAMILIES.map(({ reasons }) => reasons).filter(
    (reasons, index, all) => all.indexOf(reasons) === index,
  );
  const rules = names.flatMap((reasons) => Object.keys(reasons));
  expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
});

test('every rule that reads the corpus gives its reason', () => {
  const rules = corpus.flatMap(({ text, anchor }) =>
    resolveText(text, requireCalendarDate(anchor)).map(({ rule }) => rule),
  );
  expect(rules.filter((rule) => !REASONS.has(rule))).toEqual([]);
});

test('a weekday tells the day it could have been and why it is not', () => {
  const [found] = resolveText('The envoy left on Friday.', requireCalendarDate('2021-12-21'));
  expect(found).toMatchObject({
    because: 'a weekday alone is the latest one up to the anchor, the anchor’s own day included',
    alternatives: [{ value: '2021-12-24', because: 'nothing in its clause points ahead' }],
  });
});

test.each([
  ['Sales fell in March.', '2021-03', [['2022-03', 'its clause tells of the past']]],
  ['The plant opens on Jan. 5.', '2022-01-05', [['2021-01-05', 'it lies farther from the anchor']]],
  ['The board agreed in July to sell.', '2021-07', [['2022-07', 'it lies farther from the anchor']]],
  ['It will be named in October.', '2022-10', [['2021-10', 'its clause points ahead']]],
  ['Profit fell in the third quarter.', '2021-Q3', [['2020-Q3', 'it is a year older']]],
  ['They met over the weekend.', '2021-W50-WE', [['2021-W51-WE', 'nothing in its clause points ahead']]],
] as const)(
  'a reading tells what it was weighed against and why it was kept: %s',
  (text, value, expected) => {
    const [found] = resolveText(text, requireCalendarDate('2021-12-21'));
    if (found?.kind !== 'resolved') throw new Error(`nothing found in "${text}"`);
    expect(found.timex.value).toBe(value);
    expect(found.alternatives.map((other) => [other.value, other.because])).toEqual(expected);
  },
);
