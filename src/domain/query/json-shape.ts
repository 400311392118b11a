/** The origin of an answer's field in the object that is read. */
type JsonSource =
  | { readonly property: string }
  /** The object itself: `participants { actor { … } }` makes an object of properties that are stored flat. */
  | { readonly itself: true }
  /** The same JSON text for every object. */
  | { readonly constant: string };

/** A field of the answer. Without a shape of its own the value is copied whole; a list is shaped item by item. */
export interface JsonField {
  readonly key: string;
  readonly from: JsonSource;
  readonly shape?: JsonShape;
}

/** The fields that an answer takes from a JSON object, in the answer's order. A missing property is null. */
export type JsonShape = readonly JsonField[];

/** Whether an object of shape `given` has every field of shape `asked`. */
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

/** The property of that name, with some of its fields only. */
export const shaped = (name: string, shape: JsonShape): JsonField => ({
  key: name,
  from: { property: name },
  shape,
});
