/** Bytes of WebAssembly code. An expression leaves a value on the stack; a statement leaves none. */
export type Code = readonly number[];

/** A local variable of a function. */
export interface Local {
  readonly get: Code;
  readonly set: (value: Code) => Code;
}

type Parameters<Names extends string> = Readonly<Record<Names, Local>>;

/** Declares further variables of a function: `index` for numbers and addresses, `vector` for four floats. */
export interface Declare {
  readonly index: () => Local;
  readonly vector: () => Local;
}

/** A function of a module, all of whose parameters are integers. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly locals: readonly number[];
  readonly body: Code;
}

const INTEGER = 0x7f;
const VECTOR = 0x7b;

/** An unsigned number in LEB128. */
function unsigned(value: number): Code {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** A signed number in LEB128. */
function signed(value: number): Code {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    const done = rest >= -0x40 && rest < 0x40;
    bytes.push((rest & 0x7f) | (done ? 0 : 0x80));
    if (done) return bytes;
  }
}

export const integer = (value: number): Code => [0x41, ...signed(value)];
export const add = (left: Code, right: Code): Code => [...left, ...right, 0x6a];
export const times = (left: Code, right: Code): Code => [...left, ...right, 0x6c];

/** The bytes of some floats. */
export const bytes = (floats: Code): Code => times(floats, integer(4));

export const advance = (variable: Local, step: Code): Code => variable.set(add(variable.get, step));

const simd = (opcode: number, ...operands: readonly Code[]): Code => [
  ...operands.flat(),
  0xfd,
  ...unsigned(opcode),
];

/**
 * Operations on vectors: four floats or integers, or eight short integers. `max(a, b)` is `a < b ? b : a` in each lane,
 * `min(a, b)` is `b < a ? b : a`.
 */
export const vector = {
  load: (address: Code, offset = 0): Code => [...simd(0x00, address), 2, ...unsigned(offset)],
  loadSame: (address: Code, offset = 0): Code => [...simd(0x09, address), 2, ...unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [
    ...simd(0x0b, address, value),
    2,
    ...unsigned(offset),
  ],
  constant: (value: number): Code => {
    const bytes = [...new Uint8Array(Float32Array.of(value).buffer)];
    return [...simd(0x0c), ...bytes, ...bytes, ...bytes, ...bytes];
  },
  add: (left: Code, right: Code): Code => simd(0xe4, left, right),
  times: (left: Code, right: Code): Code => simd(0xe6, left, right),
  over: (left: Code, right: Code): Code => simd(0xe7, left, right),
  min: (left: Code, right: Code): Code => simd(0xea, left, right),
  max: (left: Code, right: Code): Code => simd(0xeb, left, right),
  /** Rounds to the nearest integer, halves to the even one. */
  round: (value: Code): Code => simd(0xf8, simd(0x6a, value)),
  fromIntegers: (value: Code): Code => simd(0xfa, value),
  addIntegers: (left: Code, right: Code): Code => simd(0xae, left, right),
  /** Sums of two neighbouring products of short integers. */
  dotShorts: (left: Code, right: Code): Code => simd(0xba, left, right),
  /** Eight short integers of twice four integers. Too large a number becomes the largest. */
  toShorts: (low: Code, high: Code): Code => simd(0x85, low, high),
} as const;

/** Stores the sum of four lanes, added as (0 + 1) + (2 + 3). */
export function storeSum(address: Code, lanes: Local): Code {
  const lane = (index: number): Code => [...lanes.get, 0xfd, 0x1f, index];
  const pair = (first: number): Code => [...lane(first), ...lane(first + 1), 0x92];
  return [...address, ...pair(0), ...pair(2), 0x92, 0x38, 2, 0];
}

/** Repeats a body while a value is below a limit, both without sign. */
export const whileBelow = (value: Code, limit: Code, ...body: readonly Code[]): Code => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...[...value, ...limit, 0x4f, 0x0d, 1],
  ...body.flat(),
  ...[0x0c, 0, 0x0b, 0x0b],
];

export function wasmFunction<Names extends string>(
  name: string,
  parameters: readonly Names[],
  write: (parameters: Parameters<Names>, declare: Declare) => readonly Code[],
): WasmFunction {
  const locals: number[] = [];
  const variable = (index: number): Local => ({
    get: [0x20, ...unsigned(index)],
    set: (value) => [...value, 0x21, ...unsigned(index)],
  });
  const declare = (type: number) => () => variable(parameters.length + locals.push(type) - 1);
  const named = Object.fromEntries(parameters.map((parameter, index) => [parameter, variable(index)]));
  const body = write(named as Parameters<Names>, { index: declare(INTEGER), vector: declare(VECTOR) });
  return { name, parameters, locals, body: body.flat() };
}

const counted = (parts: readonly Code[]): Code => [...unsigned(parts.length), ...parts.flat()];
const sized = (code: Code): Code => [...unsigned(code.length), ...code];
const text = (value: string): Code => sized([...Buffer.from(value)]);
const section = (id: number, content: Code): Code => [id, ...sized(content)];

/** A module that exports its functions and works on the memory `memory.memory` which its user brings. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [0x60, ...counted(parameters.map(() => [INTEGER])), 0]);
  const bodies = functions.map(({ locals, body }) =>
    sized([...counted(locals.map((type) => [1, type])), ...body, 0x0b]),
  );
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, counted(types)),
    ...section(2, counted([[...text('memory'), ...text('memory'), 0x02, 0, 1]])),
    ...section(3, counted(functions.map((_, index) => unsigned(index)))),
    ...section(7, counted(functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]))),
    ...section(10, counted(bodies)),
  ]);
}
