import { expect, test } from 'vitest';
import { readLines } from '../../src/cli/input/read-lines.ts';

async function linesOf(
  chunks: readonly string[],
  maxBytes = 100,
): Promise<readonly [number, string | null][]> {
  const source = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  })();
  const lines: [number, string | null][] = [];
  for await (const { number, bytes } of readLines(source, maxBytes))
    lines.push([number, bytes === null ? null : new TextDecoder().decode(bytes)]);
  return lines;
}

test.each<[why: string, readonly string[], readonly [number, string | null][]]>([
  ['no bytes are no line', [], []],
  [
    'the last line needs no end',
    ['a\nb'],
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ],
  ['an end begins no line', ['a\n'], [[1, 'a']]],
  [
    'a line may come in pieces',
    ['a', 'b', 'c\nd'],
    [
      [1, 'abc'],
      [2, 'd'],
    ],
  ],
  [
    'a chunk may hold many lines',
    ['\na\n\n'],
    [
      [1, ''],
      [2, 'a'],
      [3, ''],
    ],
  ],
  [
    'CRLF ends a line too, in one chunk or two',
    ['a\r\nb\r', '\n'],
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ],
])('%s', async (_, chunks, expected) => {
  expect(await linesOf(chunks)).toEqual(expected);
});

test('a line longer than the limit is passed over and the next one read', async () => {
  expect(await linesOf(['12345', '67\n1234', '5\n123456'], 5)).toEqual([
    [1, null],
    [2, '12345'],
    [3, null],
  ]);
});
