import { type Command, Option } from 'commander';
import { readFilter } from '../timeline/filter/read-filter.ts';
import { bucketsOf } from '../timeline/read/bucket.ts';
import { BUCKET_UNITS, type BucketUnit } from '../timeline/read/timeline-reading.ts';
import { addFilterOptions, type FilterOptions } from './filter-options.ts';
import { optionsOf } from './global-options.ts';
import { withTimeline } from './open-timeline.ts';
import { oneWord } from './option-values.ts';
import { print, printJson } from './output.ts';
import { textTable } from './text-table.ts';

const EXAMPLES = `
Examples:
  dateline histogram --by week --date 2021-12
  dateline histogram --actor NATO`;

interface HistogramOptions extends FilterOptions {
  readonly by: BucketUnit;
}

/** `dateline histogram`: how many events lie in each period. */
export function addHistogram(program: Command): void {
  addFilterOptions(program.command('histogram'), 'FILTER')
    .description('Count the events that surely lie in each period, and those that could')
    .addOption(
      new Option('--by <period>', `the periods: ${BUCKET_UNITS.join(', ')}`)
        .argParser(oneWord(BUCKET_UNITS))
        .default('MONTH'),
    )
    .addHelpText('after', EXAMPLES)
    .action(countByPeriod);
}

async function countByPeriod(_: unknown, command: Command): Promise<void> {
  const options = optionsOf<HistogramOptions>(command);
  await withTimeline(options, 'READ', async (timeline) => {
    const histogram = await timeline.countByPeriod({ filter: readFilter(options), by: options.by });
    const buckets = bucketsOf(histogram);
    if (options.json === true) return printJson({ by: histogram.by, buckets });
    const rows = buckets.map(({ period, certain, possible }) => [
      period,
      `${certain} certain`,
      `${possible} possible`,
    ]);
    await print(textTable(rows));
  });
}
