import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { requireEdtf, requireEdtfBounds } from '../../src/domain/time/read-edtf.ts';
import { resolveText } from '../support/resolve-text.ts';

interface Expected {
  text: string;
  type: string;
  value: string;
  mod?: string;
  edtf?: string;
  role?: string;
  precision?: string;
}

interface Case {
  text: string;
  anchor: string;
  why: string;
  expected: Expected[];
}

const readCases = <T>(name: string): T[] =>
  JSON.parse(readFileSync(new URL(`../corpus/${name}.json`, import.meta.url), 'utf8'));

const resolve = (text: string, anchor: string) => resolveText(text, requireCalendarDate(anchor));

/** The resolver's outcomes, with only the fields that the case names. */
function found({ text, anchor, expected }: Case) {
  return resolve(text, anchor).map((outcome, index) => {
    if (outcome.kind === 'unresolved') return outcome;
    const { timex, date } = outcome;
    const said = { ...timex, edtf: date?.edtf, role: date?.role, precision: date?.precision };
    const asked = Object.keys(expected[index] ?? { text: 0, type: 0, value: 0 });
    return Object.fromEntries(Object.entries(said).filter(([name]) => asked.includes(name)));
  });
}

const POSITIVE = ['positive', 'ranges', 'units-and-shifts'].flatMap((name) => readCases<Case>(name));

describe('expressions that the resolver reads', () => {
  test.each(POSITIVE)('$why: $text', (given) => {
    expect(found(given)).toEqual(given.expected);
  });
});

test('every date that the corpus gives can be written in an edit and in a filter', () => {
  const dates = POSITIVE.flatMap(({ text, anchor }) =>
    resolve(text, anchor).flatMap((outcome) => (outcome.kind === 'resolved' && outcome.date) || []),
  );
  expect(dates.map(({ edtf }) => requireEdtf(edtf).edtf)).toEqual(dates.map(({ edtf }) => edtf));
  expect(dates.map(({ edtf }) => requireEdtfBounds(edtf))).toEqual(
    dates.map(({ earliest, latest }) => ({ earliest, latest })),
  );
});

describe('words that are no time', () => {
  test.each(readCases<Case>('negative'))('$why: $text', ({ text, anchor }) => {
    expect(resolve(text, anchor)).toEqual([]);
  });
});

describe('known gaps, which leave this list when they are closed', () => {
  test.each(readCases<{ text: string; anchor: string; why: string; missing: string[] }>('known-gaps'))(
    '$why: $text',
    ({ text, anchor, missing }) => {
      const read = resolve(text, anchor).map((outcome) =>
        outcome.kind === 'resolved' ? outcome.timex.text : outcome.text,
      );
      expect(missing.every((expression) => read.includes(expression))).toBe(false);
    },
  );
});
