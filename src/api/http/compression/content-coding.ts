import { acceptedEncodings } from '../negotiation.ts';

/** The codings of an answer (RFC 9110, section 8.4.1), the densest first. */
export const CONTENT_CODINGS = ['br', 'gzip'] as const;

export type ContentCoding = (typeof CONTENT_CODINGS)[number];

/**
 * The codings that a client with this `Accept-Encoding` takes, its favourite first (RFC 9110, section 12.5.3). None without
 * such a header: the client then gets plain text, which every client can read.
 */
export function acceptedCodings(header: string | undefined): readonly ContentCoding[] {
  return header === undefined ? [] : acceptedEncodings(header, CONTENT_CODINGS).filter(isContentCoding);
}

const isContentCoding = (name: string): name is ContentCoding =>
  CONTENT_CODINGS.some((coding) => coding === name);

/** In bytes. A shorter answer fits into a packet or two as it is. */
const WORTHWHILE = 1024;

/** The client's favourite coding for a whole answer; undefined where it takes none, or where it would gain nothing. */
export function worthwhileCoding(
  body: string | Buffer,
  acceptEncoding: string | undefined,
): ContentCoding | undefined {
  const [coding] = acceptedCodings(acceptEncoding);
  return coding === undefined || Buffer.byteLength(body) < WORTHWHILE ? undefined : coding;
}
