import { openHeavyThread } from '../../src/store/sqlite/workers/open-heavy-thread.ts';

/** Asks a reader thread of the store file that it is given something, and closes it before it can have answered. */
const thread = openHeavyThread({ file: process.argv[2] ?? '', isPatient: false });
void thread.perform({ name: 'countEvents', args: [{}] });
await thread.close();
console.log('closed');
