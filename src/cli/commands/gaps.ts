import type { Command } from 'commander';
import { gapJson } from '../../formats/event/gap-json.ts';
import { counted } from '../../formats/text/plain-text.ts';
import { readFilter } from '../../timeline/filter/read-filter.ts';
import type { Gap } from '../../timeline/read/timeline-reading.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { addFilterOptions, type FilterOptions } from '../options/filter-options.ts';
import { wholeNumber } from '../options/option-values.ts';
import { optionsOf } from '../options/shared-options.ts';
import { complain, print, printJson } from '../output/print.ts';

const EXAMPLES = `
Examples:
  dateline gaps --from 2021-12-01 --to 2021-12-31
  dateline gaps --actor NATO --first 3`;

interface GapsOptions extends FilterOptions {
  readonly first?: number;
}

/** `dateline gaps`: the longest spans of days without a certain event. */
export function addGaps(program: Command): void {
  addFilterOptions(program.command('gaps'), 'FILTER')
    .description('List the longest spans of days in which no event surely lies, the longest first')
    .option('--first <number>', 'how many spans, 0 to 100 (default: 10)', wholeNumber)
    .addHelpText('after', EXAMPLES)
    .action(findGaps);
}

async function findGaps(_: unknown, command: Command): Promise<void> {
  const options = optionsOf<GapsOptions>(command);
  await withTimeline(options, 'READ', async (timeline) => {
    const { first } = options;
    const gaps = await timeline.findGaps({
      filter: readFilter(options),
      ...(first !== undefined && { first }),
    });
    if (options.json === true) return printJson({ gaps: gaps.map(gapJson) });
    await print(gaps.map((gap) => `${gapLines(gap).join('\n')}\n`).join(''));
    if (gaps.length === 0) complain('no gaps');
  });
}

function gapLines({ from, to, days, possibleCount, possible }: Gap): readonly string[] {
  const more = possibleCount - possible.length;
  return [
    `${from} – ${to}  ${counted(days, 'day')}`,
    ...possible.map(({ id, title, date }) => `  possible: ${date.display}  ${id}  ${title}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
