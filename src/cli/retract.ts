import type { Command } from 'commander';
import { TimelineError } from '../domain/errors.ts';
import { articleId, kindOfId } from '../domain/event/ids.ts';
import { counted } from '../formats/text/plain-text.ts';
import { addEditorOptions, type EditorOptions, editorOf } from './editor-options.ts';
import { optionsOf } from './global-options.ts';
import { withTimeline } from './open-timeline.ts';
import { print, printJson } from './output.ts';

const EXAMPLES = `
Examples:
  dateline retract art_0123 --why "withdrawn by the paper"`;

/** `dateline retract ID`: an article’s text and mentions go, its id stays known. */
export function addRetract(program: Command): void {
  addEditorOptions(program.command('retract'))
    .description('Take an article back: its text and its mentions go')
    .argument('<id>', 'id of the article')
    .addHelpText('after', EXAMPLES)
    .action(retract);
}

async function retract(id: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<EditorOptions>(command);
  if (kindOfId(id) !== 'article') throw new TimelineError('NOT_FOUND', `"${id}" is not the id of an article`);
  await withTimeline(options, 'READ', async (timeline) => {
    const report = await timeline.retractArticle(articleId(id), editorOf(options));
    if (options.json === true) return printJson(report);
    const { outcome, withdrawnCount, revision } = report;
    await print(`${outcome}  ${id}  ${counted(withdrawnCount, 'event')} withdrawn  revision ${revision}\n`);
  });
}
