import type { FieldNode, SelectionSetNode } from 'graphql';
import { allGiven } from './event-shape.ts';
import { type FragmentLookup, plainFieldsOf } from './plain-fields.ts';
import type { TextParts } from './text-parts.ts';

/** Writes a part of the answer as JSON text. */
export type Write<T> = (value: T, text: TextParts) => void;

/** Compiles what is selected on a field, with its name in front; undefined where it takes more than writing. */
export type CompileField<T> = (
  key: string,
  selectionSet: SelectionSetNode | undefined,
) => Write<T> | undefined;

/** A field without a selection of its own. */
export const leaf =
  <T>(textOf: (value: T) => string): CompileField<T> =>
  (key) =>
  (value, text) =>
    text.add(key + textOf(value));

/** A field of an object type; undefined where its selection is more than `compile` can write. */
export const nested =
  <T>(compile: (selectionSet: SelectionSetNode) => Write<T> | undefined): CompileField<T> =>
  (key, selectionSet) => {
    const write = selectionSet && compile(selectionSet);
    return (
      write &&
      ((value, text) => {
        text.add(key);
        write(value, text);
      })
    );
  };

/** Compiles a selection on an object type, whose fields are written as a table says; undefined where a field is not in it. */
export function objectText<T>(
  selectionSet: SelectionSetNode,
  typeName: string,
  fields: Readonly<Record<string, CompileField<T>>>,
  fragments: FragmentLookup,
): Write<T> | undefined {
  const typename = leaf<T>(() => JSON.stringify(typeName));
  const parts = plainFieldsOf(selectionSet, typeName, fragments)?.map((field, index) => {
    const key = `${index === 0 ? '{' : ','}${JSON.stringify(nameOf(field))}:`;
    const compile = field.name.value === '__typename' ? typename : fields[field.name.value];
    return compile?.(key, field.selectionSet);
  });
  const writers = allGiven(parts);
  return (
    writers &&
    ((value, text) => {
      for (const write of writers) write(value, text);
      text.add('}');
    })
  );
}

/** Writes each item of a list. */
export const listText =
  <T>(write: Write<T>): Write<readonly T[]> =>
  (items, text) => {
    let before = '[';
    for (const item of items) {
      text.add(before);
      write(item, text);
      before = ',';
    }
    text.add(items.length === 0 ? '[]' : ']');
  };

const nameOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;
