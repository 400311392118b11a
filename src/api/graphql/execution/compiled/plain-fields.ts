import type { FieldNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';

export type FragmentLookup = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * The fields of a selection on an object type, its fragments opened, in the order of the answer. Undefined for what is
 * seldom and takes more: directives, two fields of one name to be merged, and fragments on another type.
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
  const keys = new Set(fields.map(({ alias, name }) => alias?.value ?? name.value));
  return keys.size === fields.length ? fields : undefined;
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
