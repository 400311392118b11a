import { type Command, Option } from 'commander';
import { eventJson } from '../formats/event-json.ts';
import { readFilter } from '../timeline/read-filter.ts';
import { addFilterOptions, type FilterOptions } from './filter-options.ts';
import { optionsOf } from './global-options.ts';
import { withTimeline } from './open-timeline.ts';
import { printJson } from './output.ts';

const EXAMPLES = `
Examples:
  dateline export > timeline.ndjson
  dateline export --actor NATO --from 2021-12-01 --to 2021-12-31 | jq -r .title`;

/** `dateline export`: the whole selection, one event a line, with every mention. */
export function addExport(program: Command): void {
  addFilterOptions(program.command('export'), 'FILTER_AND_ORDER')
    .description('Write the events that pass the filters, with everything that is known of them')
    .addOption(new Option('--format <format>', 'output format').choices(['ndjson']).default('ndjson'))
    .addHelpText('after', EXAMPLES)
    .action(exportEvents);
}

async function exportEvents(_: unknown, command: Command): Promise<void> {
  const options = optionsOf<FilterOptions>(command);
  await withTimeline(options, 'READ', async (timeline) => {
    for await (const event of timeline.exportEvents(readFilter(options), options.order))
      await printJson(eventJson(event));
  });
}
