import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { ApiErrorCode } from '../../errors.ts';
import type { GraphqlRequest, SentRequest } from '../http/graphql-request.ts';
import { RequestRefusal } from '../http/request-refusal.ts';

/** In number, and in UTF-16 code units together. */
const CAPACITY = { queries: 1000, size: 2 * 1024 * 1024 } as const;

/** Queries that clients name by a hash instead of sending them. */
export interface PersistedQueries {
  /** The request with its query. Throws for one that it cannot have, in Apollo's words where the client is to send it whole. */
  complete(sent: SentRequest): GraphqlRequest;
  /** Called with a request that was answered: its query can be named from now on. */
  keep(sent: SentRequest): void;
}

/** Automatic persisted queries as Apollo defines them: the SHA-256 of a query names it once it was sent together with it. */
export function createPersistedQueries(): PersistedQueries {
  const queries = new Map<string, string>();
  let size = 0;
  const forgetOldest = (): void => {
    const [oldest] = queries;
    if (oldest === undefined) return;
    queries.delete(oldest[0]);
    size -= oldest[1].length;
  };
  return {
    complete: ({ query, hash, operationName, variables }) => {
      if (query !== undefined) {
        if (hash !== undefined && sha256(query) !== hash) throw mismatch();
        return { query, operationName, variables };
      }
      const known = queries.get(hash ?? '');
      if (known === undefined || hash === undefined) throw notFound();
      // The one that was asked for last is the last to be forgotten.
      queries.delete(hash);
      queries.set(hash, known);
      return { query: known, operationName, variables };
    },
    keep: ({ query, hash }) => {
      if (query === undefined || hash === undefined || queries.has(hash)) return;
      queries.set(hash, query);
      size += query.length;
      while (queries.size > CAPACITY.queries || size > CAPACITY.size) forgetOldest();
    },
  };
}

/** Only the queries of a list, each under its id or in its own words; nothing is kept. */
export function listedQueries(list: ReadonlyMap<string, string>): PersistedQueries {
  const texts = new Set(list.values());
  return {
    complete: ({ query, hash, operationName, variables }) => {
      const listed = query ?? list.get(hash ?? '');
      if (listed === undefined) throw notFound();
      if (!texts.has(listed))
        throw new RequestRefusal('QUERY_NOT_LISTED', 'this server answers none but the queries of its list');
      return { query: listed, operationName, variables };
    },
    keep: () => {},
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const mismatch = (): RequestRefusal => new RequestRefusal('BAD_REQUEST', 'provided sha does not match query');

function notFound(): GraphQLError {
  const code: ApiErrorCode = 'PERSISTED_QUERY_NOT_FOUND';
  return new GraphQLError('PersistedQueryNotFound', { extensions: { code } });
}
