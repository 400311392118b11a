import { TABLES, type TableName } from './features.ts';

/** A matrix of the weights file, row by row. A bias is a matrix of one row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** What the weights file begins with, as JSON. Entry 0 of a table stands for what the table does not have. */
export interface WeightsHeader {
  readonly tables: Readonly<Record<TableName, readonly string[]>>;
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly labels: readonly string[];
  readonly matrices: readonly MatrixHeader[];
}

/** `bytes` of a number: 4 for a float, 1 for an integer that is multiplied by the scale of its row. */
export interface MatrixHeader {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly bytes: 1 | 4;
}

export interface Weights extends WeightsHeader {
  readonly matrix: (name: string) => Matrix;
}

const padded = (length: number): number => length + (-length & 3);

/**
 * Reads a weights file: the length of its header, the header, then the matrices in the header's order. A matrix of
 * one byte a number begins with a float for each row, its scale. Each part is padded to four bytes. All numbers are
 * little-endian.
 */
export function readWeights(file: Uint8Array): Weights {
  const bytes = new Uint8Array(file);
  const headerLength = new DataView(bytes.buffer).getUint32(0, true);
  const header: WeightsHeader = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength)));
  const matrices = new Map<string, Matrix>();
  let at = padded(4 + headerLength);
  for (const matrix of header.matrices) {
    const read = matrix.bytes === 4 ? readFloats : readScaled;
    matrices.set(matrix.name, { ...matrix, values: read(bytes.buffer, at, matrix) });
    at += sizeOf(matrix);
  }
  return {
    ...header,
    matrix: (name) => {
      const matrix = matrices.get(name);
      if (matrix === undefined) throw new RangeError(`no matrix "${name}" among the parser's weights`);
      return matrix;
    },
  };
}

const sizeOf = ({ rows, columns, bytes }: MatrixHeader): number =>
  bytes === 4 ? 4 * rows * columns : 4 * rows + padded(rows * columns);

const readFloats = (buffer: ArrayBuffer, at: number, { rows, columns }: MatrixHeader) =>
  new Float32Array(buffer, at, rows * columns);

function readScaled(buffer: ArrayBuffer, at: number, { rows, columns }: MatrixHeader) {
  const scales = new Float32Array(buffer, at, rows);
  const integers = new Int8Array(buffer, at + 4 * rows, rows * columns);
  const values = new Float32Array(rows * columns);
  for (let row = 0, place = 0; row < rows; row += 1) {
    const scale = scales[row] ?? 0;
    for (const end = place + columns; place < end; place += 1) values[place] = scale * (integers[place] ?? 0);
  }
  return values;
}

/** The number of each entry of a table. */
export const entryNumbers = ({ tables }: WeightsHeader): readonly ReadonlyMap<string, number>[] =>
  TABLES.map((name) => new Map(tables[name].map((entry, number) => [entry, number])));
