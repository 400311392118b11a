import type { FastifyInstance } from 'fastify';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  Location,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { type Admission, CHALLENGE } from '../write-tokens.ts';
import type { GraphqlContext } from './graphql-context.ts';
import { limitError } from './limits/limit-error.ts';
import { QUERY_LIMITS } from './limits/query-limits.ts';
import { countRequestedNodes } from './limits/requested-nodes.ts';
import { RequestRefusal } from './request-refusal.ts';

/** What mercurius does not check by itself, or not in a way that a client can read. */
export function addQueryHooks(app: FastifyInstance): void {
  app.graphql.addHook<GraphqlContext>('preValidation', async (_schema, document, { request }) => {
    requireParsed(document, request.query);
  });
  app.graphql.addHook<GraphqlContext>('preExecution', async (schema, document, context) => {
    const { request, method, admission } = context;
    const operation = getOperationAST(document, request.operationName);
    if (!operation) throw new GraphQLError('the document has no such operation');
    requireQueryUnlessPost(method, operation);
    requireAdmission(operation, admission);
    requireAnswerableSize(schema, document, operation, request.variables);
  });
}

/**
 * Mercurius takes a text that does not parse for JSON of a syntax tree, which would pass by the limit on tokens.
 * Only the parser makes `Location` objects; parsing again throws the syntax error it met.
 */
function requireParsed(document: DocumentNode | null, query: string): void {
  if (!(document?.loc instanceof Location)) parse(query, { maxTokens: QUERY_LIMITS.tokens });
}

function requireQueryUnlessPost(method: string, { operation }: OperationDefinitionNode): void {
  if (method !== 'POST' && operation !== 'query')
    throw new RequestRefusal('METHOD_NOT_ALLOWED', `a ${operation} cannot be sent by GET`, { allow: 'POST' });
}

function requireAdmission({ operation }: OperationDefinitionNode, admission: Admission): void {
  if (operation !== 'mutation' || admission.kind === 'admitted') return;
  const { code, message } = admission;
  throw new RequestRefusal(code, message, code === 'UNAUTHORIZED' ? CHALLENGE : {});
}

function requireAnswerableSize(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): void {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const count = countRequestedNodes({ schema, operation, fragments, variables: coerced ?? {} });
  if (count > QUERY_LIMITS.nodes)
    throw limitError(`the query asks for up to ${count} nodes, more than ${QUERY_LIMITS.nodes}`, operation);
}
