import type { MatrixHeader, WeightsHeader } from '../../src/parsing/weights.ts';

/** Writes a weights file, as `readWeights` reads it. */
export function writeWeights(
  header: WeightsHeader,
  valuesOf: (matrix: string) => Float32Array,
): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const parts = header.matrices.map((matrix) =>
    matrix.bytes === 4 ? bytesOf(valuesOf(matrix.name)) : scaledBytes(matrix, valuesOf(matrix.name)),
  );
  return Uint8Array.from(
    Buffer.concat([...[bytesOf(Uint32Array.of(json.length)), json], ...parts].flatMap(withPadding)),
  );
}

const bytesOf = (numbers: Float32Array | Uint32Array | Int8Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

const withPadding = (part: Uint8Array): readonly Uint8Array[] => [part, new Uint8Array(-part.length & 3)];

/** A scale for each row, then its numbers as integers. The largest number of a row becomes 127 or -127. */
function scaledBytes({ rows, columns }: MatrixHeader, values: Float32Array): Uint8Array {
  const scales = new Float32Array(rows);
  const integers = new Int8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const numbers = values.subarray(row * columns, (row + 1) * columns);
    const scale = Math.fround(numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0) / 127);
    scales[row] = scale;
    if (scale > 0)
      integers.set(
        Array.from(numbers, (number) => Math.round(number / scale)),
        row * columns,
      );
  }
  return Buffer.concat([bytesOf(scales), bytesOf(integers)]);
}
