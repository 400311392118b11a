import { RequestRefusal } from '../request-refusal.ts';

/** The hash by which a request's extensions name its query (`persistedQuery`, Apollo's protocol, version 1). */
export function persistedHashOf(extensions: Readonly<Record<string, unknown>>): string | undefined {
  const { persistedQuery } = extensions;
  if (persistedQuery === undefined || persistedQuery === null) return undefined;
  const { version, sha256Hash } = { version: undefined, sha256Hash: undefined, ...Object(persistedQuery) };
  if (version !== 1) throw new RequestRefusal('BAD_REQUEST', 'Unsupported persisted query version');
  if (typeof sha256Hash !== 'string' || sha256Hash === '' || sha256Hash.length > 100)
    throw new RequestRefusal('BAD_REQUEST', 'the extension persistedQuery has no sha256Hash');
  return sha256Hash;
}
