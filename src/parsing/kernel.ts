import { KERNEL_BYTES } from './kernel-bytes.ts';

/**
 * The arithmetic of the net, on one memory. Parameters are addresses and strides in bytes, and counts of floats; a
 * matrix of weights lies in panels (`packPanels`). Every function gives the same bits on every processor.
 */
export interface Kernel {
  /** The whole memory. */
  readonly floats: Float32Array<ArrayBuffer>;
  /** `out = bias + input · weights` for some rows. A bias of stride 0 is the same for every row. */
  readonly multiply: (
    input: number,
    inputStride: number,
    rows: number,
    inputs: number,
    weights: number,
    outputs: number,
    bias: number,
    biasStride: number,
    out: number,
    outStride: number,
  ) => void;
  /** One step of an LSTM. The gates' sums are replaced by their activations. */
  readonly lstmStep: (gates: number, units: number, before: number, after: number, hidden: number) => void;
  readonly addRow: (to: number, row: number, length: number) => void;
  /** Puts 0 for each negative float. */
  readonly rectify: (at: number, length: number) => void;
  /** Dot products of a vector with each of some rows. */
  readonly dotRows: (left: number, rows: number, count: number, length: number, out: number) => void;
}

/** What is used of WebAssembly here; Node has it, but the types of Node do not. */
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Omit<Kernel, 'floats'> };
};

const PAGE = 65_536;

/** The kernel in WebAssembly, on a memory of some bytes. Plain JavaScript is some 25 times as slow. */
export function openKernel(bytes: number): Kernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const module = new WebAssembly.Module(Uint8Array.from(atob(KERNEL_BYTES), (byte) => byte.charCodeAt(0)));
  const { exports } = new WebAssembly.Instance(module, { memory: { memory } });
  return { ...exports, floats: new Float32Array(memory.buffer) };
}

/** Columns of a panel. The number of outputs of `multiply` is a multiple of it. */
export const PANEL = 32;

export const paddedToPanel = (outputs: number): number => Math.ceil(outputs / PANEL) * PANEL;

/** Lays a matrix of outputs × inputs out in panels of 32 outputs: all inputs of the first panel, then of the next. */
export function packPanels(
  matrix: Float32Array,
  { rows: outputs, columns: inputs }: { readonly rows: number; readonly columns: number },
  to: Float32Array,
): void {
  for (let output = 0, from = 0; output < outputs; output += 1) {
    const place = (output - (output % PANEL)) * inputs + (output % PANEL);
    for (let input = 0; input < inputs; input += 1, from += 1) {
      to[place + input * PANEL] = matrix[from] ?? 0;
    }
  }
}
