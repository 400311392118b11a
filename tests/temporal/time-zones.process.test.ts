import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { resolveText } from '../support/resolve-text.ts';

const CORPUS = new URL('../corpus/positive.json', import.meta.url);
const ZONES = ['America/New_York', 'UTC', 'Pacific/Auckland'];

/** Resolves the whole corpus in a process of its own and prints what it found. */
const PROGRAM = `
import { readFileSync } from 'node:fs';
import { resolveText } from './tests/support/resolve-text.ts';
const corpus = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(corpus.map(({ text, anchor }) => resolveText(text, anchor))));
`;

test.each(ZONES)('the whole corpus is read alike where the system zone is %s', (zone) => {
  const corpus = readFileSync(CORPUS, 'utf8');
  const printed = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', PROGRAM], {
    env: { ...COMPILE_CACHE, PATH: process.env['PATH'], TZ: zone },
    input: corpus,
    encoding: 'utf8',
  });
  const cases: readonly { text: string; anchor: string }[] = JSON.parse(corpus);
  expect(JSON.parse(printed)).toEqual(
    cases.map(({ text, anchor }) => resolveText(text, requireCalendarDate(anchor))),
  );
});
