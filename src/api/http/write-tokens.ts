import { createHash, timingSafeEqual } from 'node:crypto';

/** A bearer token that may change the timeline: the name of its holder, and its SHA-256 in hex. */
export interface WriteToken {
  readonly name: string;
  readonly sha256: string;
}

/** Who may write, or why nobody may; the message is for the client. */
export type Admission =
  | { readonly kind: 'admitted'; readonly by: string }
  | {
      readonly kind: 'refused';
      readonly code: 'UNAUTHORIZED' | 'WRITING_DISABLED';
      readonly message: string;
    };

/** Looks at an Authorization header (RFC 6750, section 2.1). */
export type Admit = (authorization: string | undefined) => Admission;

/** Tells in RFC 6750's words how to be admitted. */
export const CHALLENGE = { 'www-authenticate': 'Bearer realm="dateline"' } as const;

const DISABLED: Admission = {
  kind: 'refused',
  code: 'WRITING_DISABLED',
  message: 'writing is off: this server has no WRITE_TOKENS',
};

/** Every token is compared, in constant time, so that no answer tells how near a guess was. */
export function admitBy(tokens: readonly WriteToken[]): Admit {
  if (tokens.length === 0) return () => DISABLED;
  const known = tokens.map(({ name, sha256 }) => ({ name, digest: Buffer.from(sha256, 'hex') }));
  return (authorization) => {
    const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return refused('the request has no "Authorization: Bearer TOKEN"');
    const digest = createHash('sha256').update(token).digest();
    const [holder] = known.filter((each) => timingSafeEqual(each.digest, digest));
    return holder === undefined
      ? refused('the token is not one of this server')
      : { kind: 'admitted', by: holder.name };
  };
}

const refused = (message: string): Admission => ({ kind: 'refused', code: 'UNAUTHORIZED', message });
