import { KERNEL_BYTES } from './kernel-bytes.ts';

/**
 * The arithmetic of the net, on one memory. Parameters are addresses and strides in bytes, and counts. Every function
 * gives the same bits on every processor: floats are added in a fixed order, and nothing is left to `Math`.
 */
export interface Kernel {
  /**
   * `out = bias + scales × (input · weights)` for some rows. Input and weights are short integers; a step takes two
   * inputs. Weights lie in panels (`memory-plan.ts`). A bias of stride 0 is the same for every row.
   */
  readonly multiplyShorts: (
    input: number,
    inputStride: number,
    rows: number,
    steps: number,
    weights: number,
    scales: number,
    outputs: number,
    bias: number,
    biasStride: number,
    out: number,
    outStride: number,
  ) => void;
  /** Rounds floats, times a scale that stands at an address, to short integers. The length is a multiple of 8. */
  readonly toShorts: (from: number, length: number, scale: number, to: number) => void;
  /** One step of an LSTM. The gates' sums are replaced by their activations. */
  readonly lstmStep: (gates: number, units: number, before: number, after: number, hidden: number) => void;
  readonly addRow: (to: number, row: number, length: number) => void;
  /** Puts 0 for each negative float. */
  readonly rectify: (at: number, length: number) => void;
  /** Dot products of a vector with each of some rows. */
  readonly dotRows: (left: number, rows: number, count: number, length: number, out: number) => void;
}

/** The memory that functions of WebAssembly work on. */
export interface WithMemory {
  readonly floats: Float32Array<ArrayBuffer>;
}

/** The part of WebAssembly that is used here. Node has it, but the types of Node do not. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

const PAGE = 65_536;

/** The functions of a module, on a memory of some bytes. */
export function instantiate<Functions>(module: Uint8Array, bytes: number): Functions & WithMemory {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module), { memory: { memory } });
  return { ...(exports as Functions), floats: new Float32Array(memory.buffer) };
}

/** The kernel in WebAssembly, on a memory of some bytes. Plain JavaScript is some 25 times as slow. */
export const openKernel = (bytes: number): Kernel & WithMemory =>
  instantiate(
    Uint8Array.from(atob(KERNEL_BYTES), (byte) => byte.charCodeAt(0)),
    bytes,
  );

/** Columns of a panel. The number of outputs of a multiplication is a multiple of it. */
export const PANEL = 32;

export const paddedToPanel = (outputs: number): number => Math.ceil(outputs / PANEL) * PANEL;
