/** The codings of an answer (RFC 9110, section 8.4.1), the one that serves best first. */
export const CONTENT_CODINGS = ['br', 'gzip'] as const;

export type ContentCoding = (typeof CONTENT_CODINGS)[number];

/**
 * The codings that a client with this `Accept-Encoding` takes, the one it likes best first (RFC 9110, section 12.5.3). None
 * where it sends no such header: then it gets what every client can read.
 */
export function acceptedCodings(header: string | undefined): readonly ContentCoding[] {
  if (header === undefined) return [];
  const weights = weightsIn(header);
  const weightOf = (coding: ContentCoding): number => weights.get(coding) ?? weights.get('*') ?? 0;
  return CONTENT_CODINGS.filter((coding) => weightOf(coding) > 0).sort((a, b) => weightOf(b) - weightOf(a));
}

/** `gzip;q=0.5, br` → gzip 0.5, br 1. What is no number weighs nothing. */
function weightsIn(header: string): ReadonlyMap<string, number> {
  return new Map(
    header.split(',').map((item) => {
      const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2)) || 0];
    }),
  );
}

/** Bytes below which an answer fits into a packet or two as it is. */
const WORTHWHILE = 1024;

/** The coding that the client likes best for a whole answer; undefined where it takes none, or where it would gain nothing. */
export function worthwhileCoding(
  body: string | Buffer,
  acceptEncoding: string | undefined,
): ContentCoding | undefined {
  const [coding] = acceptedCodings(acceptEncoding);
  return coding === undefined || Buffer.byteLength(body) < WORTHWHILE ? undefined : coding;
}
