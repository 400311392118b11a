import type { Command } from 'commander';
import { resolveUserPath } from '../../config.ts';
import { optionsOf, timelineConfigFor } from '../options/shared-options.ts';
import { EXIT } from '../output/exit-codes.ts';
import { complain, print, printJson } from '../output/print.ts';

const EXAMPLES = `
The copy is that of one moment, also while a server writes. It is one file, which is there only once it is complete and
has been verified.

Examples:
  dateline backup /backups/timeline-2021-12-21.sqlite
  dateline --db timeline.sqlite backup copy.sqlite --json`;

/** `dateline backup FILE`: a verified copy of the database. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('Copy the database into a new file, also while a server writes to it')
    .argument('<file>', 'the new file')
    .addHelpText('after', EXAMPLES)
    .action(backup);
}

async function backup(path: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf(command);
  const file = resolveUserPath(path);
  const { backUpStore } = await import('../../store/copy-store.ts');
  const problems = await backUpStore((await timelineConfigFor(options)).databaseUrl, file);
  if (problems.length > 0) {
    process.exitCode = EXIT.refused;
    for (const { check, detail } of problems) complain(`${check}: ${detail}`);
    complain('the database is damaged: no backup was made');
    return;
  }
  await (options.json === true ? printJson({ file }) : print(`${file}: complete and sound\n`));
}
