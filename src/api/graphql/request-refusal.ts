import type { ApiErrorCode } from '../errors.ts';

/** A request refused over HTTP before its query is looked at, with the status of its code. The message is for the client. */
export class RequestRefusal extends Error {
  override readonly name = 'RequestRefusal';
  readonly code: ApiErrorCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ApiErrorCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.headers = headers;
  }
}
