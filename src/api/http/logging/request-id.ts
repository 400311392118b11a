import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Letters, digits and marks that mean nothing to a log or a shell. */
const REQUEST_ID = /^[\w.:-]{1,128}$/;

/** W3C Trace Context, section 3.2: version, trace id, parent id and flags in hex. Ids of zeros are invalid. */
const TRACE_PARENT = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-[\da-f]{2}$/;

/** The `X-Request-Id` that a client or proxy gave, or a new UUID. */
export function requestIdOf({ 'x-request-id': given }: IncomingHttpHeaders): string {
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** The trace that a request belongs to. */
export interface Trace {
  readonly traceId: string;
  /** The span of the caller. */
  readonly parentId: string;
}

/** The trace that `traceparent` names; undefined where it is missing or malformed. */
export function traceOf({ traceparent }: IncomingHttpHeaders): Trace | undefined {
  if (typeof traceparent !== 'string') return undefined;
  const [, traceId, parentId] = TRACE_PARENT.exec(traceparent) ?? [];
  return traceId === undefined || parentId === undefined ? undefined : { traceId, parentId };
}
