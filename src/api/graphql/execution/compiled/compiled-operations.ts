import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Timeline } from '../../../../timeline/timeline.ts';
import type { GraphqlRequest } from '../../http/graphql-request.ts';
import { type CompiledOperation, type CompiledResult, compileOperation } from './compile-operation.ts';

/** As many as documents are kept parsed. */
const CAPACITY = 64;

/**
 * The fast path: operations that mercurius has parsed, validated and let pass once, compiled to reads of documents. All
 * others, and values that a compiled one knowingly leaves aside, take the general path through mercurius and the resolvers.
 * What goes wrong on the fast path is answered from there, as the general path would.
 */
export interface CompiledOperations {
  /** Called with an operation that is about to be executed for the first time, or again. */
  learn(
    request: GraphqlRequest,
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): void;
  /** Undefined where the general path has to answer. */
  answer(request: GraphqlRequest): Promise<CompiledResult | undefined>;
}

export function createCompiledOperations(timeline: Timeline): CompiledOperations {
  const operations = new Map<string, CompiledOperation | null>();
  return {
    learn: (request, schema, document, operation) => {
      const key = keyOf(request);
      if (operation.operation !== 'query' || operations.has(key)) return;
      operations.set(key, compileOperation(timeline, schema, document, operation) ?? null);
      const [oldest] = operations.keys();
      if (operations.size > CAPACITY && oldest !== undefined) operations.delete(oldest);
    },
    answer: async (request) => {
      const key = keyOf(request);
      const operation = operations.get(key);
      if (!operation) return undefined;
      operations.delete(key);
      operations.set(key, operation);
      try {
        return await operation(request.variables);
      } catch (error) {
        // A limit that the values exceed: the operation is refused before it is executed.
        if (error instanceof GraphQLError) return { errors: [error] };
        throw error;
      }
    },
  };
}

/** A name may be any text here. No document begins with a digit, so that none is taken for another one with a name. */
const keyOf = ({ operationName, query }: GraphqlRequest): string =>
  operationName === undefined ? query : `${operationName.length}:${operationName}${query}`;
