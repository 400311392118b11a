import { createHash } from 'node:crypto';
import { readPostId } from '../formats/posts/post-id.ts';

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';
const LENGTH = 13;
const YEAR_MICROSECONDS = 365n * 86_400_000_000n;

/**
 * The record key of a post on Bluesky: a TID, since posts under other keys are stored but not shown. Its time lies in the
 * year before that of the postId, never ahead of any clock; which time, and which clock, is a hash of the postId.
 */
export function recordKeyOf(postId: string): string {
  const hash = createHash('sha256').update(postId).digest();
  const year = (readPostId(postId)?.year ?? 1971) - 1;
  const start = BigInt(Math.max(0, Date.UTC(year, 0, 1))) * 1000n;
  const microseconds = start + (hash.readBigUInt64BE(0) % YEAR_MICROSECONDS);
  const clock = BigInt(hash.readUInt16BE(8) & 0x3ff);
  return base32((microseconds << 10n) | clock);
}

const base32 = (number: bigint): string =>
  Array.from({ length: LENGTH }, (_, place) => {
    const bits = (number >> BigInt(5 * (LENGTH - 1 - place))) & 31n;
    return ALPHABET.charAt(Number(bits));
  }).join('');
