import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { resolveText } from '../support/resolve-text.ts';

interface Case {
  readonly text: string;
  readonly why: string;
  /** Wording and TIMEX3 value. */
  readonly expected: readonly (readonly [string, string])[];
}

const CASES: readonly Case[] = JSON.parse(
  readFileSync(new URL('../corpus/narrative.json', import.meta.url), 'utf8'),
);

test.each(CASES)('in history writing $why: $text', ({ text, expected }) => {
  const found = resolveText(text, requireCalendarDate('2021-12-21'), { mode: 'NARRATIVE' });
  expect(
    found.map((one) => (one.kind === 'resolved' ? [one.timex.text, one.timex.value] : [one.text, null])),
  ).toEqual(expected);
});
