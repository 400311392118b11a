import { describe, expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { locate, type Passage } from '../support/locate.ts';
import { datedOutside, datedWithin, readingsAt } from '../support/readings.ts';
import { resolveText } from '../support/resolve-text.ts';
import { readNews, testEach } from './news-item.ts';

const items = (await readNews()).map((item) => ({
  name: item.name,
  item,
  found: resolveText(item.text, requireCalendarDate(item.anchor)),
}));

describe.each(items)('$name', ({ item, found }) => {
  const at = ({ text, occurrence }: Passage) => locate(item.text, { text, occurrence });

  testEach(
    item.expressions,
    ({ text, value }) => `"${text}" is ${value}`,
    (expression) => {
      const { type, value, mod, date } = expression;
      const reading = date === undefined ? { type, value, mod } : { type, value, mod, date };
      expect(readingsAt(found, at(expression))).toEqual([expect.objectContaining(reading)]);
    },
  );

  testEach(
    item.undated,
    ({ text, occurrence }) => `"${text}" (${occurrence}) dates nothing`,
    (passage) => expect(datedWithin(found, at(passage))).toEqual([]),
  );

  test('nothing else is taken for a date', () => {
    expect(datedOutside(found, [...item.expressions, ...item.undated].map(at))).toEqual([]);
  });
});
