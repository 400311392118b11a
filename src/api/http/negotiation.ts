import Negotiator from 'negotiator';

/** The media types that an `Accept` header takes, its favourite first (RFC 9110, section 12.5.1); all without a header. */
export const acceptedTypes = (header: string | undefined, offered: readonly string[]): readonly string[] =>
  new Negotiator({ headers: { accept: header } }).mediaTypes(offered);

/** As the package is; its types leave the options out. */
interface CodingNegotiator {
  encodings(offered: readonly string[], options: { readonly preferred: readonly string[] }): string[];
}

/** The codings that an `Accept-Encoding` header takes, its favourite first; of equal ones the first offered. */
export function acceptedEncodings(header: string, offered: readonly string[]): readonly string[] {
  const negotiator: CodingNegotiator = new Negotiator({ headers: { 'accept-encoding': header } });
  return negotiator.encodings(offered, { preferred: offered });
}
