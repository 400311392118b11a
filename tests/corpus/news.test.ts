import { describe, expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/calendar-date.ts';
import { resolveText } from '../../src/temporal/resolve-text.ts';
import { locate } from '../support/locate.ts';
import { datedOutside, datedWithin, readingsAt } from '../support/readings.ts';
import { readNews } from './news-item.ts';

const items = (await readNews()).map((item) => ({
  name: item.name,
  item,
  found: resolveText(item.text, requireCalendarDate(item.anchor)),
}));

describe.each(items)('$name', ({ item, found }) => {
  test.each(item.expressions)('"$text" is $value', ({ type, value, mod, date, ...passage }) => {
    const reading = date === undefined ? { type, value, mod } : { type, value, mod, date };
    expect(readingsAt(found, locate(item.text, passage))).toEqual([expect.objectContaining(reading)]);
  });

  test.each(item.undated)('"$text" ($occurrence) dates nothing', (passage) => {
    expect(datedWithin(found, locate(item.text, passage))).toEqual([]);
  });

  test('nothing else is taken for a date', () => {
    const known = item.expressions.map((expression) => locate(item.text, expression));
    expect(datedOutside(found, known)).toEqual([]);
  });
});
