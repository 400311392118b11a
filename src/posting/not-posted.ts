/** A post that surely did not arrive, and may be tried again as if for the first time. */
export class NotPosted extends Error {
  override readonly name = 'NotPosted';
}

/** Failures before the first byte was sent. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a request failed because there was nobody to send it to. Clients wrap what `fetch` throws. */
export function isUnreached(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && UNREACHED.has(error.code)) return true;
  return isUnreached(error.cause);
}

/** Whether a status says that the request was not carried out: the client's mistakes, but not a time-out (408). */
export const isRefusal = (status: number): boolean => status >= 300 && status < 500 && status !== 408;

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
