import type { Command } from 'commander';
import { FACET_NAMES, type FacetName } from '../../domain/query/timeline-query.ts';
import { readFilter } from '../../timeline/filter/read-filter.ts';
import { bucketsOf } from '../../timeline/read/bucket.ts';
import { BUCKET_UNITS, type BucketUnit } from '../../timeline/read/timeline-reading.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { addFilterOptions, type FilterOptions } from '../options/filter-options.ts';
import { repeatedWordOption, wholeNumber, wordOption } from '../options/option-values.ts';
import { optionsOf } from '../options/shared-options.ts';
import { print, printJson } from '../output/print.ts';
import { textTable } from '../output/text-table.ts';

const FACET_EXAMPLES = `
Examples:
  dateline facets --date 2021-12
  dateline facets --facet actor --facet type --actor NATO`;

interface FacetsOptions extends FilterOptions {
  readonly facet?: readonly FacetName[];
  readonly first?: number;
}

/** `dateline facets`: the actors, places, types … of the events that pass the filters, each with its count. */
export function addFacets(program: Command): void {
  addFilterOptions(program.command('facets'), 'FILTER')
    .description('Count events by actor, place, type, source, precision and modality')
    .addOption(repeatedWordOption('--facet <facet>', 'one of', FACET_NAMES, 'repeatable; default: all'))
    .option('--first <number>', 'how many values of each, 0 to 100 (default: 10)', wholeNumber)
    .addHelpText('after', FACET_EXAMPLES)
    .action(countFacets);
}

async function countFacets(_: unknown, command: Command): Promise<void> {
  const options = optionsOf<FacetsOptions>(command);
  await withTimeline(options, 'READ', async (timeline) => {
    const { first, facet } = options;
    const facets = await timeline.countFacets({
      filter: readFilter(options),
      ...(facet !== undefined && { facets: facet }),
      ...(first !== undefined && { first }),
    });
    if (options.json === true) return printJson({ facets });
    const rows = facets.flatMap((each) =>
      each.values.map(({ value, name, count }) => [
        each.facet,
        String(count),
        name,
        value === name ? '' : value,
      ]),
    );
    await print(textTable(rows));
  });
}

const HISTOGRAM_EXAMPLES = `
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
    .addOption(wordOption('--by <period>', 'the periods', BUCKET_UNITS).default('MONTH'))
    .addHelpText('after', HISTOGRAM_EXAMPLES)
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
