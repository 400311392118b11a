import { type Command, Option } from 'commander';
import { PURGE_REASONS, type PurgeReason } from '../../domain/event/audit.ts';
import { counted } from '../../formats/text/plain-text.ts';
import { confirm } from '../input/confirm.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { requireArticleId } from '../input/require-event.ts';
import { editorOf, type GlobalOptions, optionsOf } from '../options/shared-options.ts';
import { print, printJson } from '../output/print.ts';

const EXAMPLES = `
Backups made before still hold the article.

Examples:
  dateline purge art_0123 --why COURT_ORDER --yes`;

/** `dateline purge ID --why REASON`: removes an article for good. A terminal is asked before. */
export function addPurge(program: Command): void {
  program
    .command('purge')
    .description('Remove an article for good: its text, titles and quotes leave every version')
    .argument('<id>', 'id of the article')
    .addOption(new Option('--why <reason>', 'why it has to go').choices(PURGE_REASONS).makeOptionMandatory())
    .option('--by <name>', 'the name for the audit trail (default: the user)')
    .option('--yes', 'do not ask')
    .addHelpText('after', EXAMPLES)
    .action(purge);
}

interface PurgeOptions extends GlobalOptions {
  readonly why: PurgeReason;
  readonly by?: string;
  readonly yes?: true;
}

async function purge(id: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<PurgeOptions>(command);
  const article = requireArticleId(id);
  if (options.yes !== true && !(await confirm(`Remove ${id} for good? Backups still hold it. [y/N] `)))
    command.error('error: nothing was removed (--yes removes it without a question)');
  await withTimeline(options, 'READ', async (timeline) => {
    const report = await timeline.purgeArticle(article, options.why, editorOf(options).by);
    if (options.json === true) return printJson(report);
    const { outcome, versionCount, revision } = report;
    await print(`${outcome}  ${id}  ${counted(versionCount, 'version')} changed  revision ${revision}\n`);
  });
}
