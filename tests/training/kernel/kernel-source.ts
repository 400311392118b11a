import {
  add,
  assemble,
  type Code,
  type Declare,
  integer,
  type Local,
  storeSum,
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

const bytes = (floats: Code): Code => times(floats, integer(FLOAT));
const advance = (variable: Local, step: Code): Code => variable.set(add(variable.get, step));

/** The steps of `multiply`, for four outputs at a time. */
interface Arithmetic {
  readonly name: string;
  readonly start: (bias: Code) => Code;
  readonly step: (sum: Code, input: Code, weights: Code) => Code;
  readonly finish: (sum: Code, bias: Code, scale: Code) => Code;
}

/** Each step takes an input. The sum begins with the bias; there are no scales. */
const FLOATS: Arithmetic = {
  name: 'multiply',
  start: (bias) => bias,
  step: (sum, input, weights) => vector.add(sum, vector.times(input, weights)),
  finish: (sum) => sum,
};

/** Each step takes two inputs, which are short integers like the weights. */
const SHORTS: Arithmetic = {
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
const multiply = ({ name, start, step, finish }: Arithmetic): WasmFunction =>
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

/** Rounds floats, times a scale that stands at an address, to short integers. */
const toShorts = wasmFunction(
  'toShorts',
  ['from', 'length', 'scale', 'to'],
  ({ from, length, scale, to }, declare) => {
    const [end, factor] = [declare.index(), declare.vector()];
    const rounded = (offset: number): Code =>
      vector.round(vector.times(vector.load(from.get, offset), factor.get));
    return [
      factor.set(vector.loadSame(scale.get)),
      end.set(add(from.get, bytes(length.get))),
      whileBelow(
        from.get,
        end.get,
        vector.store(to.get, vector.toShorts(rounded(0), rounded(VECTOR))),
        advance(from, integer(2 * VECTOR)),
        advance(to, integer(VECTOR)),
      ),
    ];
  },
);

/** Coefficients of x⁰, x², x⁴ and x⁶: Lambert's continued fraction of tanh, cut where it stays below 1 up to the bound. */
const TANH = { bound: 4.97, above: [135135, 17325, 378, 1], below: [135135, 62370, 3150, 28] } as const;

/** Makes code that puts tanh of a value into a variable. It is off by less than 0.0001. */
function tanhWith(declare: Declare): (x: Local, value: Code) => Code {
  const square = declare.vector();
  const polynomial = ([c0, c2, c4, c6]: readonly [number, number, number, number]): Code =>
    [c4, c2, c0].reduce<Code>(
      (sum, coefficient) => vector.add(vector.constant(coefficient), vector.times(square.get, sum)),
      vector.constant(c6),
    );
  return (x, value) => [
    ...x.set(vector.max(vector.min(value, vector.constant(TANH.bound)), vector.constant(-TANH.bound))),
    ...square.set(vector.times(x.get, x.get)),
    ...x.set(vector.over(vector.times(x.get, polynomial(TANH.above)), polynomial(TANH.below))),
  ];
}

/**
 * One step of an LSTM. `gates` has the sums of input, forget, candidate and output gate, each for all units. The
 * trainer wants their activations, which replace them. `before` and `after` are the cells.
 */
const lstmStep = wasmFunction(
  'lstmStep',
  ['gates', 'units', 'before', 'after', 'hidden'],
  ({ gates, units, before, after, hidden }, declare) => {
    const [at, end, place] = [declare.index(), declare.index(), declare.index()];
    const values = Array.from({ length: 4 }, declare.vector);
    const [input, forget, candidate, output] = values as [Local, Local, Local, Local];
    const [cell, squashed] = [declare.vector(), declare.vector()];
    const tanh = tanhWith(declare);
    const half = vector.constant(0.5);
    const sigmoid = (x: Local, value: Code): Code => [
      ...tanh(x, vector.times(value, half)),
      ...x.set(vector.add(half, vector.times(x.get, half))),
    ];
    return [
      end.set(bytes(units.get)),
      at.set(integer(0)),
      whileBelow(
        at.get,
        end.get,
        place.set(add(gates.get, at.get)),
        ...values.map((gate) => [
          ...(gate === candidate ? tanh : sigmoid)(gate, vector.load(place.get)),
          ...vector.store(place.get, gate.get),
          ...advance(place, end.get),
        ]),
        cell.set(
          vector.add(
            vector.times(forget.get, vector.load(add(before.get, at.get))),
            vector.times(input.get, candidate.get),
          ),
        ),
        vector.store(add(after.get, at.get), cell.get),
        tanh(squashed, cell.get),
        vector.store(add(hidden.get, at.get), vector.times(output.get, squashed.get)),
        advance(at, integer(VECTOR)),
      ),
    ];
  },
);

/** Adds a row of floats to another. */
const addRow = wasmFunction('addRow', ['to', 'row', 'length'], ({ to, row, length }, declare) => {
  const end = declare.index();
  return [
    end.set(add(to.get, bytes(length.get))),
    whileBelow(
      to.get,
      end.get,
      vector.store(to.get, vector.add(vector.load(to.get), vector.load(row.get))),
      advance(to, integer(VECTOR)),
      advance(row, integer(VECTOR)),
    ),
  ];
});

/** Puts 0 for each negative float. */
const rectify = wasmFunction('rectify', ['at', 'length'], ({ at, length }, declare) => {
  const end = declare.index();
  return [
    end.set(add(at.get, bytes(length.get))),
    whileBelow(
      at.get,
      end.get,
      vector.store(at.get, vector.max(vector.load(at.get), vector.constant(0))),
      advance(at, integer(VECTOR)),
    ),
  ];
});

/** Dot products of a vector with each of some rows. */
const dotRows = wasmFunction(
  'dotRows',
  ['left', 'rows', 'count', 'length', 'out'],
  ({ left, rows, count, length, out }, declare) => {
    const [done, at, end] = [declare.index(), declare.index(), declare.index()];
    const sum = declare.vector();
    return [
      end.set(bytes(length.get)),
      done.set(add(out.get, bytes(count.get))),
      whileBelow(
        out.get,
        done.get,
        sum.set(vector.constant(0)),
        at.set(integer(0)),
        whileBelow(
          at.get,
          end.get,
          sum.set(
            vector.add(
              sum.get,
              vector.times(vector.load(add(left.get, at.get)), vector.load(add(rows.get, at.get))),
            ),
          ),
          advance(at, integer(VECTOR)),
        ),
        storeSum(out.get, sum),
        advance(rows, end.get),
        advance(out, integer(FLOAT)),
      ),
    ];
  },
);

/** The parser's kernel, byte for byte the one in `src/parsing/kernel-bytes.ts`. */
export const assembleKernel = (): Uint8Array<ArrayBuffer> =>
  assemble([multiply(SHORTS), toShorts, lstmStep, addRow, rectify, dotRows]);

/** The trainer's kernel. It needs the precision of floats. */
export const assembleTrainerKernel = (): Uint8Array<ArrayBuffer> =>
  assemble([multiply(FLOATS), lstmStep, addRow, rectify]);
