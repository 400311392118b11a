import type { Logger } from 'pino';
import { buildApp } from '../api/app.ts';
import type { AppLimits } from '../api/app-limits.ts';
import type { AppOf } from '../api/http/further-apps.ts';
import type { Readiness } from '../api/rest/health/health.ts';
import { type Config, recordOf } from '../config.ts';
import { TimelineError } from '../domain/errors.ts';
import { DEFAULT_SLUG, type TimelineEntry } from '../domain/timeline-record.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { hasWaitingJobs } from '../store/open-store.ts';
import type { CataloguedTimeline, TimelineCatalog } from '../store/port/timeline-catalog.ts';
import { opensInTime } from './readiness.ts';
import { appParts, openServedTimeline } from './served-timeline.ts';
import { furtherTimelineConfig } from './timeline-config.ts';
import type { TimelineProblems } from './timeline-problems.ts';

/** The timelines of a server beside the default one. */
export interface FurtherTimelines extends TimelineProblems {
  /** All timelines, the default one first. */
  readonly list: () => Promise<readonly TimelineEntry[]>;
  readonly appOf: AppOf;
  /** Opens the timelines that have articles in their queues. */
  takeUp(): Promise<void>;
  /** Ends all streams and sockets. Requests go on. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

interface OpenTimeline {
  /** The entry that it was opened with. Another name or slug opens it anew. */
  readonly entry: string;
  readonly app: ReturnType<typeof buildApp>;
  /** The requests, streams and sockets that it serves now. */
  users: number;
  /** When the last of them ended. */
  usedAt: number;
  onUnused: () => void;
  /** Whether it can be answered for. */
  readiness: () => Promise<Readiness>;
  /** Ends its streams and sockets. */
  stop(): Promise<void>;
  /** Closes its store too. */
  close(): Promise<void>;
}

/** An open timeline takes threads and some 75 MB of memory. It is closed after this time without a request. */
const IDLE_MS = 600_000;

interface TimeLimits {
  /** After this time without a request, a timeline is closed. */
  readonly idleMs?: number;
  /** After this time, a timeline that is still being opened is a problem. */
  readonly longestOpeningMs?: number;
}

/** How long the list is believed. A timeline that is made or removed is seen after that time. */
const LIST_MS = 1000;

/** How often idle timelines are looked for in the time after which they are closed. */
const SWEEPS = 5;

/**
 * Opens each listed timeline with its first request. Closes those that are idle or have left the list, and those unused for
 * longest where more than `config.maxOpenTimelines` are open.
 */
