import type { Config } from '../../config.ts';
import { DEFAULT_RECORD, DEFAULT_SLUG } from '../../domain/timeline-record.ts';
import { timelineConfig } from '../../startup/timeline-config.ts';
import { openTimelineCatalog } from '../../store/open-timeline-catalog.ts';
import type { TimelineCatalog } from '../../store/port/timeline-catalog.ts';
import { holdsMany } from '../../store/timeline-folder.ts';
import { requireDatabase } from './open-timeline.ts';

/** The URLs of the stores that a copy reads and writes. */
export interface CopyEnds {
  readonly from: string;
  readonly to: string;
}

/**
 * The stores of a timeline in two databases. A slug names the timeline in each of them that holds several, and the target gets it
 * where it is not listed yet.
 */
export async function copyEnds(config: Config, { from, to }: CopyEnds, slug: string): Promise<CopyEnds> {
  const source = holdsMany(to) && !holdsMany(from) ? from : await storeUrl(config, from, slug);
  requireDatabase(source);
  if (slug !== DEFAULT_SLUG && holdsMany(to)) await describeTarget(config, { from, to }, slug);
  return { from: source, to: holdsMany(to) ? await storeUrl(config, to, slug) : to };
}

const storeUrl = async (config: Config, databaseUrl: string, slug: string): Promise<string> =>
  (await timelineConfig({ ...config, databaseUrl }, slug)).databaseUrl;

/** Lists the timeline in the target as it is listed in the source. */
async function describeTarget(
  { timelineAnchor }: Config,
  { from, to }: CopyEnds,
  slug: string,
): Promise<void> {
  const described = await withCatalog(from, (catalog) => find(catalog, slug));
  await withCatalog(to, async (catalog) => {
    if ((await find(catalog, slug)) !== undefined) return;
    await catalog.create({
      slug,
      record: described?.record ?? { ...DEFAULT_RECORD, name: slug },
      defaultAnchor: described?.defaultAnchor ?? timelineAnchor,
      namesFile: described?.namesFile ?? null,
    });
  });
}

const find = async (catalog: TimelineCatalog, slug: string) =>
  (await catalog.list()).find((timeline) => timeline.slug === slug);

async function withCatalog<T>(url: string, use: (catalog: TimelineCatalog) => Promise<T>): Promise<T> {
  const catalog = await openTimelineCatalog(url);
  return use(catalog).finally(() => catalog.close());
}
