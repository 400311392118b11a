/** The most levels of lists and objects in JSON that a client sends. Functions that walk deeper values overflow the stack. */
export const MAX_JSON_DEPTH = 64;

/** JSON that a client sent and that nests deeper than `MAX_JSON_DEPTH`. */
export class JsonTooDeep extends Error {
  override readonly name = 'JsonTooDeep';

  constructor() {
    super(`the JSON nests deeper than ${MAX_JSON_DEPTH} levels`);
  }
}

/** Throws `JsonTooDeep` for a value that nests too deeply. */
export function requireShallow(value: unknown): void {
  if (isDeeperThan(MAX_JSON_DEPTH, value)) throw new JsonTooDeep();
}

/** Runs for each request with a body. A loop over the keys allocates nothing. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (!isNested(value)) return false;
  if (levels === 0) return true;
  for (const key in value) if (isDeeperThan(levels - 1, value[key])) return true;
  return false;
}

const isNested = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
