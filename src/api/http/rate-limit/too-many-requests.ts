import type { ApiErrorCode } from '../../errors.ts';
import type { LimitHeaders } from './rate-limit.ts';

/** A request beyond its client's limit, refused in the words of the interface that it was sent to. */
export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests';
  readonly code = 'RATE_LIMITED' satisfies ApiErrorCode;
  readonly headers: LimitHeaders;

  constructor(headers: LimitHeaders) {
    super(
      `more requests than this server takes of one client; ask again in ${headers['retry-after']} seconds`,
    );
    this.headers = headers;
  }
}
