import { copyStore } from '../../src/store/copy-store.ts';

/*
 * A copy that a test breaks off. `node copy-and-die.ts FROM TO COUNT` copies three rows at once, and dies by SIGKILL after so
 * many transactions.
 */

const [from = '', to = '', count = '0'] = process.argv.slice(2);
let saved = 0;
await copyStore(from, to, {
  rowsAtOnce: 3,
  onProgress: () => {
    saved += 1;
    if (saved === Number(count)) process.kill(process.pid, 'SIGKILL');
  },
});
