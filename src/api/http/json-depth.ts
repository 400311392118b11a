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

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return parts.some((part) => isDeeperThan(levels - 1, part));
}
