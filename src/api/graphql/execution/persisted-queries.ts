import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { ApiErrorCode } from '../../errors.ts';
import type { GraphqlRequest, SentRequest } from '../http/graphql-request.ts';
import { RequestRefusal } from '../http/request-refusal.ts';

/** The most queries that are kept, and UTF-16 code units of all together. */
const CAPACITY = { max: 1000, maxSize: 2 * 1024 * 1024 } as const;

/** Queries that clients name by a hash instead of sending them. */
export interface PersistedQueries {
  /** The request with its query. Throws where the query is unknown, in Apollo's words, and where it may not be asked. */
  complete(sent: SentRequest): GraphqlRequest;
  /** Called with an answered request: its query can be named from now on. */
  keep(sent: SentRequest): void;
}

/** Automatic persisted queries as Apollo defines them: a query sent with its SHA-256 can be named by it from then on. */
export function createPersistedQueries(): PersistedQueries {
  const queries = new LRUCache<string, string>({ ...CAPACITY, sizeCalculation: ({ length }) => length });
  return {
    complete: ({ query, hash, operationName, variables }) => {
      if (query !== undefined && hash !== undefined && sha256(query) !== hash) throw mismatch();
      const known = query ?? queries.get(hash ?? '');
      if (known === undefined) throw notFound();
      return { query: known, operationName, variables };
    },
    keep: ({ query, hash }) => {
      if (query !== undefined && hash !== undefined && !queries.has(hash)) queries.set(hash, query);
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
