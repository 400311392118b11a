import { TABLES } from './features.ts';

/** The beginning of a weights file, as JSON. Entry 0 of a table stands for all that the table does not have. */
export interface WeightsHeader {
  readonly tables: Readonly<Record<string, readonly string[]>>;
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

/** A matrix, row by row: each row has a scale and integers. */
export interface ScaledMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly scales: Float32Array;
  readonly integers: Int8Array;
}

export interface Weights extends WeightsHeader {
  readonly scaled: (name: string) => ScaledMatrix;
  /** The numbers of a matrix of floats: a bias, say. */
  readonly floats: (name: string) => Float32Array;
}

const padded = (length: number): number => length + (-length & 3);

/**
 * Reads a weights file: the length of its header, the header, then the matrices in the header's order. A matrix of
 * one byte a number begins with the scales of its rows. Each part is padded to four bytes. All numbers are
 * little-endian.
 */
export function readWeights(file: Uint8Array): Weights {
  const { buffer } = new Uint8Array(file);
  const headerLength = new DataView(buffer).getUint32(0, true);
  const header: WeightsHeader = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + headerLength)));
  const places = new Map<string, MatrixHeader & { readonly at: number }>();
  let at = padded(4 + headerLength);
  for (const matrix of header.matrices) {
    places.set(matrix.name, { ...matrix, at });
    const numbers = matrix.rows * matrix.columns;
    at += matrix.bytes === 4 ? 4 * numbers : 4 * matrix.rows + padded(numbers);
  }
  const requirePlace = (name: string, bytes: number) => {
    const place = places.get(name);
    if (place?.bytes !== bytes) throw new RangeError(`no matrix "${name}" of ${bytes} bytes a number`);
    return place;
  };
  return {
    ...header,
    scaled(name) {
      const { rows, columns, ...place } = requirePlace(name, 1);
      const scales = new Float32Array(buffer, place.at, rows);
      return { rows, columns, scales, integers: new Int8Array(buffer, place.at + 4 * rows, rows * columns) };
    },
    floats(name) {
      const place = requirePlace(name, 4);
      return new Float32Array(buffer, place.at, place.rows * place.columns);
    },
  };
}

/** The row of each entry of a table. */
export const entryRows = ({
  tables,
}: Pick<WeightsHeader, 'tables'>): readonly ReadonlyMap<string, number>[] =>
  TABLES.map((name) => new Map(tables[name]?.map((entry, row) => [entry, row])));
