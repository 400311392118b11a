import type { Command } from 'commander';
import { type Config, recordOf } from '../../config.ts';
import { DEFAULT_RECORD, DEFAULT_SLUG, type TimelineEntry } from '../../domain/timeline-record.ts';
import type { TimelineCatalog } from '../../store/port/timeline-catalog.ts';
import { confirm } from '../input/confirm.ts';
import { configFor, type GlobalOptions, optionsOf } from '../options/shared-options.ts';
import {
  addRecordOptions,
  namesFileOf,
  type RecordOptions,
  recordWith,
  slug,
} from '../options/timeline-options.ts';
import { print, printJson } from '../output/print.ts';

const EXAMPLES = `
The default timeline is that of the settings (TIMELINE_NAME, TIMELINE_ANCHOR …). Others are served below /t/SLUG/, and every
command works on one with --timeline SLUG. A PostgreSQL database holds as many as you like, and so does a folder of SQLite
files: DATABASE_URL=sqlite:data/.

Examples:
  dateline timeline create strike --name "The harbour strike" --anchor 2019-05-15
  dateline ingest strike/*.txt --timeline strike
  dateline timeline rename strike harbour-strike
  dateline timeline list`;

/** `dateline timeline create|list|rename|remove`: the timelines of a database. */
export function addTimeline(program: Command): void {
  const timeline = program
    .command('timeline')
    .description('Make, list, rename and remove timelines beside the default one')
    .addHelpText('after', EXAMPLES);
  addRecordOptions(timeline.command('create').description('Make an empty timeline'))
    .argument('<slug>', 'its name in addresses: small letters, digits and hyphens', slug)
    .action(create);
  timeline.command('list').description('List all timelines').action(list);
  addRecordOptions(
    timeline.command('rename').description('Give a timeline another slug, name or description'),
  )
    .argument('<slug>', 'the timeline', slug)
    .argument('[new]', 'its new slug', slug)
    .action(rename);
  timeline
    .command('remove')
    .description('Remove a timeline with all its articles and events')
    .argument('<slug>', 'the timeline', slug)
    .option('--yes', 'do not ask')
    .action(remove);
}

async function create(name: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<RecordOptions>(command);
  const timeline = {
    slug: name,
    record: recordWith({ ...DEFAULT_RECORD, name }, options),
    defaultAnchor: options.anchor ?? configFor(options).timelineAnchor,
    namesFile: namesFileOf(options),
  };
  await withCatalog(options, async (catalog) => {
    await catalog.create(timeline);
    const made = (await catalog.list()).find((each) => each.slug === name);
    const { openStore } = await import('../../store/open-store.ts');
    if (made !== undefined) await (await openStore(made.databaseUrl)).close();
  });
  await report(options, 'created', timeline);
}

async function list(_: unknown, command: Command): Promise<void> {
  const options = optionsOf(command);
  const further = await withCatalog(options, (catalog) => catalog.list());
  for (const timeline of [defaultEntry(configFor(options)), ...further]) await report(options, '', timeline);
}

async function rename(
  name: string,
  renamed: string | undefined,
  _: unknown,
  command: Command,
): Promise<void> {
  const options = optionsOf<RecordOptions>(command);
  const changed = await withCatalog(options, async (catalog) => {
    const record =
      (await catalog.list()).find((timeline) => timeline.slug === name)?.record ?? DEFAULT_RECORD;
    await catalog.change(name, {
      record: recordWith(record, options),
      ...(renamed !== undefined && { slug: renamed }),
      ...(options.anchor !== undefined && { defaultAnchor: options.anchor }),
      ...(options.names !== undefined && { namesFile: namesFileOf(options) }),
    });
    return (await catalog.list()).find((timeline) => timeline.slug === (renamed ?? name));
  });
  if (changed !== undefined) await report(options, 'renamed', changed);
}

async function remove(name: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<GlobalOptions & { readonly yes?: true }>(command);
  const question = `Remove the timeline ${name} with all its articles? [y/N] `;
  if (options.yes !== true && !(await confirm(question)))
    command.error('error: nothing was removed (--yes removes it without a question)');
  await withCatalog(options, (catalog) => catalog.remove(name));
  await (options.json === true ? printJson({ removed: name }) : print(`removed  ${name}\n`));
}

/** The timeline of the settings. */
const defaultEntry = (config: Config): TimelineEntry => ({
  slug: DEFAULT_SLUG,
  record: recordOf(config),
  defaultAnchor: config.timelineAnchor,
});

async function report(
  { json }: GlobalOptions,
  done: string,
  { slug: name, record, defaultAnchor }: TimelineEntry,
): Promise<void> {
  if (json === true) return printJson({ slug: name, ...record, defaultAnchor });
  const words = [done, name, defaultAnchor, record.name].filter((word) => word !== '');
  await print(`${words.join('  ')}\n`);
}

async function withCatalog<T>(
  options: GlobalOptions,
  use: (catalog: TimelineCatalog) => Promise<T>,
): Promise<T> {
  const { openTimelineCatalog } = await import('../../store/open-timeline-catalog.ts');
  const catalog = await openTimelineCatalog(configFor(options).databaseUrl);
  try {
    return await use(catalog);
  } finally {
    await catalog.close();
  }
}
