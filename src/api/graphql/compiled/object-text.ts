import type { FieldNode, SelectionSetNode } from 'graphql';
import { allGiven } from './event-shape.ts';
import { type FragmentLookup, plainFieldsOf } from './plain-fields.ts';

/** Writes a part of the answer as JSON text. */
export type Write<T> = (value: T) => string;

/** Compiles what is selected on a field; undefined where it takes more than writing. */
export type CompileField<T> = (selectionSet: SelectionSetNode | undefined) => Write<T> | undefined;

/** A field without a selection of its own. */
export const leaf =
  <T>(write: Write<T>): CompileField<T> =>
  () =>
    write;

/** Compiles a selection on an object type, whose fields are written as a table says; undefined where a field is not in it. */
export function objectText<T>(
  selectionSet: SelectionSetNode,
  typeName: string,
  fields: Readonly<Record<string, CompileField<T>>>,
  fragments: FragmentLookup,
): Write<T> | undefined {
  const parts = plainFieldsOf(selectionSet, typeName, fragments)?.map((field, index) => {
    const key = `${index === 0 ? '{' : ','}${JSON.stringify(nameOf(field))}:`;
    if (field.name.value === '__typename') return () => `${key}${JSON.stringify(typeName)}`;
    const write = fields[field.name.value]?.(field.selectionSet);
    return write && ((value: T) => key + write(value));
  });
  const writers = allGiven(parts);
  return (
    writers &&
    ((value) => {
      let text = '';
      for (const write of writers) text += write(value);
      return `${text}}`;
    })
  );
}

const nameOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;
