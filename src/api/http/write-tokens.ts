import { createHash, timingSafeEqual } from 'node:crypto';

/** A bearer token that may change the timeline: the name of its holder, and its SHA-256 in hex. */
export interface WriteToken {
  readonly name: string;
  readonly sha256: string;
  /** Whether its holder may remove articles for good, too. */
  readonly mayPurge?: boolean;
}

/** The sender of a request: a writer by its name, or a reader and why it may not write. The message is for the client. */
export type Principal =
  | { readonly kind: 'writer'; readonly name: string; readonly mayPurge: boolean }
  | {
      readonly kind: 'reader';
      readonly code: 'UNAUTHORIZED' | 'WRITING_DISABLED';
      readonly message: string;
    };

/** Reads an Authorization header (RFC 6750, section 2.1). */
export type PrincipalOf = (authorization: string | undefined) => Principal;

/** The header of a refusal for want of a token (RFC 6750, section 3). */
export const CHALLENGE = { 'www-authenticate': 'Bearer realm="dateline"' } as const;

const DISABLED: Principal = {
  kind: 'reader',
  code: 'WRITING_DISABLED',
  message: 'writing is off: this server has no WRITE_TOKENS',
};

/** Every token is compared, in constant time, so that no answer shows how near a guess was. */
export function principalBy(tokens: readonly WriteToken[]): PrincipalOf {
  if (tokens.length === 0) return () => DISABLED;
  const known = tokens.map(({ name, sha256, mayPurge = false }) => ({
    name,
    mayPurge,
    digest: Buffer.from(sha256, 'hex'),
  }));
  return (authorization) => {
    const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return reader('the request has no "Authorization: Bearer TOKEN"');
    const digest = createHash('sha256').update(token).digest();
    const [holder] = known.filter((each) => timingSafeEqual(each.digest, digest));
    return holder === undefined
      ? reader('the token is not one of this server')
      : { kind: 'writer', name: holder.name, mayPurge: holder.mayPurge };
  };
}

const reader = (message: string): Principal => ({ kind: 'reader', code: 'UNAUTHORIZED', message });
