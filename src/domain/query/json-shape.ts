/** Where a field of the answer comes from in the object that is read. */
type JsonSource =
  | { readonly property: string }
  /** The object itself, as when `participants { actor { … } }` opens what is stored flat. */
  | { readonly itself: true }
  /** The same JSON text for every object. */
  | { readonly constant: string };

/** A field of the answer. Without a shape of its own the value is copied whole; a list is shaped item by item. */
export interface JsonField {
  readonly key: string;
  readonly from: JsonSource;
  readonly shape?: JsonShape;
}

/** Which fields of a JSON object an answer has, in the answer's order. A property that is not there is null. */
export type JsonShape = readonly JsonField[];

/** Whether an object that has what one shape names has all that the other asks for. */
export const isPartOf = (asked: JsonShape, given: JsonShape): boolean =>
  asked.every(({ from, shape }) => {
    if ('constant' in from) return true;
    if ('itself' in from) return shape === undefined || isPartOf(shape, given);
    const found = given.find(({ key }) => key === from.property);
    if (found === undefined) return false;
    return found.shape === undefined || (shape !== undefined && isPartOf(shape, found.shape));
  });

/** `copied('id', 'title')`: the properties of these names, whole. */
export const copied = (...names: readonly string[]): JsonShape =>
  names.map((name) => ({ key: name, from: { property: name } }));

/** The property of that name, of which only some fields are wanted. */
export const shaped = (name: string, shape: JsonShape): JsonField => ({
  key: name,
  from: { property: name },
  shape,
});
