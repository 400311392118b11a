import { type Command, Option } from 'commander';
import type { Config } from '../../config.ts';
import { FACETS, type Facet } from '../../formats/event/facets.ts';
import { FORMAT_NAMES, type FormatName } from '../../formats/export/event-format-names.ts';
import { counted } from '../../formats/text/plain-text.ts';
import { readFilter } from '../../timeline/filter/read-filter.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { addFilterOptions, type FilterOptions } from '../options/filter-options.ts';
import { optionsOf, publicOriginOf } from '../options/global-options.ts';
import { wholeNumber } from '../options/option-values.ts';
import { exportUrl } from '../output/export-url.ts';
import { complain, print } from '../output/output.ts';

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

/** `dateline export`: the whole selection as a file, in one of the formats that REST has as suffixes. */
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
  const { openExport } = await import('../../formats/export/open-export.ts');
  const { takeFirst, takeFirstOfPages } = await import('../../formats/export/take-first.ts');
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
    name: 'Dateline',
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

async function gazetteerOf(config: Config) {
  const { readGazetteer } = await import('../../startup/read-gazetteer.ts');
  const { readNames } = await import('../../startup/read-names.ts');
  return readGazetteer(await readNames(config.namesFile));
}
