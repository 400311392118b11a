import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';

/** Adds `row_checksum(…)`, which indexes of the schema use. Its results are stored: it never changes. */
export function addRowChecksum(database: Database): void {
  database.function('row_checksum', { deterministic: true, varargs: true }, rowChecksum);
}

/** CRC-32 of the values, each ended by a NUL character. A number of JavaScript would be stored as a float. */
const rowChecksum = (...values: readonly unknown[]): bigint =>
  BigInt(values.reduce<number>((sum, value) => crc32(`${value}\0`, sum), 0));
