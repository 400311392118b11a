import { acceptedCodings, type ContentCoding } from './content-coding.ts';

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
