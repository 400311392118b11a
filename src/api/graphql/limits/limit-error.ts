import { type ASTNode, GraphQLError } from 'graphql';
import type { ApiErrorCode } from '../../errors.ts';

/** A query that asks for more than this server gives; it is refused before any resolver runs. */
export function limitError(message: string, node?: ASTNode): GraphQLError {
  const code: ApiErrorCode = 'LIMIT_EXCEEDED';
  return new GraphQLError(message, { ...(node !== undefined && { nodes: node }), extensions: { code } });
}
