import type { HeavyCall, HeavyReads } from './heavy-reads.ts';
import { openHeavyThread } from './open-heavy-thread.ts';

/** The heavy reads in threads of their own: nobody else waits while they run. */
export interface ReaderThreads extends HeavyReads {
  close(): Promise<void>;
}

/** In ms: longer than most reads take, shorter than a client waits. */
const PATIENCE = 1000;

/**
 * Heavy reads are sent to a thread that takes the time alone that nobody else wants. Where that is next to none, on a machine
 * that is busy with other things, a second thread, which has its share in any case, is asked as well, and instead as long as
 * the first one is late.
 */
export function openReaderThreads(file: string, patience = PATIENCE): ReaderThreads {
  const patient = openHeavyThread({ file, isPatient: true });
  const other = openHeavyThread({ file, isPatient: false });
  const perform = (call: HeavyCall): Promise<unknown> => {
    if (patient.waitingMs() > patience) return other.perform(call);
    return new Promise((resolve, reject) => {
      const askOther = setTimeout(() => other.perform(call).then(resolve, reject), patience);
      patient
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
      await Promise.all([patient.close(), other.close()]);
    },
  };
}
