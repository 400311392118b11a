import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Timeline } from '../../../timeline/timeline.ts';
import type { GraphqlRequest } from '../graphql-request.ts';
import { type CompiledOperation, compileOperation } from './compile-operation.ts';

/** As many as documents are kept parsed. */
const CAPACITY = 64;

/**
 * The fast path: operations that mercurius has parsed, validated and let pass once, compiled to reads of documents. All
 * others, and whatever a compiled one cannot answer, take the general path through mercurius and the resolvers.
 */
export interface CompiledOperations {
  /** Called with an operation that is about to be executed for the first time, or again. */
  learn(
    request: GraphqlRequest,
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): void;
  /** The JSON text of `data`; undefined where the general path has to answer. */
  answer(request: GraphqlRequest): Promise<string | undefined>;
}

export function createCompiledOperations(timeline: Timeline): CompiledOperations {
  const operations = new Map<string, CompiledOperation | null>();
  return {
    learn: (request, schema, document, operation) => {
      const key = keyOf(request);
      if (operation.operation !== 'query' || operations.has(key)) return;
      operations.set(key, compileOperation(schema, document, operation) ?? null);
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
        return await operation(timeline, request.variables);
      } catch {
        // Whatever is wrong with the request or the store: the general path meets it too and says so.
        return undefined;
      }
    },
  };
}

const keyOf = ({ operationName = '', query }: GraphqlRequest): string => `${operationName}\n${query}`;
