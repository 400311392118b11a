import type { Kernel } from './kernel.ts';

/** Bytes of a float and of a short integer. */
export const [FLOAT, SHORT] = [4, 2];

/** A layer of weights in memory: `out = bias + weights · input`. */
export interface Layer {
  readonly weights: number;
  readonly scales: number;
  readonly bias: number;
  readonly inputs: number;
  readonly outputs: number;
}

/** Multiplies rows of short integers, one after the other in memory, with a layer. The bias may be one of its own for the row. */
export const runLayer = (
  kernel: Kernel,
  layer: Layer,
  input: number,
  rows: number,
  out: number,
  bias = layer.bias,
): void =>
  kernel.multiplyShorts(
    input,
    layer.inputs * SHORT,
    rows,
    layer.inputs / 2,
    layer.weights,
    layer.scales,
    layer.outputs,
    bias,
    0,
    out,
    layer.outputs * FLOAT,
  );
