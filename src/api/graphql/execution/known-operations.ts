import type { Timeline } from '../../../timeline/timeline.ts';
import { type CompiledOperations, createCompiledOperations } from './compiled/compiled-operations.ts';
import { createPersistedQueries, listedQueries, type PersistedQueries } from './persisted-queries.ts';

/** What is kept of the operations that were asked before. */
export interface KnownOperations {
  readonly compiled: CompiledOperations;
  readonly persisted: PersistedQueries;
}

export const knownOperations = (
  timeline: Timeline,
  queryList: ReadonlyMap<string, string> | null,
): KnownOperations => ({
  compiled: createCompiledOperations(timeline),
  persisted: queryList === null ? createPersistedQueries() : listedQueries(queryList),
});
