import Negotiator from 'negotiator';

/** The codings of an answer (RFC 9110, section 8.4.1), the densest first. */
export const CONTENT_CODINGS = ['br', 'gzip'] as const;

export type ContentCoding = (typeof CONTENT_CODINGS)[number];

/**
 * The codings that a client with this `Accept-Encoding` takes, its favourite first (RFC 9110, section 12.5.3). None where it
 * sends no such header: then the answer is plain, which every client can read.
 */
export function acceptedCodings(header: string | undefined): readonly ContentCoding[] {
  if (header === undefined) return [];
  const negotiator = new Negotiator({ headers: { 'accept-encoding': header } });
  // The types of the package lack its second argument.
  const encodings: (available: readonly string[], options: object) => readonly string[] =
    negotiator.encodings.bind(negotiator);
  return encodings(CONTENT_CODINGS, { preferred: CONTENT_CODINGS }).filter(isCoding);
}

const isCoding = (name: string): name is ContentCoding => CONTENT_CODINGS.some((coding) => coding === name);

/** Bytes below which an answer fits into a packet or two as it is. */
const WORTHWHILE = 1024;

/** The client's favourite coding of a whole answer; undefined where it takes none, and for an answer that is small. */
export function worthwhileCoding(
  body: string | Buffer,
  acceptEncoding: string | undefined,
): ContentCoding | undefined {
  const [coding] = acceptedCodings(acceptEncoding);
  return coding === undefined || Buffer.byteLength(body) < WORTHWHILE ? undefined : coding;
}
