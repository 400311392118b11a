import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/calendar-date.ts';
import { resolveText } from '../../src/temporal/resolve-text.ts';
import { locate, type Passage } from '../support/locate.ts';
import { datedOutside, datedWithin, type ExpectedExpression, readingsAt } from '../support/readings.ts';

/** A made-up news item: other topics, other years and other weekdays than the seeds, so that nothing is tuned to those. */
interface NewsItem {
  readonly anchor: string;
  readonly text: string;
  readonly expressions: readonly ExpectedExpression[];
  readonly undated: readonly Passage[];
}

const NEWS = new URL('./news/', import.meta.url);

const items = await Promise.all(
  (await readdir(NEWS)).sort().map(async (name) => {
    const item: NewsItem = JSON.parse(await readFile(new URL(name, NEWS), 'utf8'));
    return { name, item, found: resolveText(item.text, requireCalendarDate(item.anchor)) };
  }),
);

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
