import type { Command } from 'commander';
import { EVENT_TYPES, type EventType } from '../../domain/event/event-type.ts';
import { requireEdtf } from '../../domain/time/read-edtf.ts';
import { counted } from '../../formats/text/plain-text.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { CurationReport, Editor, EventEdit } from '../../timeline/timeline-writing.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { requireArticleId, requireEventId, requireMentionId } from '../input/require-event.ts';
import { oneWord, repeated } from '../options/option-values.ts';
import { addEditorOptions, type EditorOptions, editorOf, optionsOf } from '../options/shared-options.ts';
import { print, printJson } from '../output/print.ts';
import { printCuration } from '../output/print-events.ts';

/** Carries out an editor's decision in a database that exists, and prints the revision and the events of it. */
export async function curate(
  command: Command,
  decide: (timeline: Timeline, editor: Editor) => Promise<CurationReport>,
): Promise<void> {
  const options = optionsOf<EditorOptions>(command);
  await withTimeline(options, 'READ', async (timeline) => {
    await printCuration(await decide(timeline, editorOf(options)), options.json === true);
  });
}

const examples = (line: string): string => `\nExamples:\n  dateline ${line}`;

/** `dateline merge`, `split` and `hide`. */
export function addCuration(program: Command): void {
  addEditorOptions(program.command('merge'))
    .description('Make one event of two or more; the oldest id stays, the others lead to it')
    .argument('<id...>', 'ids of events')
    .addHelpText('after', examples('merge evt_0123 evt_4567 --why "one call, told twice"'))
    .action((ids: readonly string[], _: unknown, command: Command) =>
      curate(command, (timeline, editor) => timeline.mergeEvents(ids.map(requireEventId), editor)),
    );
  addEditorOptions(program.command('split'))
    .description('Make some mentions of an event one of their own')
    .argument('<id>', 'id of the event')
    .argument('<mention...>', 'ids of the mentions that tell of something else, as explain shows them')
    .addHelpText('after', examples('split evt_0123 men_89ab --why "another day’s call"'))
    .action((id: string, mentions: readonly string[], _: unknown, command: Command) =>
      curate(command, (timeline, editor) =>
        timeline.splitEvent(requireEventId(id), mentions.map(requireMentionId), editor),
      ),
    );
  addEditorOptions(program.command('hide'))
    .description('Leave an event out of every list, count and export')
    .argument('<id>', 'id of the event')
    .addHelpText('after', examples('hide evt_0123 --why "a recipe, no news"'))
    .action((id: string, _: unknown, command: Command) =>
      curate(command, (timeline, editor) => timeline.hideEvent(requireEventId(id), editor)),
    );
}

interface EditOptions extends EditorOptions {
  readonly title?: string;
  readonly type?: EventType;
  readonly actor?: readonly string[];
  readonly date?: string;
}

const EDIT_EXAMPLES = `
What is set stays, whatever articles are read later, until the event is restored.

Examples:
  dateline edit evt_0123 --title "Biden and Putin spoke by video" --why "clearer"
  dateline edit evt_0123 --date 2021-12-07 --actor act_joe-biden --actor "Vladimir Putin" --why "the transcript"`;

/** `dateline edit ID`: sets fields of an event, which take precedence over those of its mentions. */
export function addEdit(program: Command): void {
  addEditorOptions(program.command('edit'))
    .description('Set the title, type, actors or date of an event')
    .argument('<id>', 'id of the event')
    .option('--title <text>', 'what happened, in one line')
    .option('--type <type>', `one of ${EVENT_TYPES.join(', ')}`, oneWord(EVENT_TYPES))
    .option('--actor <name>', 'who took part: an id or a name; may be repeated', repeated)
    .option('--date <edtf>', 'when: 2021-12-21, 2021-12, 2021, 2021-12-01/2021-12-20, 2021/..')
    .addHelpText('after', EDIT_EXAMPLES)
    .action(edit);
}

async function edit(id: string, _: unknown, command: Command): Promise<void> {
  const fields = fieldsOf(optionsOf<EditOptions>(command));
  await curate(command, (timeline, editor) => timeline.editEvent(requireEventId(id), fields, editor));
}

const fieldsOf = ({ title, type, actor, date }: EditOptions): EventEdit => ({
  ...(title !== undefined && { title }),
  ...(type !== undefined && { type }),
  ...(actor !== undefined && { actors: actor }),
  ...(date !== undefined && { date: requireEdtf(date) }),
});

/** `dateline retract ID`: deletes an article’s text and mentions. Its id stays known. */
export function addRetract(program: Command): void {
  addEditorOptions(program.command('retract'))
    .description('Take an article back: its text and its mentions go')
    .argument('<id>', 'id of the article')
    .addHelpText('after', examples('retract art_0123 --why "withdrawn by the paper"'))
    .action(retract);
}

async function retract(id: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<EditorOptions>(command);
  const article = requireArticleId(id);
  await withTimeline(options, 'READ', async (timeline) => {
    const report = await timeline.retractArticle(article, editorOf(options));
    if (options.json === true) return printJson(report);
    const { outcome, withdrawnCount, revision } = report;
    await print(`${outcome}  ${id}  ${counted(withdrawnCount, 'event')} withdrawn  revision ${revision}\n`);
  });
}
