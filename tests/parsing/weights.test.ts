import { expect, test } from 'vitest';
import { readWeights } from '../../src/parsing/weights.ts';
import { writeWeights } from '../training/write-weights.ts';

const HEADER = {
  tables: { form: ['', 'Zürich'] },
  upos: ['X'],
  xpos: ['FW'],
  labels: ['root'],
  matrices: [
    { name: 'bias', rows: 1, columns: 3, bytes: 4 },
    { name: 'matrix', rows: 3, columns: 3, bytes: 1 },
    { name: 'last', rows: 1, columns: 1, bytes: 4 },
  ],
} as const;

const VALUES: Readonly<Record<string, readonly number[]>> = {
  bias: [0.5, -3, 1e-6],
  matrix: [127, -1, 0, 0, 0, 0, 1, -2, 0.5],
  last: [7],
};

const file = writeWeights(HEADER, (name) => Float32Array.from(VALUES[name] ?? []));

test('a weights file gives back its header and its floats', () => {
  const { floats, scaled, ...header } = readWeights(file);
  expect(header).toEqual(HEADER);
  expect([...floats('bias')]).toEqual([0.5, -3, Math.fround(1e-6)]);
  expect([...floats('last')]).toEqual([7]);
});

test('each row of a matrix is kept in a byte a number, up to its own scale', () => {
  const { scales, integers } = readWeights(file).scaled('matrix');
  expect([...scales]).toEqual([1, 0, Math.fround(2 / 127)]);
  expect([...integers]).toEqual([127, -1, 0, 0, 0, 0, 64, -127, 32]);
});

test('a file may lie anywhere in a buffer', () => {
  const shifted = new Uint8Array(file.length + 1);
  shifted.set(file, 1);
  expect([...readWeights(shifted.subarray(1)).floats('last')]).toEqual([7]);
});

test('a matrix that the file does not have is an error', () => {
  expect(() => readWeights(file).floats('matrix')).toThrow('no matrix "matrix" of 4 bytes a number');
  expect(() => readWeights(file).scaled('tags')).toThrow('no matrix "tags" of 1 bytes a number');
});
