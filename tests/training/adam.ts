import type { Tape, Tensor } from './tape.ts';

const [MEAN, SQUARE, TINY] = [0.9, 0.95, 1e-8];
const LONGEST_GRADIENT = 5;

/** Moves the parameters a step against their gradients, at a rate. */
export type Optimizer = (rate: number) => void;

/** Adam (Kingma and Ba 2015). A gradient over all parameters that is longer than 5 is cut to that length. */
export function adam({ floats }: Tape, tensors: readonly Tensor[]): Optimizer {
  const moments = tensors.map(({ rows, stride }) => ({
    means: new Float32Array(rows * stride),
    squares: new Float32Array(rows * stride),
  }));
  let steps = 0;
  return (rate) => {
    steps += 1;
    let sum = 0;
    for (const { gradient, rows, stride } of tensors) {
      for (let at = gradient; at < gradient + rows * stride; at += 1) sum += (floats[at] ?? 0) ** 2;
    }
    const scale = Math.min(1, LONGEST_GRADIENT / Math.sqrt(sum));
    const step = rate / (1 - MEAN ** steps);
    const correction = 1 / (1 - SQUARE ** steps);
    for (const [index, { value, gradient }] of tensors.entries()) {
      const { means, squares } = moments[index] ?? { means: new Float32Array(), squares: new Float32Array() };
      for (let at = 0; at < means.length; at += 1) {
        const slope = scale * (floats[gradient + at] ?? 0);
        const mean = MEAN * (means[at] ?? 0) + (1 - MEAN) * slope;
        const square = SQUARE * (squares[at] ?? 0) + (1 - SQUARE) * slope * slope;
        means[at] = mean;
        squares[at] = square;
        floats[value + at] =
          (floats[value + at] ?? 0) - (step * mean) / (Math.sqrt(square * correction) + TINY);
      }
    }
  };
}
