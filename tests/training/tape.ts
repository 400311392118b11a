import { instantiate, type Kernel, PANEL, paddedToPanel, type WithMemory } from '../../src/parsing/kernel.ts';
import { assembleTrainerKernel } from './kernel/kernel-source.ts';

/** The parser's kernel with floats for short integers. Weights lie in panels of 32 outputs, an input a step. */
interface TrainerKernel extends Pick<Kernel, 'lstmStep' | 'addRow' | 'rectify'> {
  readonly multiply: Kernel['multiplyShorts'];
}

/**
 * A matrix in the kernel's memory, and the gradient of the loss by it. `value` and `gradient` are places in
 * `kernel.floats`. Rows are `stride` floats apart: the columns, and zeros up to a whole panel.
 */
export interface Tensor {
  readonly rows: number;
  readonly columns: number;
  readonly stride: number;
  readonly value: number;
  readonly gradient: number;
}

const FLOAT = 4;

/** The memory of a training run, and the steps by which the gradients of the batch at hand are computed. */
export class Tape {
  readonly kernel: TrainerKernel & WithMemory;
  readonly floats: Float32Array<ArrayBuffer>;
  #end = 4;
  #steps: (() => void)[] = [];

  constructor(floats: number) {
    this.kernel = instantiate(assembleTrainerKernel(), floats * FLOAT);
    this.floats = this.kernel.floats;
  }

  /** The place of some zeros. */
  allocate(floats: number): number {
    const at = this.#end;
    this.#end += floats + (-floats & 3);
    if (this.#end > this.floats.length)
      throw new RangeError(`a batch needs more than ${this.floats.length} floats`);
    this.floats.fill(0, at, this.#end);
    return at;
  }

  tensor(rows: number, columns: number): Tensor {
    const stride = paddedToPanel(columns);
    return {
      rows,
      columns,
      stride,
      value: this.allocate(rows * stride),
      gradient: this.allocate(rows * stride),
    };
  }

  /** Adds a step to `backward`, which runs the steps in reverse. */
  record(step: () => void): void {
    this.#steps.push(step);
  }

  backward(): void {
    for (const step of this.#steps.toReversed()) step();
  }

  /** The end of the memory in use, for `release`. */
  mark(): number {
    return this.#end;
  }

  /** Forgets the steps, and what lies behind a mark. */
  release(mark: number): void {
    this.#end = mark;
    this.#steps = [];
  }

  /** Does some work whose memory is free again afterwards. */
  withScratch(work: () => void): void {
    const mark = this.#end;
    work();
    this.#end = mark;
  }
}

/** A part of the memory as a matrix. */
export interface Block {
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  readonly stride: number;
}

export const valuesOf = ({ value, ...shape }: Tensor): Block => ({ ...shape, at: value });
export const gradientsOf = ({ gradient, ...shape }: Tensor): Block => ({ ...shape, at: gradient });

/** `out += left · right`, where `right` is packed (`packRows`, `packTransposed`) and has the columns of `out`. */
export function addProduct({ kernel }: Tape, left: Block, right: number, out: Block): void {
  kernel.multiply(
    left.at * FLOAT,
    left.stride * FLOAT,
    left.rows,
    left.columns,
    right * FLOAT,
    0,
    paddedToPanel(out.columns),
    out.at * FLOAT,
    out.stride * FLOAT,
    out.at * FLOAT,
    out.stride * FLOAT,
  );
}

/** Packs a matrix as the right side of a product. */
export function packRows(tape: Tape, { at, rows, columns, stride }: Block): number {
  const to = tape.allocate(rows * paddedToPanel(columns));
  const { floats } = tape;
  for (let panel = 0, place = to; panel < columns; panel += PANEL) {
    for (let row = 0; row < rows; row += 1, place += PANEL) {
      const from = at + row * stride + panel;
      for (let column = 0; column < PANEL; column += 1) floats[place + column] = floats[from + column] ?? 0;
    }
  }
  return to;
}

/** Packs the transpose of a matrix as the right side of a product. */
export function packTransposed(tape: Tape, { at, rows, columns, stride }: Block): number {
  const to = tape.allocate(paddedToPanel(rows) * columns);
  const { floats } = tape;
  for (let row = 0; row < rows; row += 1) {
    const place = to + (row - (row % PANEL)) * columns + (row % PANEL);
    for (let column = 0, from = at + row * stride; column < columns; column += 1, from += 1) {
      floats[place + column * PANEL] = floats[from] ?? 0;
    }
  }
  return to;
}

export function transpose(tape: Tape, { at, rows, columns, stride }: Block): Block {
  const to = tape.allocate(rows * columns);
  const { floats } = tape;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0, from = at + row * stride; column < columns; column += 1, from += 1) {
      floats[to + column * rows + row] = floats[from] ?? 0;
    }
  }
  return { at: to, rows: columns, columns: rows, stride: rows };
}
