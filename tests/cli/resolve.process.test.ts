import { expect, test } from 'vitest';
import { runDateline } from '../support/run-dateline.ts';

test('resolve prints expression, type, value, meaning and rule of each time expression', async () => {
  const text = 'Envoys met on Friday and meet again early next year.';
  expect(await runDateline(['resolve', text, '--anchor', '2021-12-21'])).toEqual({
    code: 0,
    signal: null,
    stdout:
      'Friday           DATE  2021-12-17  17 December 2021 (ON)  weekday/same-or-last\n' +
      'early next year  DATE  2022 START  early 2022 (WITHIN)    relative-period/next\n',
    stderr: '',
  });
});

test('resolve --explain prints below each expression its meaning, the reason, and the day from which it counts', async () => {
  const text = 'Envoys met on Friday,\nand again two days later, for three days.';
  expect(await runDateline(['resolve', '--explain', text, '--anchor', '2021-12-21'])).toEqual({
    code: 0,
    signal: null,
    stdout: `read on 2021-12-21 as news, which counts from the day it was written

"Friday" (14–20)
  means       17 December 2021: on 2021-12-17
  written     EDTF 2021-12-17 (ON, DAY), TIMEX3 DATE 2021-12-17
  because     a weekday alone is the latest one up to the anchor, the anchor’s own day included
  counted     back from the anchor, 2021-12-21
  not         2021-12-24: nothing in its clause points ahead
  rule        weekday/same-or-last, confidence 0.95

"two days later" (32–46)
  means       19 December 2021: on 2021-12-19
  written     EDTF 2021-12-19 (ON, DAY), TIMEX3 DATE 2021-12-19
  because     it is counted from what the text named before
  counted     ahead from "Friday"
  rule        shift/from-told, confidence 0.7

"three days" (52–62)
  means       a length of time, not a date
  written     TIMEX3 DURATION P3D
  because     it tells how long something lasts, not when
  counted     from nothing: the words stand alone
  rule        duration/counted, confidence 0.9
`,
    stderr: '',
  });
});

test.each<[mode: string, value: string, meaning: string]>([
  ['news', '2021-12', 'news, which counts from the day it was written'],
  ['narrative', '1812-12', 'history, which counts from the time it spoke of last'],
])('--mode %s reads a bare month as %s', async (mode, value, meaning) => {
  const args = ['resolve', 'The army left in October 1812. It came back in December.', '--mode', mode];
  const { stdout } = await runDateline([...args, '--explain']);
  expect(stdout).toContain(`read on 2021-12-21 as ${meaning}\n`);
  const { mode: told, expressions } = JSON.parse((await runDateline([...args, '--json'])).stdout);
  expect(told).toBe(mode.toUpperCase());
  expect(expressions[1].timex).toMatchObject({ text: 'December', value });
});

test('resolve --json prints the anchor, the mode and the resolutions', async () => {
  const { stdout } = await runDateline(['resolve', '--json', 'Envoys met on Friday.']);
  expect(JSON.parse(stdout)).toMatchObject({
    anchor: '2021-12-21',
    mode: 'NEWS',
    expressions: [{ timex: { text: 'Friday', start: 14, end: 20 }, date: { edtf: '2021-12-17' } }],
  });
});

test('the default anchor is that of the settings', async () => {
  const run = await runDateline(['resolve', 'Envoys met on Friday.'], {
    settings: { TIMELINE_ANCHOR: '2022-01-04' },
  });
  expect(run.stdout).toBe('Friday  DATE  2021-12-31  31 December 2021 (ON)  weekday/same-or-last\n');
});

test('a text without time expressions gives no output and is no error', async () => {
  expect(await runDateline(['resolve', 'Envoys met.'])).toEqual({
    code: 0,
    signal: null,
    stdout: '',
    stderr: 'no time expression found\n',
  });
});
