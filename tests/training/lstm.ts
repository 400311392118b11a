import { linear } from './operations.ts';
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

/** Weights of one direction of a layer. Gates are input, forget, candidate and output, each for all units. */
export interface LstmWeights {
  readonly input: Tensor;
  readonly recurrent: Tensor;
  readonly bias: Tensor;
}

/**
 * Two directions of an LSTM over a batch of sentences of equal length. Row `step * batch + sentence` belongs to a word.
 * The output has the units of the forward direction, then those of the backward direction.
 */
export function lstm(tape: Tape, input: Tensor, directions: readonly LstmWeights[], batch: number): Tensor {
  const units = directions[0]?.recurrent.columns ?? 0;
  const output = tape.tensor(input.rows, units * directions.length);
  for (const [direction, weights] of directions.entries()) {
    runDirection(tape, input, weights, output, { batch, units, direction });
  }
  return output;
}

function runDirection(
  tape: Tape,
  input: Tensor,
  { input: inputWeights, recurrent, bias }: LstmWeights,
  output: Tensor,
  { batch, units, direction }: { readonly batch: number; readonly units: number; readonly direction: number },
): void {
  const { floats, kernel } = tape;
  const gates = linear(tape, input, inputWeights, bias);
  const cells = tape.tensor(input.rows, units);
  const nothing = tape.allocate(units);
  const steps = Array.from({ length: input.rows / batch }, (_, step) => step);
  if (direction === 1) steps.reverse();
  const [previousOf, firstRow] = [direction === 0 ? -batch : batch, (steps[0] ?? 0) * batch];
  /** Rows of one step. Columns of the output are those of the direction. */
  const rowsOf = (tensor: Tensor, start: number, row: number) => ({
    at: start + row * tensor.stride + (tensor === output ? direction * units : 0),
    rows: batch,
    columns: tensor === output ? units : tensor.columns,
    stride: tensor.stride,
  });

  tape.withScratch(() => {
    const packed = packTransposed(tape, valuesOf(recurrent));
    for (const step of steps) {
      const first = step * batch;
      if (first !== firstRow) {
        const before = rowsOf(output, output.value, first + previousOf);
        addProduct(tape, before, packed, rowsOf(gates, gates.value, first));
      }
      for (let row = first; row < first + batch; row += 1) {
        const before = first === firstRow ? nothing : cells.value + (row + previousOf) * cells.stride;
        kernel.lstmStep(
          (gates.value + row * gates.stride) * 4,
          units,
          before * 4,
          (cells.value + row * cells.stride) * 4,
          rowsOf(output, output.value, row).at * 4,
        );
      }
    }
  });

  tape.record(() =>
    tape.withScratch(() => {
      const packed = packRows(tape, valuesOf(recurrent));
      for (const step of steps.toReversed()) {
        const first = step * batch;
        for (let row = first; row < first + batch; row += 1) stepBack(row, first === firstRow);
        if (first === firstRow) continue;
        const before = rowsOf(output, output.gradient, first + previousOf);
        addProduct(tape, rowsOf(gates, gates.gradient, first), packed, before);
      }
      const rows = input.rows - batch;
      if (rows === 0) return;
      const [later, earlier] = direction === 0 ? [batch, 0] : [0, batch];
      const laterGates = { ...rowsOf(gates, gates.gradient, later), rows };
      const earlierOutputs = { ...rowsOf(output, output.value, earlier), rows };
      addProduct(tape, transpose(tape, laterGates), packRows(tape, earlierOutputs), gradientsOf(recurrent));
    }),
  );

  function stepBack(row: number, isFirst: boolean): void {
    const at = (place: number): number => floats[place] ?? 0;
    const gate = gates.value + row * gates.stride;
    const gateGradient = gates.gradient + row * gates.stride;
    const cell = row * cells.stride;
    const cellBefore = (row + previousOf) * cells.stride;
    const hiddenGradient = rowsOf(output, output.gradient, row).at;
    for (let unit = 0; unit < units; unit += 1) {
      const inputGate = at(gate + unit);
      const forget = at(gate + units + unit);
      const candidate = at(gate + 2 * units + unit);
      const outputGate = at(gate + 3 * units + unit);
      const squashed = tanh(at(cells.value + cell + unit));
      const byHidden = at(hiddenGradient + unit);
      const byCell = at(cells.gradient + cell + unit) + byHidden * outputGate * (1 - squashed * squashed);
      const before = isFirst ? 0 : at(cells.value + cellBefore + unit);
      if (!isFirst) floats[cells.gradient + cellBefore + unit] = byCell * forget;
      floats[gateGradient + unit] = byCell * candidate * inputGate * (1 - inputGate);
      floats[gateGradient + units + unit] = byCell * before * forget * (1 - forget);
      floats[gateGradient + 2 * units + unit] = byCell * inputGate * (1 - candidate * candidate);
      floats[gateGradient + 3 * units + unit] = byHidden * squashed * outputGate * (1 - outputGate);
    }
  }
}

/** The kernel's tanh. */
function tanh(value: number): number {
  const x = Math.max(-4.97, Math.min(4.97, value));
  const square = x * x;
  return (
    (x * (135135 + square * (17325 + square * (378 + square)))) /
    (135135 + square * (62370 + square * (3150 + 28 * square)))
  );
}
