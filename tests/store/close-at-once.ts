import { openReaderPool } from '../../src/store/sqlite/workers/reader-pool.ts';

/** Asks a reader thread of the store file that it is given something, and closes the pool before the answer is there. */
const pool = openReaderPool(process.argv[2] ?? '');
void pool.call('countEvents', [{}]);
await pool.close();
console.log('closed');
