import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type Token,
  TokenKind,
} from 'graphql';
import { limitError, QUERY_LIMITS } from './query-limits.ts';

/**
 * Refuses a parsed document whose validation could overflow the stack or take very long. To be called before any rule of
 * validation runs.
 */
export function requireBoundedDocument(document: DocumentNode): void {
  requireShallowDocument(document.loc?.startToken);
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  if (fragments.length > QUERY_LIMITS.fragments)
    throw limitError(
      `the document has ${fragments.length} fragments, more than ${QUERY_LIMITS.fragments}`,
      fragments[QUERY_LIMITS.fragments],
    );
  requireNoCycle(new Map(fragments.map((fragment) => [fragment.name.value, fragment])));
}

/** Selections, lists, objects and types of lists all nest by brackets. */
function requireShallowDocument(first: Token | undefined): void {
  let depth = 0;
  for (let token = first ?? null; token !== null; token = token.next) {
    if (token.kind === TokenKind.BRACE_L || token.kind === TokenKind.BRACKET_L) depth += 1;
    if (token.kind === TokenKind.BRACE_R || token.kind === TokenKind.BRACKET_R) depth -= 1;
    if (depth > QUERY_LIMITS.nesting) throw tooDeepError();
  }
}

/** A document whose brackets nest too deeply. The parser overflows the stack at some depth beyond the limit. */
export const tooDeepError = (): GraphQLError =>
  limitError(`the document nests deeper than ${QUERY_LIMITS.nesting} levels`);

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function requireNoCycle(fragments: Fragments): void {
  const checked = new Set<string>();
  const open = new Set<string>();
  const check = (name: string): void => {
    const fragment = fragments.get(name);
    if (fragment === undefined || checked.has(name)) return;
    if (open.has(name)) throw new GraphQLError(`the fragment "${name}" opens itself`, { nodes: fragment });
    open.add(name);
    for (const spread of spreadsIn(fragment.selectionSet)) check(spread);
    open.delete(name);
    checked.add(name);
  };
  for (const name of fragments.keys()) check(name);
}

const spreadsIn = ({ selections }: SelectionSetNode): readonly string[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection.name.value];
    return selection.selectionSet === undefined ? [] : spreadsIn(selection.selectionSet);
  });
