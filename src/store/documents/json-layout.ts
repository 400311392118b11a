import type { JsonShape } from '../../domain/query/json-shape.ts';
import { endOfValue } from './json-scan.ts';

/** A property as it lies in texts that were all made by one shape: each has every property, in this order. */
export interface LaidOut {
  /** With comma, quotes and colon, as it lies before the value of every property but the first. */
  readonly token: string;
  /** What the value consists of, or each item of a list; undefined for what is no object. */
  readonly layout: JsonLayout | undefined;
  /** The names of properties that occur anywhere within the value. */
  readonly inner: ReadonlySet<string>;
  readonly name: string;
}

export type JsonLayout = readonly LaidOut[];

/** How the texts lie that a shape makes. */
export const layoutOf = (shape: JsonShape): JsonLayout =>
  shape.map((field): LaidOut => {
    const layout = field.shape && layoutOf(field.shape);
    const inner = new Set(layout?.flatMap(({ name, inner: deeper }) => [name, ...deeper]));
    return { name: field.key, token: `,${JSON.stringify(field.key)}:`, layout, inner };
  });

/** Goes from within the value of one property to the beginning of a later one's. */
export type Route = (json: string, at: number) => number;

/**
 * The shortest way between two properties of an object. A property's token is nothing but that property wherever it is
 * found: an unescaped quote behind a comma begins a string, and a colon behind that string makes it a name. So a single search
 * leads over everything in between, unless a property of the same name may lie within: then it goes by steps.
 */
export function routeBetween(layout: JsonLayout, from: number, to: number): Route {
  if (from === to) return (_json, at) => at;
  const steps: Route[] = [];
  for (let place = from; place < to; ) {
    const next = furthestFrom(layout, place, to);
    const { token = '' } = layout[next ?? place + 1] ?? {};
    steps.push(next === undefined ? stepOver(token) : searchFor(token));
    place = next ?? place + 1;
  }
  const [only, ...others] = steps;
  if (only !== undefined && others.length === 0) return only;
  return (json, at) => steps.reduce((reached, step) => step(json, reached), at);
}

/** The furthest property that a search finds; undefined where even the next one has to be stepped to. */
function furthestFrom(layout: JsonLayout, place: number, to: number): number | undefined {
  for (let next = to; next > place; next -= 1) {
    const name = layout[next]?.name ?? '';
    if (!layout.slice(place, next).some(({ inner }) => inner.has(name))) return next;
  }
  return undefined;
}

const searchFor =
  (token: string): Route =>
  (json, at) => {
    const found = json.indexOf(token, at);
    if (found === -1) throw new Error(`a stored document is not laid out as stated: ${token} is missing`);
    return found + token.length;
  };

/** From the beginning of a value, which a step before this one has led to. */
const stepOver =
  (token: string): Route =>
  (json, at) =>
    endOfValue(json, at) + token.length;
