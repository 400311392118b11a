import type { ErrorCode } from '../domain/errors.ts';

/** The meaning of an error code: its HTTP status, a fixed title, and a description of its cause. */
export interface ErrorEntry {
  readonly status: number;
  readonly title: string;
  readonly description: string;
}

const DOMAIN_ERRORS = {
  BAD_ARTICLE: {
    status: 422,
    title: 'Bad article',
    description: 'An article could not be read: not UTF-8, empty, malformed front matter, or without text.',
  },
  ARTICLE_TOO_LARGE: {
    status: 413,
    title: 'Article too large',
    description: 'An article has more bytes than this server reads.',
  },
  LANGUAGE_NOT_SUPPORTED: {
    status: 422,
    title: 'Language not supported',
    description: 'An article is not in English, the only language that is read.',
  },
  BAD_DATE: {
    status: 400,
    title: 'Bad date',
    description: 'A date is not a day of the calendar written as YYYY-MM-DD.',
  },
  BAD_CURSOR: {
    status: 400,
    title: 'Bad cursor',
    description: 'A cursor comes from another list, or from this list with another filter or order.',
  },
  BAD_PAGE: {
    status: 400,
    title: 'Bad page',
    description: 'The paging arguments contradict each other or ask for too many entries.',
  },
  BAD_FILTER: {
    status: 400,
    title: 'Bad filter',
    description: 'A filter can never match, such as a range that begins after its end, or is too long.',
  },
  LIMIT_EXCEEDED: {
    status: 400,
    title: 'Limit exceeded',
    description:
      'A request is deeper or wider than this server reads, or asks for more than it answers, in size or within READ_TIMEOUT_MS.',
  },
  BAD_EDIT: {
    status: 422,
    title: 'Bad edit',
    description:
      'An editor’s decision cannot be carried out: an edit of nothing, a split that leaves one side undated.',
  },
  BAD_CONFIG: {
    status: 500,
    title: 'Bad configuration',
    description: 'The server was started with a setting that it cannot use.',
  },
  PURGED: {
    status: 410,
    title: 'Purged',
    description:
      'The article was removed for good, and with it what rested on it alone; the message says why.',
  },
  NOT_FOUND: {
    status: 404,
    title: 'Not found',
    description: 'There is no such article, event, mention or actor, or not at that revision.',
  },
  STALE_REVISION: {
    status: 409,
    title: 'Stale revision',
    description:
      'An event has changed since the revision that its editor has seen; read it again and repeat the change.',
  },
  STORE_CORRUPT: {
    status: 500,
    title: 'Store corrupt',
    description: 'The database is damaged; its operator has to restore it from a backup.',
  },
  STORE_BUSY: {
    status: 503,
    title: 'Store busy',
    description:
      'The database is busy with another change, or too many large requests wait; the same request will succeed a little later.',
  },
  STORE_FULL: {
    status: 507,
    title: 'Store full',
    description: 'There is no room left on the disk: what is stored can be read, but nothing can be added.',
  },
  STORE_FAILED: {
    status: 500,
    title: 'Store failed',
    description: 'The database could not be read or written: its disk fails, or its file is gone.',
  },
  READ_ONLY: {
    status: 403,
    title: 'Read only',
    description: 'This server has opened its database for reading only: nothing can be changed.',
  },
  MIGRATION_CHANGED: {
    status: 500,
    title: 'Migration changed',
    description: 'The database was made by another version of Dateline than the one that serves it.',
  },
} as const satisfies Record<ErrorCode, ErrorEntry>;

