import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/calendar-date.ts';
import { resolveText } from '../../src/temporal/resolve-text.ts';
import { FAMILIES, REASONS } from '../../src/temporal/rule-order.ts';

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
