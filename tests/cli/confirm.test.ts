import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { confirm } from '../../src/cli/input/confirm.ts';

async function answerTo(answer: string, isTTY = true) {
  const [input, output] = [Object.assign(new PassThrough(), { isTTY }), new PassThrough()];
  const asked = confirm('Remove it? [y/N] ', { input, output });
  input.write(answer);
  return { confirmed: await asked, shown: String(output.read() ?? '') };
}

test.each<[answer: string, confirmed: boolean]>([
  ['y\n', true],
  [' YES \n', true],
  ['n\n', false],
  ['\n', false],
  ['yesterday\n', false],
])('a terminal that answers %j to a question gives %j', async (answer, confirmed) => {
  expect(await answerTo(answer)).toEqual({ confirmed, shown: 'Remove it? [y/N] ' });
});

test('without a terminal nothing is asked and nothing is confirmed', async () => {
  expect(await answerTo('y\n', false)).toEqual({ confirmed: false, shown: '' });
});
