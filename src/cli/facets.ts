import { type Command, Option } from 'commander';
import { FACET_NAMES, type FacetName } from '../domain/query/timeline-query.ts';
import { readFilter } from '../timeline/filter/read-filter.ts';
import { addFilterOptions, type FilterOptions } from './filter-options.ts';
import { optionsOf } from './global-options.ts';
import { withTimeline } from './open-timeline.ts';
import { repeatedWord, wholeNumber } from './option-values.ts';
import { print, printJson } from './output.ts';
import { textTable } from './text-table.ts';

const EXAMPLES = `
Examples:
  dateline facets --date 2021-12
  dateline facets --facet actor --facet type --actor NATO`;

interface FacetsOptions extends FilterOptions {
  readonly facet?: readonly FacetName[];
  readonly first?: number;
}

/** `dateline facets`: what the events that pass the filters can be narrowed by. */
export function addFacets(program: Command): void {
  addFilterOptions(program.command('facets'), 'FILTER')
    .description('Count events by actor, place, type, source, precision and modality')
    .addOption(
      new Option('--facet <facet>', `one of ${FACET_NAMES.join(', ')} (repeatable; default: all)`).argParser(
        repeatedWord(FACET_NAMES),
      ),
    )
    .option('--first <number>', 'how many values of each, 0 to 100 (default: 10)', wholeNumber)
    .addHelpText('after', EXAMPLES)
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
