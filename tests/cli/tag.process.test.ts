import { once } from 'node:events';
import { expect, test } from 'vitest';
import { finished, runDateline, startDateline } from '../support/run-dateline.ts';

test('tag writes the time expressions of each document on a line, in the order of the documents', async () => {
  const input = [
    { id: 'a', dct: '2021-12-21T09:30:00Z', text: 'Envoys met on Friday for three days.' },
    { id: 7, dct: '2022-01-04', text: 'Nothing was signed.' },
  ];
  const run = await runDateline(['tag'], { input: input.map((line) => JSON.stringify(line)).join('\n') });
  expect(run).toEqual({
    code: 0,
    signal: null,
    stdout:
      '{"id":"a","timexes":[' +
      '{"start":14,"end":20,"text":"Friday","type":"DATE","value":"2021-12-17","mod":null},' +
      '{"start":25,"end":35,"text":"three days","type":"DURATION","value":"P3D","mod":null}]}\n' +
      '{"id":7,"timexes":[]}\n',
    stderr: '',
  });
});

test.each([
  ['news', '2021-12'],
  ['narrative', '1812-12'],
])('tag --mode %s reads a bare month as %s', async (mode, value) => {
  const text = 'The army left in October 1812. It came back in December.';
  const input = JSON.stringify({ id: 1, dct: '2021-12-21', text });
  const { stdout } = await runDateline(['tag', '--mode', mode], { input });
  expect(JSON.parse(stdout).timexes).toMatchObject([{ value: '1812-10' }, { text: 'December', value }]);
});

test('a bad line is named by its number, and the others are tagged', async () => {
  const good = '{"id":1,"dct":"2021-12-21","text":"x"}';
  const run = await runDateline(['tag'], { input: `nonsense\n\n${good}\n{"id":2,"dct":"soon","text":""}` });
  expect(run).toEqual({
    code: 1,
    signal: null,
    stdout: '{"id":1,"timexes":[]}\n',
    stderr: 'line 1: not JSON\nline 4: dct "soon" is no date, nor a date and time, as in ISO 8601\n',
  });
});

test('a document is answered before the next one is sent', async () => {
  const child = startDateline(['tag']);
  child.stdin?.write('{"id":1,"dct":"2021-12-21","text":"x"}\n');
  const [answer] = await once(child.stdout ?? child, 'data');
  expect(String(answer)).toBe('{"id":1,"timexes":[]}\n');
  child.stdin?.end();
  expect((await finished(child)).code).toBe(0);
});

test('a reader that has seen enough ends tag quietly', async () => {
  const child = startDateline(['tag']);
  child.stdin?.on('error', () => undefined);
  child.stdin?.write('{"id":1,"dct":"2021-12-21","text":"x"}\n');
  await once(child.stdout ?? child, 'data');
  child.stdout?.destroy();
  child.stdin?.end('{"id":2,"dct":"2021-12-21","text":"x"}\n'.repeat(1000));
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(String(child.stderr?.read() ?? '')).toBe('');
});
