import type { HeavyCall, HeavyReads } from './heavy-reads.ts';
import { openHeavyThread } from './open-heavy-thread.ts';

/** The heavy reads in threads of their own: nobody else waits while they run. */
export interface ReaderThreads extends HeavyReads {
  close(): Promise<void>;
}

/** So that no search waits for an export; each more would take memory, and on few processors time from the others. */
const PATIENT_THREADS = 2;

/** In ms: longer than most reads take, shorter than a client waits. */
const PATIENCE = 1000;

/**
 * Heavy reads are sent to threads that take the time alone that nobody else wants, to the second one only while the first is
 * busy. Where that is next to none, on a machine that is busy with other things, another thread, which has its share in any
 * case, is asked as well, and instead as long as these are late.
 */
export function openReaderThreads(file: string, patience = PATIENCE): ReaderThreads {
  const patient = Array.from({ length: PATIENT_THREADS }, () => openHeavyThread({ file, isPatient: true }));
  const other = openHeavyThread({ file, isPatient: false });
  let isClosed = false;
  const perform = (call: HeavyCall): Promise<unknown> => {
    const thread = patient.reduce((least, next) => (next.waiting() < least.waiting() ? next : least));
    if (thread.waitingMs() > patience) return other.perform(call);
    return new Promise((resolve, reject) => {
      const askOther = setTimeout(() => {
        // What was asked before is still answered while the threads end.
        if (!isClosed) other.perform(call).then(resolve, reject);
      }, patience);
      thread
        .perform(call)
        .then(resolve, reject)
        .finally(() => clearTimeout(askOther));
    });
  };
  return {
    // A thread answers with what the same call of a store here would give.
    listTexts: (...args) => perform({ name: 'listTexts', args }) as ReturnType<HeavyReads['listTexts']>,
    countByBounds: (...args) =>
      perform({ name: 'countByBounds', args }) as ReturnType<HeavyReads['countByBounds']>,
    countFacet: (...args) => perform({ name: 'countFacet', args }) as ReturnType<HeavyReads['countFacet']>,
    countEvents: (...args) => perform({ name: 'countEvents', args }) as ReturnType<HeavyReads['countEvents']>,
    close: async () => {
      isClosed = true;
      await Promise.all([...patient, other].map((thread) => thread.close()));
    },
  };
}
