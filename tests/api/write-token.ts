import { createHash } from 'node:crypto';
import type { WriteToken } from '../../src/api/http/write-tokens.ts';

const TOKEN = 'a-token-of-ada';

/** A server's tokens: that of Ada. */
export const ADAS_TOKEN: readonly WriteToken[] = [
  { name: 'ada', sha256: createHash('sha256').update(TOKEN).digest('hex') },
  { name: 'ben', sha256: 'b'.repeat(64) },
];

/** The headers with which Ada sends. */
export const BY_ADA = { authorization: `Bearer ${TOKEN}` } as const;
