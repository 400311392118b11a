import { type Command, Option } from 'commander';
import { type Config, recordOf } from '../../config.ts';
import type { EventOrder } from '../../domain/query/timeline-query.ts';
import { FACETS, type Facet } from '../../formats/event/facets.ts';
import { FORMAT_NAMES, type FormatName } from '../../formats/export/event-format-names.ts';
import { counted } from '../../formats/text/plain-text.ts';
import { FILTER_FIELDS } from '../../timeline/filter/filter-fields.ts';
import { readFilter } from '../../timeline/filter/read-filter.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { addFilterOptions, type FilterOptions } from '../options/filter-options.ts';
import { wholeNumber } from '../options/option-values.ts';
import { optionsOf, publicOriginOf } from '../options/shared-options.ts';
import { complain, print } from '../output/print.ts';

const EXAMPLES = `
Examples:
  dateline export > timeline.ndjson
  dateline export --format ics --modality planned > planned.ics
  dateline export --format timelinejs.json --group actor > timeline.json
  dateline export --actor NATO --from 2021-12-01 --to 2021-12-31 | jq -r .title`;

interface ExportOptions extends FilterOptions {
  readonly format: FormatName;
  readonly limit?: number;
  readonly group?: Facet;
}

/** `dateline export`: the whole selection as a file, in a format that REST has as a suffix. */
export function addExport(program: Command): void {
  addFilterOptions(program.command('export'), 'FILTER_AND_ORDER')
    .description('Write the events that pass the filters as a file: JSON, CSV, a calendar, a feed, …')
    .addOption(new Option('--format <format>', 'output format').choices(FORMAT_NAMES).default('ndjson'))
    .addOption(new Option('--group <facet>', 'what TimelineJS groups its slides by').choices(FACETS))
    .option('--limit <number>', 'at most so many events', wholeNumber)
    .addHelpText('after', EXAMPLES)
    .action((_, command: Command) => {
      const options = optionsOf<ExportOptions>(command);
      return withTimeline(options, 'READ', (timeline, config) => exportEvents(options, timeline, config));
    });
}

async function exportEvents(options: ExportOptions, timeline: Timeline, config: Config): Promise<void> {
  const { EVENT_FORMATS } = await import('../../formats/export/event-formats.ts');
  const { openExport, takeFirst, takeFirstOfPages } = await import('../../formats/export/open-export.ts');
  const format = EVENT_FORMATS[options.format];
  const { revision, defaultAnchor } = await timeline.describe();
  const origin = publicOriginOf(config);
  const filter = readFilter(options);
  const source = {
    events: () => takeFirst(timeline.exportEvents(filter, options.order), options.limit),
    texts: () => takeFirstOfPages(timeline.exportTexts(filter, options.order), options.limit),
    articleText: async (id: Parameters<Timeline['getArticle']>[0]) => (await timeline.getArticle(id))?.text,
  };
  const { omitted, pieces } = await openExport(format, source, {
    record: recordOf(config),
    anchor: defaultAnchor,
    revision,
    origin,
    selfUrl: exportUrl(origin, options),
    group: options.group ?? null,
    gazetteer: await gazetteerOf(config),
  });
  for await (const piece of pieces) await print(piece);
  if (omitted !== null && omitted > 0)
    complain(`left out: ${counted(omitted, 'event')} (${format.omission})`);
}

/** REST's address of the same export: the file names its selection as REST does. */
function exportUrl(origin: string, { format, limit, group, order, ...options }: ExportOptions): string {
  const filter = Object.entries(options).filter(([name]) => Object.hasOwn(FILTER_FIELDS, name));
  const query = new URLSearchParams();
  for (const [name, value] of [
    ...filter,
    ['limit', limit],
    ['group', group],
    ['order', orderWord(order)],
  ] as const)
    for (const single of [value ?? []].flat()) query.append(name, String(single));
  query.sort();
  const search = query.toString();
  return `${origin}/v1/events.${format}${search === '' ? '' : `?${search}`}`;
}

/** `DATE_DESC` is `-date` in REST. Its default is left out of an address. */
const orderWord = (order: EventOrder): string | undefined =>
  order === 'DATE' ? undefined : order.toLowerCase().replace(/^(.+)_desc$/, '-$1');

async function gazetteerOf(config: Config) {
  const { readGazetteer } = await import('../../startup/read-gazetteer.ts');
  const { readNames } = await import('../../startup/read-user-files.ts');
  return readGazetteer(await readNames(config.namesFile));
}
