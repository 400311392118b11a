import type { Command } from 'commander';
import { counted } from '../../formats/text/plain-text.ts';
import type { RederiveReport } from '../../timeline/timeline-writing.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { optionsOf } from '../options/shared-options.ts';
import { complain, print, printJson } from '../output/print.ts';

const EXAMPLES = `
To be run after an upgrade, or when TIMELINE_ANCHOR or NAMES_FILE has changed. What comes out the same keeps its
revision, ids stay, and what editors decided holds. A run that is cut short is taken up by the next one.

Examples:
  dateline rederive
  TIMELINE_ANCHOR=2021-12-28 dateline rederive --json`;

/** `dateline rederive`: every article read again from its stored text. */
export function addRederive(program: Command): void {
  program
    .command('rederive')
    .description('Read all stored articles again, by the rules, names and default anchor of now')
    .addHelpText('after', EXAMPLES)
    .action(rederive);
}

async function rederive(_: unknown, command: Command): Promise<void> {
  const options = optionsOf(command);
  await withTimeline(options, 'READ', async (timeline) => {
    const onProgress = ({ articleCount }: RederiveReport): void =>
      complain(`${counted(articleCount, 'article')} read again`);
    const report = await timeline.rederive({ onProgress });
    if (options.json === true) return printJson(report);
    const { articleCount, changedCount, eventCount, resumed, revision } = report;
    await print(
      `${counted(articleCount, 'article')} read again${resumed ? ', the rest of an earlier run' : ''}: ` +
        `${changedCount} changed, ${counted(eventCount, 'event')} with them. Revision ${revision}.\n`,
    );
  });
}
