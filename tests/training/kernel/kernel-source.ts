import {
  add,
  advance,
  assemble,
  bytes,
  type Code,
  type Declare,
  integer,
  type Local,
  storeSum,
  vector,
  wasmFunction,
  whileBelow,
} from './assemble.ts';
import { FLOATS, multiply, SHORTS } from './multiply.ts';

/** Bytes of a float and of a vector of four floats. */
const [FLOAT, VECTOR] = [4, 16];

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
