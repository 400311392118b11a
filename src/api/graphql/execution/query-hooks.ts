import type { FastifyInstance } from 'fastify';
import {
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  Location,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { CHALLENGE, type Principal } from '../../http/write-tokens.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import { RequestRefusal } from '../http/request-refusal.ts';
import { requireAnswerableSize } from '../limits/answerable-size.ts';
import { requireBoundedDocument } from '../limits/document-limits.ts';
import { QUERY_LIMITS } from '../limits/query-limits.ts';
import type { CompiledOperations } from './compiled/compiled-operations.ts';

/** Adds the checks that mercurius lacks, or answers in words that a client cannot read. */
export function addQueryHooks(app: FastifyInstance, compiled: CompiledOperations): void {
  app.graphql.addHook<GraphqlContext>('preValidation', async (_schema, document, { request }) => {
    requireBoundedDocument(requireParsed(document, request.query));
  });
  app.graphql.addHook<GraphqlContext>('preExecution', async (schema, document, context) => {
    const { request, method, principal } = context;
    const operation = getOperationAST(document, request.operationName);
    if (!operation) throw new GraphQLError('the document has no such operation');
    requireQueryUnlessPost(method, operation);
    requireNoSubscription(operation);
    requireWriter(operation, principal);
    context.cost.price = requireAnswerableSize(schema, document, operation, request.variables);
    compiled.learn(request, schema, document, operation);
  });
}

/**
 * Mercurius takes a text that does not parse for JSON of a syntax tree, which would pass by the limit on tokens.
 * Only the parser makes `Location` objects; parsing again throws the syntax error it met.
 */
function requireParsed(document: DocumentNode | null, query: string): DocumentNode {
  return document?.loc instanceof Location ? document : parse(query, { maxTokens: QUERY_LIMITS.tokens });
}

function requireQueryUnlessPost(method: string, { operation }: OperationDefinitionNode): void {
  if (method !== 'POST' && operation !== 'query')
    throw new RequestRefusal('METHOD_NOT_ALLOWED', `a ${operation} cannot be sent by GET`, { allow: 'POST' });
}

function requireNoSubscription(operation: OperationDefinitionNode): void {
  if (operation.operation === 'subscription')
    throw new GraphQLError('a subscription is sent over a WebSocket, by graphql-transport-ws', {
      nodes: operation,
    });
}

function requireWriter({ operation }: OperationDefinitionNode, principal: Principal): void {
  if (operation !== 'mutation' || principal.kind === 'writer') return;
  const { code, message } = principal;
  throw new RequestRefusal(code, message, code === 'UNAUTHORIZED' ? CHALLENGE : {});
}
