import { extname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { TimelineError } from '../../domain/errors.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { NamesFile } from '../../ingestion/lexicon/extend-names.ts';
import type { StoreServers } from '../../store/port/store-servers.ts';
import { openThreadPool, type PoolState } from '../../threads/thread-pool.ts';
import type { TimelineWriting } from '../../timeline/timeline-writing.ts';

export interface WritingData {
  readonly databaseUrl: string;
  readonly names: NamesFile;
  readonly defaultAnchor: CalendarDate;
}

export type WritingMethods = Pick<TimelineWriting, keyof TimelineWriting>;

export interface WritingPool extends TimelineWriting {
  state(): PoolState;
  /** Refuses the changes that wait, and lets the present one end. */
  close(): Promise<void>;
}

/** The program has the same place beside this file in `src/` and in `dist/`. */
const PROGRAM = join(import.meta.dirname, `writing-thread${extname(import.meta.filename)}`);

/** An article that waits is up to 2 MB, and a larger one in JSON. */
const WAITING = 50;

/** Makes the changes of a timeline in a thread, one after the other. The thread starts at the first change. */
export function openWritingPool(
  data: WritingData,
  servers?: Pick<StoreServers, 'noteRevision'>,
): WritingPool {
  const pool = openThreadPool<WritingMethods>({ file: PROGRAM, data }, { threads: 1, waiting: WAITING });

  /**
   * Reads of this thread made in one turn share a snapshot, which may be older than the change. The answer comes in the next turn,
   * so that its receiver finds the change. Of the replicas, only those that have the change are asked from then on.
   */
  const perform = async <Name extends keyof WritingMethods>(
    name: Name,
    args: Parameters<WritingMethods[Name]>,
  ): Promise<Awaited<ReturnType<WritingMethods[Name]>>> => {
    const report = await pool.call(name, args);
    servers?.noteRevision(report.revision);
    await nextTurn();
    return report;
  };
  return {
    ingestArticle: (...args) => perform('ingestArticle', args),
    ingestDocument: (...args) => perform('ingestDocument', args),
    reanchorArticle: (...args) => perform('reanchorArticle', args),
    retractArticle: (...args) => perform('retractArticle', args),
    purgeArticle: (...args) => perform('purgeArticle', args),
    editEvent: (...args) => perform('editEvent', args),
    mergeEvents: (...args) => perform('mergeEvents', args),
    splitEvent: (...args) => perform('splitEvent', args),
    hideEvent: (...args) => perform('hideEvent', args),
    restoreEvent: (...args) => perform('restoreEvent', args),
    state: pool.state,
    close: () => pool.close(new TimelineError('STORE_BUSY', 'the server is stopping')),
  };
}
