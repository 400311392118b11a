import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** The text of an operation that knows the types of its answer and of its variables. */
type Operation<Answer, Variables> = DocumentTypeDecoration<Answer, Variables> & { toString(): string };

/** Where a timeline is served and how it is asked. */
export interface ClientOptions {
  /** Scheme and host, such as `https://timeline.example`. */
  readonly origin: string;
  /** A write token, for mutations. */
  readonly token?: string;
  /** In place of the platform's own `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Variables may be left out where none is required. */
type Given<Variables> = object extends Variables ? [variables?: Variables] : [variables: Variables];

export interface TimelineClient {
  /**
   * The answer to an operation of `operations.ts`, or to one that graphql-codegen made in the same way. Rejects with a
   * `RefusedRequest` where the server says no, and as `fetch` does where it says nothing.
   */
  ask<Answer, Variables>(
    operation: Operation<Answer, Variables>,
    ...given: Given<Variables>
  ): Promise<Answer>;
}

/** What the server answered in place of data. */
export class RefusedRequest extends Error {
  /** A code of Dateline's table of errors, such as `BAD_FILTER`; null where something else answered, such as a proxy. */
  readonly code: string | null;
  readonly status: number;

  constructor(message: string, code: string | null, status: number) {
    super(message);
    this.name = 'RefusedRequest';
    this.code = code;
    this.status = status;
  }
}

/** A response of GraphQL over HTTP; a field of it is missing where it does not apply. */
interface GraphqlAnswer<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly [
    { readonly message: string; readonly extensions?: { readonly code?: string } },
    ...unknown[],
  ];
}

/** A client of a timeline's GraphQL. It needs nothing but `fetch`, and runs in browsers too. */
export function createClient({ origin, token, fetch = globalThis.fetch }: ClientOptions): TimelineClient {
  const headers = {
    accept: 'application/graphql-response+json',
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  return {
    ask: async <Answer, Variables>(
      operation: Operation<Answer, Variables>,
      ...[variables]: Given<Variables>
    ) => {
      const body = JSON.stringify({ query: operation.toString(), variables });
      const response = await fetch(new URL('/graphql', origin), { method: 'POST', headers, body });
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
