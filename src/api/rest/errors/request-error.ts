import type { ApiErrorCode } from '../../errors.ts';

/** What exactly is wrong, and where: a query or path parameter by name, a part of the body by JSON pointer (RFC 6901). */
export type ProblemPart =
  | { readonly parameter: string; readonly detail: string }
  | { readonly pointer: string; readonly detail: string };

interface RequestErrorOptions {
  readonly errors?: readonly ProblemPart[];
  /** Headers that the answer needs, such as `allow`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the problem (RFC 9457, section 3.2). */
  readonly members?: Readonly<Record<string, string | number>>;
}

/** A refusal that only HTTP knows; what the domain refuses is a `TimelineError`. The message is for the client. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly code: ApiErrorCode;
  readonly errors: readonly ProblemPart[];
  readonly headers: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, string | number>>;

  constructor(code: ApiErrorCode, message: string, options: RequestErrorOptions = {}) {
    super(message);
    this.code = code;
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
    this.members = options.members ?? {};
  }
}
