import type { JsonShape } from '../../domain/query/json-shape.ts';
import { endOfValue } from './json-scan.ts';

/** A property of texts that were all made by one shape: each text has every property, in the same order. */
export interface LaidOut {
  /** The text before the value: comma, name and colon. The first property has no comma. */
  readonly token: string;
  /** The layout of an object, or of each item of a list; undefined for other values. */
  readonly layout: JsonLayout | undefined;
  /** The names of all properties within the value. */
  readonly inner: ReadonlySet<string>;
  readonly name: string;
}

export type JsonLayout = readonly LaidOut[];

/** The layout of the texts that a shape makes. */
export const layoutOf = (shape: JsonShape): JsonLayout =>
  shape.map((field): LaidOut => {
    const layout = field.shape && layoutOf(field.shape);
    const inner = new Set(layout?.flatMap(({ name, inner: deeper }) => [name, ...deeper]));
    return { name: field.key, token: `,${JSON.stringify(field.key)}:`, layout, inner };
  });

/** Goes from within the value of one property to the beginning of a later one's. */
export type Route = (json: string, at: number) => number;

/**
 * The shortest way between two properties of an object. No string contains a property's token: an unescaped quote behind a
 * comma begins a string, and a colon behind that string makes it a name. So one search leads to a property. Where the values
 * in between may have a property of that name, the way goes by steps.
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

/** The furthest property that a search finds; undefined where even the next property needs a step. */
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

/** From the beginning of a value, which the step before has reached. */
const stepOver =
  (token: string): Route =>
  (json, at) =>
    endOfValue(json, at) + token.length;
