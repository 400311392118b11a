import type { ApiErrorCode } from '../errors.ts';

/** A request refused before its resource is asked, in the words of the interface that it was sent to. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly code: ApiErrorCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ApiErrorCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.headers = headers;
  }
}
