import { describe, expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { locate, type Passage } from '../support/locate.ts';
import { datedOutside, datedWithin, type ExpectedExpression, readingsAt } from '../support/readings.ts';
import { resolveText } from '../support/resolve-text.ts';
import expected from './expected-mentions.json' with { type: 'json' };
import { splitDispatch } from './front-matter.ts';
import { readSeedFolder } from './seed-folder.ts';

interface ExpectedDispatch {
  readonly anchor: { readonly date: string };
  readonly expressions: readonly ExpectedExpression[];
  /** Expressions that may be left unread; if read, they have these values. */
  readonly optional: readonly ExpectedExpression[];
  /** Words that must not be dated. */
  readonly undated: readonly Passage[];
}

const EXPECTED: Readonly<Record<string, ExpectedDispatch>> = expected;

const dispatches = (await readSeedFolder()).map(({ name, bytes }) => {
  const { body } = splitDispatch(bytes.toString('utf8'));
  const gold = EXPECTED[name];
  if (gold === undefined) throw new Error(`nothing is expected of ${name}`);
  return { name, body, gold, found: resolveText(body, requireCalendarDate(gold.anchor.date)) };
});

const readingOf = ({ text, type, value, mod, date }: ExpectedExpression) => ({
  text,
  type,
  value,
  mod,
  date,
});

describe.each(dispatches)('$name', ({ body, gold, found }) => {
  test.each(gold.expressions)('"$text" ($occurrence) is $value', (expression) => {
    expect(readingsAt(found, locate(body, expression))).toEqual([readingOf(expression)]);
  });

  test.each(gold.optional)('"$text" ($occurrence), if it is read at all, is $value', (expression) => {
    const { text: _, ...meaning } = readingOf(expression);
    const readings = readingsAt(found, locate(body, expression));
    expect(readings).toEqual(readings.map(() => expect.objectContaining(meaning)));
  });

  test.each(gold.undated)('"$text" ($occurrence) dates nothing', (passage) => {
    expect(datedWithin(found, locate(body, passage))).toEqual([]);
  });

  test('nothing else is taken for a date', () => {
    const known = [...gold.expressions, ...gold.optional].map((expression) => locate(body, expression));
    expect(datedOutside(found, known)).toEqual([]);
  });
});
