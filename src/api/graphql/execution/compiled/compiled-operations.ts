import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../../../../domain/query/timeline-query.ts';
import type { Timeline } from '../../../../timeline/timeline.ts';
import type { OperationCost } from '../../graphql-context.ts';
import type { GraphqlRequest } from '../../http/graphql-request.ts';
import { type CompiledOperation, type CompiledResult, compileOperation } from './compile-operation.ts';

/** As many as documents are kept parsed. */
const CAPACITY = 64;

/**
 * The fast path: operations that mercurius has parsed, validated and executed once, compiled to reads of documents. All
 * others take the general path through mercurius and the resolvers, and so do values that a compiled operation leaves to it.
 * An error on the fast path is answered from there, as the general path would. See docs/benchmarks.md.
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
  answer(request: GraphqlRequest, cost: OperationCost, caller: Caller): Promise<CompiledResult | undefined>;
}

/** An operation that cannot be compiled is kept too, so that it is tried once. */
const NOT_COMPILED: CompiledOperation = async () => undefined;

export function createCompiledOperations(timeline: Timeline): CompiledOperations {
  const operations = new LRUCache<string, CompiledOperation>({ max: CAPACITY });
  return {
    learn: (request, schema, document, operation) => {
      const key = keyOf(request);
      if (operation.operation !== 'query' || operations.has(key)) return;
      operations.set(key, compileOperation(timeline, schema, document, operation) ?? NOT_COMPILED);
    },
    answer: async (request, cost, caller) => {
      try {
        return await operations.get(keyOf(request))?.(request.variables, cost, caller);
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