export function openFurtherTimelines(
  config: Config,
  catalog: TimelineCatalog,
  given: { readonly log: Logger; readonly metrics: Metrics | undefined; readonly limits: AppLimits },
  { idleMs = IDLE_MS, longestOpeningMs }: TimeLimits = {},
): FurtherTimelines {
  const open = new Map<string, OpenTimeline>();
  /** Why timelines could not be opened the last time. */
  const failures = new Map<string, string>();
  const own: TimelineEntry = {
    slug: DEFAULT_SLUG,
    record: recordOf(config),
    defaultAnchor: config.timelineAnchor,
  };
  let known: { readonly at: number; readonly timelines: Promise<readonly CataloguedTimeline[]> } | undefined;

  const listed = async (): Promise<readonly CataloguedTimeline[]> => {
    if (known === undefined || performance.now() - known.at > LIST_MS) {
      // While the database does not answer, the list stays as it was.
      const before = known?.timelines;
      const timelines = catalog.list().catch((error: unknown) => before ?? Promise.reject(error));
      known = { at: performance.now(), timelines };
      const entries = new Map((await known.timelines).map((each) => [each.slug, JSON.stringify(each)]));
      for (const [slug, timeline] of open) if (entries.get(slug) !== timeline.entry) leave(slug, timeline);
      for (const slug of failures.keys()) if (!entries.has(slug)) failures.delete(slug);
    }
    return known.timelines;
  };

  /** Later requests open the timeline anew. Its store stays open for those that it serves. */
  const leave = (slug: string, timeline: OpenTimeline): void => {
    open.delete(slug);
    closeOnceUnused(timeline).catch((error: unknown) =>
      given.log.error({ err: error, slug }, 'closing a timeline failed'),
    );
  };

  const isTooMuch = ({ users, usedAt }: OpenTimeline): boolean =>
    users === 0 && (open.size > config.maxOpenTimelines || performance.now() - usedAt >= idleMs);

  /** A timeline whose queue holds articles works on. */
  const closeUnused = async (): Promise<void> => {
    const unused = [...open].filter(([, { users }]) => users === 0);
    if (unused.length === 0) return;
    const urls = new Map((await listed()).map(({ slug, databaseUrl }) => [slug, databaseUrl]));
    for (const [slug, timeline] of unused.toSorted(([, one], [, other]) => one.usedAt - other.usedAt)) {
      if (!isTooMuch(timeline) || (await hasWaitingJobs(urls.get(slug) ?? ''))) continue;
      if (isTooMuch(timeline) && open.get(slug) === timeline) leave(slug, timeline);
    }
  };
  const sweep = (): void => {
    closeUnused().catch((error: unknown) => given.log.warn({ err: error }, 'no timeline was closed'));
  };
  const sweeping = setInterval(sweep, idleMs / SWEEPS);
  sweeping.unref();

  const list = async (): Promise<readonly TimelineEntry[]> => [own, ...(await listed())];

  const openTimeline = (timeline: CataloguedTimeline): OpenTimeline => {
    const served = openServedTimeline(furtherTimelineConfig(config, timeline), given.log);
    const app = served.then(async (each) => {
      const parts = await appParts(each, given);
      opened.readiness = parts.readiness;
      failures.delete(timeline.slug);
      await each.queue.takeUp(parts.timeline);
      return buildApp({ ...parts, timelines: list, limits: given.limits });
    });
    const stop = async (): Promise<void> => (await app).close();
    const close = async (): Promise<void> => {
      await stop();
      await (await served).close();
    };
    app.catch((error: unknown) => {
      open.delete(timeline.slug);
      if (failures.size < config.maxOpenTimelines)
        failures.set(timeline.slug, error instanceof TimelineError ? error.message : 'it cannot be opened');
    });
    const opened: OpenTimeline = {
      entry: JSON.stringify(timeline),
      app,
      users: 0,
      usedAt: performance.now(),
      onUnused: () => {},
      readiness: opensInTime(longestOpeningMs),
      stop,
      close,
    };
    return opened;
  };

  const appOf: AppOf = async (slug) => {
    const timeline = (await listed()).find((each) => each.slug === slug);
    if (timeline === undefined) return null;
    const opened = open.get(slug) ?? openTimeline(timeline);
    open.set(slug, opened);
    opened.users += 1;
    let isReleased = false;
    const release = (): void => {
      if (isReleased) return;
      isReleased = true;
      opened.users -= 1;
      opened.usedAt = performance.now();
      if (opened.users === 0) opened.onUnused();
      if (open.size > config.maxOpenTimelines) sweep();
    };
    try {
      return { app: await opened.app, release };
    } catch (error) {
      release();
      throw error;
    }
  };

  return {
    list,
    appOf,
    takeUp: async () => {
      for (const { slug, databaseUrl } of await listed())
        if (await hasWaitingJobs(databaseUrl)) (await appOf(slug))?.release();
    },
    readProblems: async () => {
      const ofOpen = [...open].map(async ([slug, { readiness }]) => {
        const state = await readiness();
        return [slug, state.ready ? null : state.reason] as const;
      });
      return new Map([...failures, ...(await Promise.all(ofOpen))]);
    },
    stop: async () => void (await Promise.allSettled([...open.values()].map(({ stop }) => stop()))),
    close: async () => {
      clearInterval(sweeping);
      await Promise.allSettled([...open.values()].map(({ close }) => close()));
      await catalog.close();
    },
  };
}

async function closeOnceUnused(timeline: OpenTimeline): Promise<void> {
  await timeline.stop();
  if (timeline.users > 0)
    await new Promise<void>((resolve) => {
      timeline.onUnused = resolve;
    });
  await timeline.close();
}
