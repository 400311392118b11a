import type { Logger } from 'pino';
import { buildApp } from '../api/app.ts';
import type { AppLimits } from '../api/app-limits.ts';
import type { AppOf } from '../api/http/further-apps.ts';
import { type Config, recordOf } from '../config.ts';
import { DEFAULT_SLUG, type TimelineEntry } from '../domain/timeline-record.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { hasWaitingJobs } from '../store/open-store.ts';
import type { CataloguedTimeline, TimelineCatalog } from '../store/port/timeline-catalog.ts';
import { appParts, openServedTimeline } from './served-timeline.ts';
import { furtherTimelineConfig } from './timeline-config.ts';

/** The timelines of a server beside the default one. */
export interface FurtherTimelines {
  /** All timelines, the default one first. */
  readonly list: () => Promise<readonly TimelineEntry[]>;
  readonly appOf: AppOf;
  /** Opens the timelines that have articles in their queues. */
  takeUp(): Promise<void>;
  close(): Promise<void>;
}

interface OpenTimeline {
  /** The entry that it was opened with. Another name or slug opens it anew. */
  readonly entry: string;
  readonly app: ReturnType<typeof buildApp>;
  close(): Promise<void>;
}

/** How long the list is believed. A timeline that is made or removed is seen after that time. */
const LIST_MS = 1000;

/** Opens each listed timeline with its first request, and closes those that have left the list. */
export function openFurtherTimelines(
  config: Config,
  catalog: TimelineCatalog,
  given: { readonly log: Logger; readonly metrics: Metrics | undefined; readonly limits: AppLimits },
): FurtherTimelines {
  const open = new Map<string, OpenTimeline>();
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
      for (const [slug, { entry, close }] of open)
        if (entries.get(slug) !== entry) {
          open.delete(slug);
          close().catch((error: unknown) =>
            given.log.error({ err: error, slug }, 'closing a timeline failed'),
          );
        }
    }
    return known.timelines;
  };

  const list = async (): Promise<readonly TimelineEntry[]> => [own, ...(await listed())];

  const openTimeline = (timeline: CataloguedTimeline): OpenTimeline => {
    const served = openServedTimeline(furtherTimelineConfig(config, timeline), given.log);
    const app = served.then(async (each) => {
      const parts = await appParts(each, given);
      await each.queue.takeUp(parts.timeline);
      return buildApp({ ...parts, timelines: list, limits: given.limits });
    });
    const close = async (): Promise<void> => {
      await (await app).close();
      await (await served).close();
    };
    app.catch(() => open.delete(timeline.slug));
    return { entry: JSON.stringify(timeline), app, close };
  };

  const appOf: AppOf = async (slug) => {
    const timeline = (await listed()).find((each) => each.slug === slug);
    if (timeline === undefined) return null;
    const opened = open.get(slug) ?? openTimeline(timeline);
    open.set(slug, opened);
    return opened.app;
  };

  return {
    list,
    appOf,
    takeUp: async () => {
      for (const { slug, databaseUrl } of await listed())
        if (await hasWaitingJobs(databaseUrl)) await appOf(slug);
    },
    close: async () => {
      await Promise.allSettled([...open.values()].map(({ close }) => close()));
      await catalog.close();
    },
  };
}
