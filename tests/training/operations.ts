import {
  addProduct,
  gradientsOf,
  packRows,
  packTransposed,
  type Tape,
  type Tensor,
  transpose,
  valuesOf,
} from './tape.ts';

/** Rows of a tensor from one on, in the same memory. */
export const rowsFrom = (tensor: Tensor, first: number): Tensor => ({
  ...tensor,
  rows: tensor.rows - first,
  value: tensor.value + first * tensor.stride,
  gradient: tensor.gradient + first * tensor.stride,
});

/** `bias + input · weightsᵀ`. Weights have a row for each output. */
export function linear(tape: Tape, input: Tensor, weights: Tensor, bias: Tensor | null = null): Tensor {
  const output = tape.tensor(input.rows, weights.rows);
  const { floats } = tape;
  for (let row = 0; bias !== null && row < output.rows; row += 1) {
    floats.copyWithin(output.value + row * output.stride, bias.value, bias.value + bias.columns);
  }
  tape.withScratch(() =>
    addProduct(tape, valuesOf(input), packTransposed(tape, valuesOf(weights)), valuesOf(output)),
  );
  tape.record(() =>
    tape.withScratch(() => {
      addProduct(tape, gradientsOf(output), packRows(tape, valuesOf(weights)), gradientsOf(input));
      addProduct(
        tape,
        transpose(tape, gradientsOf(output)),
        packRows(tape, valuesOf(input)),
        gradientsOf(weights),
      );
      for (let row = 0; bias !== null && row < output.rows; row += 1) {
        tape.kernel.addRow(bias.gradient * 4, (output.gradient + row * output.stride) * 4, bias.stride);
      }
    }),
  );
  return output;
}

/** Sets negative numbers to 0, in place. */
export function rectify(tape: Tape, tensor: Tensor): Tensor {
  const length = tensor.rows * tensor.stride;
  const { floats, kernel } = tape;
  kernel.rectify(tensor.value * 4, length);
  tape.record(() => {
    for (let at = 0; at < length; at += 1) {
      if (floats[tensor.value + at] === 0) floats[tensor.gradient + at] = 0;
    }
  });
  return tensor;
}

/**
 * A copy in which a share of the numbers is 0 and the others are scaled up. Rows that are a period apart lose the same
 * columns: all words of a sentence (Gal and Ghahramani 2016).
 */
export function dropOut(
  tape: Tape,
  input: Tensor,
  share: number,
  period: number,
  random: () => number,
): Tensor {
  if (share === 0) return input;
  const { floats } = tape;
  const output = tape.tensor(input.rows, input.columns);
  const scale = 1 / (1 - share);
  const kept = Float32Array.from({ length: period * input.stride }, () => (random() < share ? 0 : scale));
  /** Adds what is kept of some numbers to others. */
  const addKept = (from: number, to: number): void => {
    for (let row = 0; row < input.rows; row += 1) {
      const start = row * input.stride;
      const mask = (row % period) * input.stride;
      for (let column = 0; column < input.columns; column += 1) {
        const at = start + column;
        floats[to + at] = (floats[to + at] ?? 0) + (floats[from + at] ?? 0) * (kept[mask + column] ?? 0);
      }
    }
  };
  addKept(input.value, output.value);
  tape.record(() => addKept(output.gradient, input.gradient));
  return output;
}

/** Sums a row of each table for each row of the output. `numbers` has one number for each table and row. */
export function embed(
  tape: Tape,
  tables: readonly Tensor[],
  numbers: readonly Int32Array[],
  output: Tensor,
): void {
  const { kernel } = tape;
  const each = (visit: (table: Tensor, tableRow: number, row: number) => void): void => {
    for (const [index, table] of tables.entries()) {
      for (let row = 0; row < output.rows; row += 1) {
        visit(table, (numbers[index]?.[row] ?? 0) * table.stride * 4, row * output.stride * 4);
      }
    }
  };
  each((table, tableRow, row) =>
    kernel.addRow(output.value * 4 + row, table.value * 4 + tableRow, output.columns),
  );
  tape.record(() =>
    each((table, tableRow, row) =>
      kernel.addRow(table.gradient * 4 + tableRow, output.gradient * 4 + row, output.columns),
    ),
  );
}

/** Adds to each row of a tensor a row of another, in place. */
export function addRows(tape: Tape, tensor: Tensor, other: Tensor, rowOf: Int32Array): Tensor {
  const { kernel } = tape;
  const each = (visit: (row: number, otherRow: number) => void): void => {
    for (const [row, otherRow] of rowOf.entries()) {
      visit(row * tensor.stride * 4, otherRow * other.stride * 4);
    }
  };
  each((row, otherRow) => kernel.addRow(tensor.value * 4 + row, other.value * 4 + otherRow, tensor.columns));
  tape.record(() =>
    each((row, otherRow) =>
      kernel.addRow(other.gradient * 4 + otherRow, tensor.gradient * 4 + row, tensor.columns),
    ),
  );
  return tensor;
}
