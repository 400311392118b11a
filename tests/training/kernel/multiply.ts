import {
  add,
  advance,
  bytes,
  type Code,
  integer,
  type Local,
  times,
  vector,
  type WasmFunction,
  wasmFunction,
  whileBelow,
} from './assemble.ts';

/** Bytes of a float, of a vector of four floats, and of a row of a panel. */
const FLOAT = 4;
const VECTOR = 16;
const PANEL = 32 * FLOAT;

/** The steps of `multiply`, for four outputs at a time. */
interface Arithmetic {
  readonly name: string;
  readonly start: (bias: Code) => Code;
  readonly step: (sum: Code, input: Code, weights: Code) => Code;
  readonly finish: (sum: Code, bias: Code, scale: Code) => Code;
}

/** Each step takes an input. The sum begins with the bias; there are no scales. */
export const FLOATS: Arithmetic = {
  name: 'multiply',
  start: (bias) => bias,
  step: (sum, input, weights) => vector.add(sum, vector.times(input, weights)),
  finish: (sum) => sum,
};

/** Each step takes two inputs, which are short integers like the weights. */
export const SHORTS: Arithmetic = {
  name: 'multiplyShorts',
  start: () => vector.constant(0),
  step: (sum, inputs, weights) => vector.addIntegers(sum, vector.dotShorts(inputs, weights)),
  finish: (sum, bias, scale) => vector.add(bias, vector.times(vector.fromIntegers(sum), scale)),
};

/**
 * `out = bias + scales × (input · weights)`, row by row. Weights lie in panels of 32 outputs: all steps of the first
 * panel, then those of the next. Strides are in bytes; a bias of stride 0 is the same for every row. Each output adds
 * its products in the order of the inputs, so that no bit depends on the path below.
 */
export const multiply = ({ name, start, step, finish }: Arithmetic): WasmFunction =>
  wasmFunction(
    name,
    [
      ...(['input', 'inputStride', 'rows', 'steps', 'weights', 'scales', 'outputs'] as const),
      ...(['bias', 'biasStride', 'out', 'outStride'] as const),
    ],
    (parameters, declare) => {
      const { input, inputStride, rows, steps, weights, scales, outputs } = parameters;
      const { bias, biasStride, out, outStride } = parameters;
      const [panel, row, from, to, biasRow] = [
        declare.index(),
        declare.index(),
        declare.index(),
        declare.index(),
        declare.index(),
      ];
      const [value, last, weight] = [declare.index(), declare.index(), declare.index()];
      const factors = [declare.vector(), declare.vector()];
      const sums = Array.from({ length: 8 }, declare.vector);

      /** Computes 32 columns of one row, or 16 columns of two rows: eight vectors in either case. */
      const tile = (rowsAtOnce: 1 | 2, column: number): Code => {
        const vectors = 8 / rowsAtOnce;
        const offset = (at: number): number => column * FLOAT + (at % vectors) * VECTOR;
        const rowOf = (at: number, base: Local, stride: Local): Code =>
          at < vectors ? base.get : add(base.get, stride.get);
        const biasOf = (at: number): Code => vector.load(rowOf(at, biasRow, biasStride), offset(at));
        return [
          ...sums.flatMap((sum, at) => sum.set(start(biasOf(at)))),
          ...weight.set(weights.get),
          ...value.set(from.get),
          ...last.set(add(from.get, bytes(steps.get))),
          ...whileBelow(
            value.get,
            last.get,
            ...factors
              .slice(0, rowsAtOnce)
              .map((factor, at) => factor.set(vector.loadSame(rowOf(at * vectors, value, inputStride)))),
            ...sums.map((sum, at) => {
              const factor = factors[Math.floor(at / vectors)] as Local;
              return sum.set(step(sum.get, factor.get, vector.load(weight.get, offset(at))));
            }),
            advance(weight, integer(PANEL)),
            advance(value, integer(FLOAT)),
          ),
          ...sums.flatMap((sum, at) => {
            const scale = vector.load(add(scales.get, panel.get), offset(at));
            return vector.store(rowOf(at, to, outStride), finish(sum.get, biasOf(at), scale), offset(at));
          }),
        ];
      };

      const moveRows = (count: number): Code => [
        ...advance(row, integer(count)),
        ...advance(from, times(inputStride.get, integer(count))),
        ...advance(biasRow, times(biasStride.get, integer(count))),
        ...advance(to, times(outStride.get, integer(count))),
      ];
      return [
        panel.set(integer(0)),
        whileBelow(
          panel.get,
          bytes(outputs.get),
          row.set(integer(0)),
          from.set(input.get),
          biasRow.set(add(bias.get, panel.get)),
          to.set(add(out.get, panel.get)),
          whileBelow(add(row.get, integer(1)), rows.get, tile(2, 0), tile(2, 16), moveRows(2)),
          whileBelow(row.get, rows.get, tile(1, 0), moveRows(1)),
          advance(weights, times(steps.get, integer(PANEL))),
          advance(panel, integer(PANEL)),
        ),
      ];
    },
  );
