import type { Command } from 'commander';
import { readFilter } from '../../timeline/filter/read-filter.ts';
import type { PageArguments } from '../../timeline/timeline.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { addFilterOptions, type FilterOptions } from '../options/filter-options.ts';
import { addPageOptions, optionsOf, pageOf } from '../options/shared-options.ts';
import { printEvents } from '../output/print-events.ts';

const EXAMPLES = `
Examples:
  dateline query --from 2021-12-01 --to 2021-12-31
  dateline query --actor "Vladimir Putin" --type threaten --order date-desc --first 5
  dateline query --json --text "security guarantees" | jq -r '.events[].title'`;

/** `dateline query`: one page of the events that pass the filters. */
export function addQuery(program: Command): void {
  addPageOptions(addFilterOptions(program.command('query'), 'FILTER_AND_ORDER'))
    .description('List events by date, actor, place, type, … one page at a time')
    .addHelpText('after', EXAMPLES)
    .action(query);
}

async function query(_: unknown, command: Command): Promise<void> {
  const options = optionsOf<FilterOptions & PageArguments>(command);
  await withTimeline(options, 'READ', async (timeline) => {
    const selection = { ...pageOf(options), filter: readFilter(options), order: options.order };
    await printEvents(await timeline.listEvents(selection), options.json === true);
  });
}
