import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** The text of an operation, with the types of its answer and its variables. */
type Operation<Answer, Variables> = DocumentTypeDecoration<Answer, Variables> & { toString(): string };

/** The address of a timeline, and the credentials of its client. */
export interface ClientOptions {
  /** Scheme, host and path, such as `https://timeline.example` or `https://site.example/timeline`. */
  readonly origin: string;
  /** A write token, for mutations. */
  readonly token?: string;
  /** Replaces the platform's own `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/** The variables may be left out when all are optional. */
type Given<Variables> = object extends Variables ? [variables?: Variables] : [variables: Variables];

export interface TimelineClient {
  /**
   * Answers an operation of `operations.ts`, or any operation that graphql-codegen made in the same way. Rejects with a
   * `RefusedRequest` when the server refuses, and with the error of `fetch` when no server answers.
   */
  ask<Answer, Variables>(
    operation: Operation<Answer, Variables>,
    ...given: Given<Variables>
  ): Promise<Answer>;
}

/** An answer of the server without data. */
export class RefusedRequest extends Error {
  /** A code of Dateline's table of errors, such as `BAD_FILTER`; null for an answer of another server, such as a proxy. */
  readonly code: string | null;
  readonly status: number;

  constructor(message: string, code: string | null, status: number) {
    super(message);
    this.name = 'RefusedRequest';
    this.code = code;
    this.status = status;
  }
}

/** A response of GraphQL over HTTP. `data` or `errors` may be missing. */
interface GraphqlAnswer<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly [
    { readonly message: string; readonly extensions?: { readonly code?: string } },
    ...unknown[],
  ];
}

/** A server that reads from replicas says in this header what it has shown. Other servers of the timeline take it from here. */
const REVISION_HEADER = 'dateline-revision';

/**
 * A client of a timeline's GraphQL. It needs only `fetch`, so it runs in browsers too. No answer is from before an earlier
 * one.
 */
export function createClient({ origin, token, fetch = globalThis.fetch }: ClientOptions): TimelineClient {
  const headers = {
    accept: 'application/graphql-response+json',
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  let seen = 0;
  return {
    ask: async <Answer, Variables>(
      operation: Operation<Answer, Variables>,
      ...[variables]: Given<Variables>
    ) => {
      const body = JSON.stringify({ query: operation.toString(), variables });
      const response = await fetch(`${origin.replace(/\/$/, '')}/graphql`, {
        method: 'POST',
        headers: { ...headers, ...(seen > 0 && { [REVISION_HEADER]: String(seen) }) },
        body,
      });
      seen = Math.max(seen, Number(response.headers.get(REVISION_HEADER)));
      const { data, errors } = await readAnswer<Answer>(response);
      if (errors !== undefined)
        throw new RefusedRequest(errors[0].message, errors[0].extensions?.code ?? null, response.status);
      if (data === undefined || data === null)
        throw new RefusedRequest('the answer holds no data', null, response.status);
      return data;
    },
  };
}

async function readAnswer<Answer>(response: Response): Promise<GraphqlAnswer<Answer>> {
  const type = response.headers.get('content-type') ?? 'without a media type';
  if (type.startsWith('application/graphql-response+json')) return JSON.parse(await response.text());
  const message = `the answer is not one of GraphQL, but ${response.status} ${type}`;
  throw new RefusedRequest(message, null, response.status);
}
