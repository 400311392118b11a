import type { Config } from '../config.ts';
import { TimelineError } from '../domain/errors.ts';
import { DEFAULT_SLUG } from '../domain/timeline-record.ts';
import { openTimelineCatalog } from '../store/open-timeline-catalog.ts';
import type { CataloguedTimeline } from '../store/port/timeline-catalog.ts';
import { defaultTimelineUrl } from '../store/timeline-folder.ts';

/** The settings for one timeline of a database. Throws `NOT_FOUND` for a slug that the database does not list. */
export async function timelineConfig(config: Config, slug: string): Promise<Config> {
  if (slug === DEFAULT_SLUG) return defaultTimelineConfig(config);
  const catalog = await openTimelineCatalog(config.databaseUrl);
  try {
    const found = (await catalog.list()).find((timeline) => timeline.slug === slug);
    if (found === undefined) throw new TimelineError('NOT_FOUND', `there is no timeline "${slug}"`);
    return furtherTimelineConfig(config, found);
  } finally {
    await catalog.close();
  }
}

/** The settings for the timeline at the root. */
export const defaultTimelineConfig = (config: Config): Config => ({
  ...config,
  databaseUrl: defaultTimelineUrl(config.databaseUrl),
  writeTokens: tokensFor(config, DEFAULT_SLUG),
});

/** The settings for a listed timeline. Its record and names are its own, and it begins empty. */
export const furtherTimelineConfig = (
  config: Config,
  { slug, record, defaultAnchor, databaseUrl, namesFile }: CataloguedTimeline,
): Config => ({
  ...config,
  databaseUrl,
  namesFile,
  timelineAnchor: defaultAnchor,
  timelineName: record.name,
  timelineDescription: record.description,
  timelinePublisher: record.publisher,
  timelineLanguage: record.language,
  timelineLicense: record.license,
  seedsFolder: null,
  writeTokens: tokensFor(config, slug),
});

/** A token that names a timeline is good for that one alone. */
const tokensFor = ({ writeTokens }: Config, slug: string): Config['writeTokens'] =>
  writeTokens.filter(({ timeline }) => timeline === null || timeline === slug);
