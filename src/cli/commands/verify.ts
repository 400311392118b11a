import type { Command } from 'commander';
import { counted } from '../../formats/text/plain-text.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { optionsOf } from '../options/shared-options.ts';
import { EXIT } from '../output/exit-codes.ts';
import { print, printJson } from '../output/print.ts';

const EXAMPLES = `
Examples:
  dateline verify
  dateline verify --db backup.sqlite --json`;

/** `dateline verify`: whether what is stored is sound. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('Check the database: its file, its links and what every event must have')
    .addHelpText('after', EXAMPLES)
    .action(verify);
}

async function verify(_: unknown, command: Command): Promise<void> {
  const options = optionsOf(command);
  await withTimeline(options, 'READ', async (timeline) => {
    const problems = await timeline.verify();
    const { articleCount, eventCount, revision } = await timeline.describe();
    if (problems.length > 0) process.exitCode = EXIT.refused;
    if (options.json === true) return printJson({ articleCount, eventCount, revision, problems });
    for (const { check, detail } of problems) await print(`${check}: ${detail}\n`);
    const soundness = revision === 0 ? 'empty' : 'sound';
    const verdict = problems.length === 0 ? soundness : counted(problems.length, 'problem');
    await print(
      `${verdict}: ${counted(articleCount, 'article')}, ${counted(eventCount, 'event')}, revision ${revision}\n`,
    );
  });
}
