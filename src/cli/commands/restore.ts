import type { Command } from 'commander';
import { resolveUserPath } from '../../config.ts';
import { kindOfId } from '../../domain/event/ids.ts';
import { counted } from '../../formats/text/plain-text.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { requireEventId } from '../input/require-event.ts';
import { type EditorOptions, optionsOf, timelineConfigFor, WHY_OPTION } from '../options/shared-options.ts';
import { print, printJson } from '../output/print.ts';
import { curate } from './curate.ts';

const EXAMPLES = `
An event gets back what its mentions say; this takes --why. A backup is verified, brought up to date and put in the place
of the database, which no server may have open; the earlier database stays beside the new one.

Examples:
  dateline restore evt_0123 --why "it was right"
  dateline restore /backups/timeline-2021-12-21.sqlite`;

/** `dateline restore`: an event as it was before any decision, or the database as it was at a backup. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('Undo all that was decided about an event and its mentions, or put a backup in place')
    .argument('<id or file>', 'id of an event, a merged or hidden one too, or the file of a backup')
    .option(...WHY_OPTION)
    .option('--by <name>', 'who decides it (default: the name of the user who runs this)')
    .addHelpText('after', EXAMPLES)
    .action(restore);
}

async function restore(subject: string, _: unknown, command: Command): Promise<void> {
  if (kindOfId(subject) !== 'event') return restoreBackup(resolveUserPath(subject), command);
  if (optionsOf<Partial<EditorOptions>>(command).why === undefined)
    command.error(`error: required option '${WHY_OPTION[0]}' not specified`);
  await curate(command, (timeline, editor) => timeline.restoreEvent(requireEventId(subject), editor));
}

async function restoreBackup(backup: string, command: Command): Promise<void> {
  const options = optionsOf(command);
  const { databaseUrl } = await timelineConfigFor(options);
  const { fileOf, restoreStore } = await import('../../store/copy-store.ts');
  const aside = `${fileOf(databaseUrl)}.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  await restoreStore(backup, databaseUrl, aside);
  await withTimeline(options, 'READ', async (timeline) => {
    const { articleCount, eventCount, revision } = await timeline.describe();
    if (options.json === true) return printJson({ articleCount, eventCount, revision });
    await print(
      `restored: ${counted(articleCount, 'article')}, ${counted(eventCount, 'event')}, revision ${revision}\n`,
    );
  });
}
