import { TimelineError } from '../domain/errors.ts';
import type { EventFilter } from '../domain/query/timeline-query.ts';
import type { DigestDay, Facet } from '../timeline/read/timeline-reading.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { WrittenHtml } from './html.ts';
import type { Density } from './parts/density.ts';
import { readDensity } from './parts/read-density.ts';

/** The numbers beside the events of a selection. Null for a number that takes longer than a reader may wait. */
export interface Overview {
  readonly count: number | null;
  readonly facets: readonly Facet[] | null;
  /** Null also where the events lie too far apart for a picture. */
  readonly density: Density | null;
  readonly days: readonly DigestDay[] | null;
  /** Whether no number is missing. */
  readonly isWhole: boolean;
  /** Writes them once for all pages of the selection. The text of the last key is kept. */
  written(key: string, write: () => Surroundings): Surroundings;
}

/** The parts of a page around its list, which are the same on each page of a selection. */
export interface Surroundings {
  readonly above: WrittenHtml;
  /** Below what stands above, on the first page alone. */
  readonly story: WrittenHtml;
  readonly beside: WrittenHtml;
}

/** Overviews of this many selections are kept until the timeline changes. */
const MOST_KEPT = 200;
const FACET_SIZE = 8;

/**
 * Reads overviews and keeps them until the timeline changes. An overview looks at every event of a selection, the list at one
 * page. A read goes on as long as a request waits for it.
 */
export function keepOverviews(
  timeline: Timeline,
): (filter: EventFilter, revision: number) => Promise<Overview> {
  const kept = new Map<string, Promise<Overview>>();
  let current = 0;
  return async (filter, revision) => {
    if (revision !== current) kept.clear();
    current = revision;
    const key = JSON.stringify(filter);
    const reading = kept.get(key) ?? readOverview(timeline, filter);
    kept.delete(key);
    kept.set(key, reading);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    const drop = (): void => {
      if (kept.get(key) === reading) kept.delete(key);
    };
    try {
      const overview = await reading;
      if (!overview.isWhole) drop();
      return overview;
    } catch (error) {
      drop();
      throw error;
    }
  };
}

async function readOverview(timeline: Timeline, filter: EventFilter): Promise<Overview> {
  let isWhole = true;
  const inTime = <Value>(reading: Promise<Value>): Promise<Value | null> =>
    reading.catch((error: unknown) => {
      if (!(error instanceof TimelineError) || !TOO_SLOW.includes(error.code)) throw error;
      isWhole = false;
      return null;
    });
  const [count, facets, density, days] = await Promise.all([
    inTime(timeline.countEvents(filter)),
    inTime(timeline.countFacets({ filter, first: FACET_SIZE })),
    inTime(readDensity(timeline, filter)),
    inTime(timeline.digest({ filter })),
  ]);
  let last: { readonly key: string; readonly surroundings: Surroundings } | undefined;
  return {
    count,
    facets,
    density,
    days,
    isWhole,
    written: (key, write) => {
      if (last?.key !== key) last = { key, surroundings: write() };
      return last.surroundings;
    },
  };
}

const TOO_SLOW: readonly string[] = ['LIMIT_EXCEEDED', 'STORE_BUSY'];
