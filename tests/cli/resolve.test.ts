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

test('resolve --json prints the anchor and the resolutions', async () => {
  const { stdout } = await runDateline(['resolve', '--json', 'Envoys met on Friday.']);
  expect(JSON.parse(stdout)).toMatchObject({
    anchor: '2021-12-21',
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
