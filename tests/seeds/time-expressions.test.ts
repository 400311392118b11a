import { describe, expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/calendar-date.ts';
import type { Resolution, Unresolved } from '../../src/domain/resolution.ts';
import { resolveText } from '../../src/temporal/resolve-text.ts';
import expected from './expected-mentions.json' with { type: 'json' };
import { splitDispatch } from './front-matter.ts';
import { locate, overlaps, type Passage } from './locate.ts';
import { readSeedFolder } from './seed-folder.ts';

type Found = Resolution | Unresolved;
interface Expression extends Passage {
  readonly type: string;
  readonly value: string;
  readonly mod: string | null;
  readonly date: Readonly<Record<string, string>> | null;
  /** Why an expression dates nothing, where that is a matter of judgement. */
  readonly why?: string;
}

interface ExpectedDispatch {
  readonly anchor: { readonly date: string };
  readonly expressions: readonly Expression[];
  readonly optional: readonly Expression[];
  readonly undated: readonly Passage[];
}

const EXPECTED: Readonly<Record<string, ExpectedDispatch>> = expected;

const dispatches = (await readSeedFolder()).map(({ name, bytes }) => {
  const { body } = splitDispatch(bytes.toString('utf8'));
  const gold = EXPECTED[name];
  if (gold === undefined) throw new Error(`nothing is expected of ${name}`);
  return { name, body, gold, found: resolveText(body, requireCalendarDate(gold.anchor.date)) };
});

const spanOf = (found: Found) => (found.kind === 'resolved' ? found.timex : found);

const isDated = (found: Found): found is Resolution => found.kind === 'resolved' && found.date !== null;

/** What was found at a passage, in the words of the expected data. */
function readingAt(found: readonly Found[], span: ReturnType<typeof locate>) {
  return found
    .filter((one) => overlaps(spanOf(one), span))
    .map((one) => {
      if (one.kind === 'unresolved') return { text: one.text, unresolved: one.reason };
      const { text, type, value, mod } = one.timex;
      return { text, type, value, mod, date: one.date && dateOf(one.date) };
    });
}

const dateOf = ({ edtf, earliest, latest, precision, role }: NonNullable<Resolution['date']>) => ({
  edtf,
  earliest,
  latest,
  precision,
  role,
});

const inWords = ({ text, type, value, mod, date }: Expression) => ({ text, type, value, mod, date });

describe.each(dispatches)('$name', ({ body, gold, found }) => {
  test.each(gold.expressions)('"$text" ($occurrence) is $value', (expression) => {
    expect(readingAt(found, locate(body, expression))).toEqual([inWords(expression)]);
  });

  test.each(gold.optional)('"$text" ($occurrence), if it is read at all, is $value', (expression) => {
    const reading = readingAt(found, locate(body, expression));
    expect(reading).toEqual(reading.length === 0 ? [] : [inWords(expression)]);
  });

  test.each(gold.undated)('"$text" dates nothing', (passage) => {
    const span = locate(body, passage);
    expect(found.filter((one) => isDated(one) && overlaps(one.timex, span))).toEqual([]);
  });

  test('nothing else is taken for a date', () => {
    const known = [...gold.expressions, ...gold.optional].map((expression) => locate(body, expression));
    const surplus = found.filter((one) => isDated(one) && !known.some((span) => overlaps(one.timex, span)));
    expect(surplus.map(spanOf)).toEqual([]);
  });
});