const HTTP_ERRORS = {
  BAD_REQUEST: {
    status: 400,
    title: 'Bad request',
    description: 'The request is malformed: broken percent-encoding, a body that is not JSON, or the like.',
  },
  BAD_PARAMETER: {
    status: 400,
    title: 'Bad parameter',
    description: 'A parameter or a field of the body has a value that its schema does not allow.',
  },
  UNKNOWN_PARAMETER: {
    status: 400,
    title: 'Unknown parameter',
    description: 'A query parameter is not one of this resource; nothing is ignored silently.',
  },
  ROUTE_NOT_FOUND: {
    status: 404,
    title: 'No such resource',
    description: 'No resource of this API has that path.',
  },
  NOT_IMPLEMENTED: {
    status: 501,
    title: 'Not implemented',
    description:
      'The request asks for a form of the answer that this server does not write, such as oEmbed in XML.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'Method not allowed',
    description:
      'The resource exists but does not answer to that method; the Allow header lists those it does.',
  },
  UNAUTHORIZED: {
    status: 401,
    title: 'Unauthorized',
    description:
      'Changing the timeline takes a bearer token of this server, and none or a wrong one was sent.',
  },
  RIGHT_MISSING: {
    status: 403,
    title: 'Right missing',
    description: 'Purging an article takes a token with that right of its own (`NAME:SHA256:purge`).',
  },
  ORIGIN_NOT_ALLOWED: {
    status: 403,
    title: 'Origin not allowed',
    description: 'A page of an origin that CORS_ORIGINS does not name has asked for a WebSocket.',
  },
  WRITING_DISABLED: {
    status: 403,
    title: 'Writing disabled',
    description:
      'This server was started without write tokens: it can be read, but not changed, over the network.',
  },
  TOO_MANY_FOLLOWERS: {
    status: 503,
    title: 'Too many followers',
    description:
      'As many streams and subscriptions are open as this server allows, in all or to one client; ask for /v1/changes instead.',
  },
  TOO_MANY_EXPORTS: {
    status: 503,
    title: 'Too many exports',
    description:
      'As many exports are being read as this server sends at a time, in all or to one client; Retry-After says when to ask again.',
  },
  REQUEST_TIMEOUT: {
    status: 408,
    title: 'Request timeout',
    description: 'The request did not arrive whole in time.',
  },
  HIDDEN: {
    status: 410,
    title: 'Event hidden',
    description:
      'An editor has hidden the event, or it is boilerplate; earlier revisions of it can still be asked for.',
  },
  WITHDRAWN: {
    status: 410,
    title: 'Withdrawn',
    description: 'The event no longer rests on any dated account; ask for an earlier revision.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: 'Body too large',
    description: 'The body of the request is larger than this resource reads.',
  },
  URL_TOO_LONG: {
    status: 414,
    title: 'URL too long',
    description: 'A part of the path is longer than any id could be.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'Unsupported media type',
    description: 'The body of the request is not application/json.',
  },
  RATE_LIMITED: {
    status: 429,
    title: 'Too many requests',
    description:
      'The client has sent more requests in a minute than RATE_LIMIT allows; Retry-After says when to go on.',
  },
  EXPECTATION_FAILED: {
    status: 417,
    title: 'Expectation failed',
    description: 'The header Expect asks for something other than 100-continue.',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    title: 'Headers too large',
    description: 'The URL and the headers of the request are together longer than the server reads.',
  },
  INTERNAL: {
    status: 500,
    title: 'Internal error',
    description: 'The server failed; the errorId finds the cause in its log.',
  },
  NOT_READY: {
    status: 503,
    title: 'Not ready',
    description: 'The server is up but cannot answer yet, for instance while it reads the bundled articles.',
  },
} as const satisfies Record<string, ErrorEntry>;

const GRAPHQL_ERRORS = {
  BAD_QUERY: {
    status: 400,
    title: 'Bad query',
    description:
      'A GraphQL document does not parse, does not fit the schema, or got variables that do not fit it.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 400,
    title: 'Persisted query not found',
    description: 'A GraphQL query is named by a hash that the server does not know: send the query with it.',
  },
  QUERY_NOT_LISTED: {
    status: 403,
    title: 'Query not listed',
    description: 'The server answers only the GraphQL queries of its QUERY_LIST.',
  },
} as const satisfies Record<string, ErrorEntry>;

/** Every code that a client can get, in REST's `code` and `type` and in GraphQL's `extensions.code`. */
export const ERROR_TABLE = { ...DOMAIN_ERRORS, ...HTTP_ERRORS, ...GRAPHQL_ERRORS };

export type ApiErrorCode = keyof typeof ERROR_TABLE;

export const errorEntryOf = (code: ApiErrorCode): ErrorEntry => ERROR_TABLE[code];

/** Narrows a client's text, such as the last part of `/problems/BAD_DATE`. */
export const isApiErrorCode = (text: string): text is ApiErrorCode => Object.hasOwn(ERROR_TABLE, text);

/** Faults are the server's own: their messages never reach a client. */
export const isFault = (code: ApiErrorCode): boolean => errorEntryOf(code).status === 500;
