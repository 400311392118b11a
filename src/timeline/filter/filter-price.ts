/** Ten values are looked up in the time in which the events of a store are compared with one more part. */
const PART_PRICE = 10;

/**
 * The price of a filter as a client wrote it: one for each value, ten for each filter within it. `{ actor: ["a", "b"], or: [{
 * text: "c" }, { text: "d" }] }` costs 24.
 */
export function filterPrice(filter: object): number {
  return Object.values(filter).reduce((sum: number, value: unknown) => sum + priceOf(value), 0);
}

function priceOf(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, each: unknown) => sum + priceOf(each), 0);
  return typeof value === 'object' ? PART_PRICE + filterPrice(value) : 1;
}
