import type { Command } from 'commander';
import { digestDayJson } from '../../formats/event/digest-json.ts';
import { counted } from '../../formats/text/plain-text.ts';
import { readFilter } from '../../timeline/filter/read-filter.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { addFilterOptions, type FilterOptions } from '../options/filter-options.ts';
import { wholeNumber } from '../options/option-values.ts';
import { optionsOf } from '../options/shared-options.ts';
import { complain, print, printJson } from '../output/print.ts';

const EXAMPLES = `
Examples:
  dateline digest --days 10
  dateline digest --actor NATO --from 2021-12-01`;

interface DigestOptions extends FilterOptions {
  readonly days?: number;
}

/** `dateline digest`: the days that matter most, each with its leading event. */
export function addDigest(program: Command): void {
  addFilterOptions(program.command('digest'), 'FILTER')
    .description('List the days that matter most, each with its leading event, in the order of time')
    .option('--days <number>', 'how many days, 0 to 100 (default: 10)', wholeNumber)
    .addHelpText('after', EXAMPLES)
    .action(printDigest);
}

async function printDigest(_: unknown, command: Command): Promise<void> {
  const options = optionsOf<DigestOptions>(command);
  await withTimeline(options, 'READ', async (timeline) => {
    const { days } = options;
    const digest = await timeline.digest({
      filter: readFilter(options),
      ...(days !== undefined && { days }),
    });
    if (options.json === true) return printJson({ days: digest.map(digestDayJson) });
    const lines = digest.map(
      ({ date, articleCount, event }) =>
        `${date}  ${counted(articleCount, 'article')}  ${event.id}  ${event.title}\n`,
    );
    await print(lines.join(''));
    if (digest.length === 0) complain('no day is named');
  });
}
