import { PANEL, paddedToPanel } from './kernel.ts';
import { FLOAT, type Layer, SHORT } from './layer.ts';
import type { Weights } from './weights.ts';

/** A layout of the kernel's memory. All of it is planned before the memory is opened and filled. */
export interface MemoryPlan {
  /** Plans some memory for the net's work. Addresses are multiples of 16 bytes. */
  readonly plan: (bytes: number) => number;
  readonly planFloats: (values: ArrayLike<number>, length?: number) => number;
  /** Plans a table of embeddings as floats. */
  readonly planTable: (name: string) => number;
  /** Plans a layer whose inputs are short integers of a scale. */
  readonly planLayer: (name: string, inputScale: number, bias?: string | null) => Layer;
  readonly bytes: () => number;
  readonly fill: (floats: Float32Array<ArrayBuffer>) => void;
}

export function planMemory(weights: Weights): MemoryPlan {
  let end = 0;
  const fills: ((floats: Float32Array<ArrayBuffer>) => void)[] = [];
  function plan(bytes: number, fill: (at: number, floats: Float32Array<ArrayBuffer>) => void = () => {}) {
    const at = end;
    end += Math.ceil(bytes / 16) * 16;
    fills.push((floats) => fill(at, floats));
    return at;
  }
  const planFloats = (values: ArrayLike<number>, length = values.length): number =>
    plan(length * FLOAT, (at, floats) => floats.set(values, at / FLOAT));
  return {
    plan: (bytes) => plan(bytes),
    planFloats,
    planTable(name) {
      const { rows, columns, scales, integers } = weights.scaled(name);
      return plan(rows * columns * FLOAT, (start, floats) => {
        for (let row = 0, from = 0; row < rows; row += 1) {
          const scale = scales[row] ?? 0;
          for (let column = 0; column < columns; column += 1, from += 1) {
            floats[start / FLOAT + from] = scale * (integers[from] ?? 0);
          }
        }
      });
    },
    planLayer(name, inputScale, bias = `${name} bias`) {
      const matrix = weights.scaled(name);
      const outputs = paddedToPanel(matrix.rows);
      return {
        inputs: matrix.columns,
        outputs,
        weights: plan(outputs * matrix.columns * SHORT, (at, { buffer }) =>
          packShorts(matrix.integers, matrix, new Int16Array(buffer, at)),
        ),
        scales: planFloats(
          matrix.scales.map((scale) => scale / inputScale),
          outputs,
        ),
        bias: planFloats(bias === null ? [] : weights.floats(bias), outputs),
      };
    },
    bytes: () => end,
    fill: (floats) => {
      for (const fill of fills) fill(floats);
    },
  };
}

/**
 * Lays a matrix of outputs × inputs out as weights: panels of 32 outputs, in a panel the steps, in a step two inputs
 * of each output.
 */
function packShorts(
  integers: Int8Array,
  { rows: outputs, columns: inputs }: { readonly rows: number; readonly columns: number },
  to: Int16Array,
): void {
  for (let output = 0, from = 0; output < outputs; output += 1) {
    const place = (output - (output % PANEL)) * inputs + 2 * (output % PANEL);
    for (let input = 0; input < inputs; input += 1, from += 1) {
      to[place + (input >> 1) * 2 * PANEL + (input & 1)] = integers[from] ?? 0;
    }
  }
}
