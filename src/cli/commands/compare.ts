import type { Command } from 'commander';
import { articleId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import { comparedJson } from '../../formats/event/comparison-json.ts';
import type { ComparedEvent, Comparison } from '../../timeline/read/timeline-reading.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { optionsOf } from '../options/shared-options.ts';
import { print, printJson } from '../output/print.ts';
import { labelledLine } from '../output/text-table.ts';

const EXAMPLES = `
Examples:
  dateline compare art_0123456789abcdef art_fedcba9876543210`;

/** `dateline compare A B`: two articles side by side. */
export function addCompare(program: Command): void {
  program
    .command('compare')
    .description(
      'Show what two articles both tell of, what one alone does, and where they contradict each other',
    )
    .argument('<first>', 'id of an article')
    .argument('<second>', 'id of another article')
    .addHelpText('after', EXAMPLES)
    .action(compare);
}

async function compare(first: string, second: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf(command);
  await withTimeline(options, 'READ', async (timeline) => {
    const comparison = await timeline.compareArticles([articleId(first), articleId(second)]);
    if (options.json === true) return printJson({ articles: [first, second], ...comparedJson(comparison) });
    await print(`${comparisonLines(comparison).join('\n')}\n`);
  });
}

const comparisonLines = ({ first, second, ...lists }: Comparison): readonly string[] => [
  ...listLines('told by both', lists.shared),
  ...listLines('in conflict', lists.conflicting),
  ...listLines(`only in ${first.title ?? first.file ?? first.id}`, lists.onlyInFirst),
  ...listLines(`only in ${second.title ?? second.file ?? second.id}`, lists.onlyInSecond),
];

const listLines = (name: string, events: readonly ComparedEvent[]): readonly string[] => [
  `${name}: ${events.length}`,
  ...events.flatMap(eventLines),
];

function eventLines({ event, first, second, conflicts }: ComparedEvent): readonly string[] {
  return [
    '',
    `${event.date.display}  ${event.id}  ${event.title}`,
    ...first.map((mention) => quoteLine('first', mention)),
    ...second.map((mention) => quoteLine('second', mention)),
    ...conflicts.map(({ field, sides }) =>
      labelledLine(field.toLowerCase(), sides.map(({ says }) => says).join(' or ')),
    ),
    '',
  ];
}

const quoteLine = (label: string, { quote, date }: Mention): string =>
  labelledLine(label, `"${quote.exact}"${date === null ? '' : ` (${date.edtf})`}`);
