import type { FieldNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';

export type FragmentLookup = ReadonlyMap<string, FragmentDefinitionNode>;

/** The JSON text of a value. */
export type TextOf<T> = (value: T) => string;

/** Compiles the selection on a field; undefined where its text takes more than a property of the object. */
export type CompileField<T> = (selectionSet: SelectionSetNode | undefined) => TextOf<T> | undefined;

/** A field without a selection of its own. */
export const leaf =
  <T>(textOf: TextOf<T>): CompileField<T> =>
  () =>
    textOf;

/** A field of an object type. */
export const nested =
  <T>(compile: (selectionSet: SelectionSetNode) => TextOf<T> | undefined): CompileField<T> =>
  (selectionSet) =>
    selectionSet && compile(selectionSet);

/** Compiles a selection on an object type, whose fields are in a table; undefined where one is not. */
export function objectText<T>(
  selectionSet: SelectionSetNode,
  typeName: string,
  fields: Readonly<Record<string, CompileField<T>>>,
  fragments: FragmentLookup,
): TextOf<T> | undefined {
  const typename = leaf<T>(() => JSON.stringify(typeName));
  const compiled = plainFieldsOf(selectionSet, typeName, fragments)?.map((field, index) => {
    const key = `${index === 0 ? '{' : ','}${JSON.stringify(keyOf(field))}:`;
    const compile = field.name.value === '__typename' ? typename : fields[field.name.value];
    const textOf = compile?.(field.selectionSet);
    return textOf && { key, textOf };
  });
  const members = allGiven(compiled);
  return (
    members &&
    ((value) => {
      let text = '';
      for (const { key, textOf } of members) text += key + textOf(value);
      return `${text}}`;
    })
  );
}

/** The text of a list. */
export const listText =
  <T>(textOf: TextOf<T>): TextOf<readonly T[]> =>
  (items) =>
    `[${items.map(textOf).join(',')}]`;

/** The name of a field in the answer. */
export const keyOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

/** The list, unless something in it is missing. */
export function allGiven<T>(values: readonly (T | undefined)[] | undefined): readonly T[] | undefined {
  const given = values?.filter((value) => value !== undefined);
  return given !== undefined && given.length === values?.length ? given : undefined;
}

/**
 * The fields of a selection on an object type, its fragments opened, in the order of the answer. Undefined where the selection
 * has directives, two fields of one name to be merged, or fragments on another type.
 */
export function plainFieldsOf(
  selectionSet: SelectionSetNode,
  typeName: string,
  fragments: FragmentLookup,
): readonly FieldNode[] | undefined {
  const fields: FieldNode[] = [];
  for (const selection of selectionSet.selections) {
    if (selection.directives !== undefined && selection.directives.length > 0) return undefined;
    const opened = selection.kind === 'Field' ? [selection] : openFragment(selection, typeName, fragments);
    if (opened === undefined) return undefined;
    fields.push(...opened);
  }
  return new Set(fields.map(keyOf)).size === fields.length ? fields : undefined;
}

function openFragment(
  selection: Exclude<SelectionSetNode['selections'][number], FieldNode>,
  typeName: string,
  fragments: FragmentLookup,
): readonly FieldNode[] | undefined {
  const fragment = selection.kind === 'InlineFragment' ? selection : fragments.get(selection.name.value);
  const onType = fragment?.typeCondition?.name.value ?? typeName;
  return fragment === undefined || onType !== typeName
    ? undefined
    : plainFieldsOf(fragment.selectionSet, typeName, fragments);
}
