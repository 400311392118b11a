import { expect, test } from 'vitest';
import { resolutionLines } from '../../src/cli/output/resolution-lines.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { Resolution, Unresolved } from '../../src/domain/time/resolution.ts';
import { resolveText } from '../support/resolve-text.ts';

const anchor = requireCalendarDate('2021-12-21');

const explained = (expressions: readonly (Resolution | Unresolved)[], text: string): readonly string[] =>
  resolutionLines(expressions, text, { anchor, mode: 'NEWS' });

const linesOf = (text: string, label: string): readonly string[] =>
  explained(resolveText(text, anchor), text)
    .filter((line) => line.startsWith(`  ${label} `))
    .map((line) => line.slice(14));

test.each<[text: string, meanings: readonly string[]]>([
  ['They met last week.', ['week of 13 December 2021: at some time from 2021-12-13 to 2021-12-19']],
  [
    'They met from Dec. 13 to Dec. 16.',
    ['13–16 December 2021: all the time from 2021-12-13 to 2021-12-16', 'the end of the range before it'],
  ],
  ['Talks have gone on since 2014.', ['since 2014: on 2014-01-01 at the earliest']],
  ['The answer is due by Friday.', ['until 24 December 2021: on 2021-12-24 at the latest']],
  ['They meet every Friday.', ['a time that comes again and again, not one date']],
  ['They met for two weeks.', ['a length of time, not a date']],
  ['They met recently.', ['the past, without a date']],
  ['The city fell in 490 BC.', ['490 BC: at some time from -0489-01-01 to -0489-12-31']],
  ['The city fell in 790 BC.', ['a time to which no days belong']],
])('"%s" is put into words', (text, meanings) => {
  expect(linesOf(text, 'means')).toEqual(meanings);
});

test.each<[text: string, counted: readonly string[]]>([
  ['They met on Friday.', ['back from the anchor, 2021-12-21']],
  ['They met on Tuesday.', ['from the anchor, 2021-12-21']],
  ['They will meet on Friday.', ['ahead from the anchor, 2021-12-21']],
  [
    'They met in May\n2019, and the month before.',
    ['from nothing: the words stand alone', 'back from "May 2019"'],
  ],
])('the explanation of "%s" has the day or the words from which it counts', (text, counted) => {
  expect(linesOf(text, 'counted')).toEqual(counted);
});

test('an expression that cannot be placed says why not', () => {
  const unresolved: Unresolved = {
    kind: 'unresolved',
    text: '30 February',
    start: 3,
    end: 14,
    rule: 'explicit-date/no-such-day',
    reason: 'February has no day 30',
  };
  expect(explained([unresolved], 'On 30 February.')).toEqual([
    'read on 2021-12-21 as news, which counts from the day it was written',
    '',
    '"30 February" (3–14)',
    '  means       no time that can be placed',
    '  because     February has no day 30',
    '  rule        explicit-date/no-such-day',
  ]);
});
