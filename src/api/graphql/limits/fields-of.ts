import type { FieldNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';

export type FragmentLookup = (name: string) => FragmentDefinitionNode | null | undefined;

/**
 * The fields of a selection set with its fragments opened, every fragment once, as execution collects them
 * (GraphQL, section 6.3.2). Unknown fragments and cycles, which other rules report, are passed over.
 */
export function fieldsOf(
  selectionSet: SelectionSetNode,
  lookUp: FragmentLookup,
  seen = new Set<string>(),
): readonly FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection];
    if (selection.kind === 'InlineFragment') return fieldsOf(selection.selectionSet, lookUp, seen);
    const name = selection.name.value;
    const fragment = seen.has(name) ? undefined : lookUp(name);
    seen.add(name);
    return fragment ? fieldsOf(fragment.selectionSet, lookUp, seen) : [];
  });
}
