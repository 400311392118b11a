import type { Command } from 'commander';
import { eventJson } from '../../formats/event/event-json.ts';
import { readFilter } from '../../timeline/filter/read-filter.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { requireEventId } from '../input/require-event.ts';
import { addFilterOptions, type FilterOptions } from '../options/filter-options.ts';
import { wholeNumber } from '../options/option-values.ts';
import { optionsOf } from '../options/shared-options.ts';
import { print, printJson } from '../output/print.ts';
import { eventTable } from '../output/print-events.ts';

const EXAMPLES = `
Examples:
  dateline around evt_0123456789abcdef
  dateline around evt_0123456789abcdef --before 3 --after 0 --actor NATO`;

interface AroundOptions extends FilterOptions {
  readonly before?: number;
  readonly after?: number;
}

/** `dateline around ID`: the events before and after one event. */
export function addAround(program: Command): void {
  addFilterOptions(program.command('around'), 'FILTER')
    .description('List the events before and after one event, of those that pass the filters')
    .argument('<id>', 'id of the event')
    .option('--before <number>', 'how many events before it, 0 to 100 (default: 5)', wholeNumber)
    .option('--after <number>', 'how many events after it, 0 to 100 (default: 5)', wholeNumber)
    .addHelpText('after', EXAMPLES)
    .action(listAround);
}

async function listAround(id: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<AroundOptions>(command);
  const centre = requireEventId(id);
  await withTimeline(options, 'READ', async (timeline) => {
    const { before, event, after } = await timeline.listAround(centre, {
      filter: readFilter(options),
      ...(options.before !== undefined && { before: options.before }),
      ...(options.after !== undefined && { after: options.after }),
    });
    if (options.json === true)
      return printJson({
        event: eventJson(event),
        before: before.map(eventJson),
        after: after.map(eventJson),
      });
    await print(eventTable([...before, event, ...after]));
  });
}
