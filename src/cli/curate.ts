import type { Command } from 'commander';
import { TimelineError } from '../domain/errors.ts';
import { type EventId, eventId, kindOfId, type MentionId, mentionId } from '../domain/event/ids.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CurationReport, Editor } from '../timeline/timeline-writing.ts';
import { addEditorOptions, type EditorOptions, editorOf } from './editor-options.ts';
import { type GlobalOptions, optionsOf } from './global-options.ts';
import { withTimeline } from './open-timeline.ts';
import { printCuration } from './print-curation.ts';

/** Has somebody decide about the events of a database that exists, and shows what came of it. */
export async function curate(
  options: GlobalOptions & EditorOptions,
  decide: (timeline: Timeline, editor: Editor) => Promise<CurationReport>,
): Promise<void> {
  await withTimeline(options, 'READ', async (timeline) => {
    await printCuration(await decide(timeline, editorOf(options)), options.json === true);
  });
}

/** `dateline merge`, `split`, `hide` and `restore`. */
export function addCuration(program: Command): void {
  addEditorOptions(program.command('merge'))
    .description('Make one event of two or more; the oldest id stays, the others lead to it')
    .argument('<id...>', 'ids of events')
    .addHelpText('after', examples('merge evt_0123 evt_4567 --why "one call, told twice"'))
    .action((ids: readonly string[], _: unknown, command: Command) =>
      decide(command, (timeline, editor) => timeline.mergeEvents(ids.map(requireEventId), editor)),
    );
  addEditorOptions(program.command('split'))
    .description('Make some mentions of an event one of their own')
    .argument('<id>', 'id of the event')
    .argument('<mention...>', 'ids of the mentions that tell of something else, as explain shows them')
    .addHelpText('after', examples('split evt_0123 men_89ab --why "another day’s call"'))
    .action((id: string, mentions: readonly string[], _: unknown, command: Command) =>
      decide(command, (timeline, editor) =>
        timeline.splitEvent(requireEventId(id), mentions.map(requireMentionId), editor),
      ),
    );
  addEditorOptions(program.command('hide'))
    .description('Leave an event out of every list, count and export')
    .argument('<id>', 'id of the event')
    .addHelpText('after', examples('hide evt_0123 --why "a recipe, no news"'))
    .action((id: string, _: unknown, command: Command) =>
      decide(command, (timeline, editor) => timeline.hideEvent(requireEventId(id), editor)),
    );
  addEditorOptions(program.command('restore'))
    .description('Undo all that was decided about an event and its mentions')
    .argument('<id>', 'id of the event, a merged or hidden one too')
    .addHelpText('after', examples('restore evt_0123 --why "it was right"'))
    .action((id: string, _: unknown, command: Command) =>
      decide(command, (timeline, editor) => timeline.restoreEvent(requireEventId(id), editor)),
    );
}

const examples = (line: string): string => `\nExamples:\n  dateline ${line}`;

const decide = (
  command: Command,
  work: (timeline: Timeline, editor: Editor) => Promise<CurationReport>,
): Promise<void> => curate(optionsOf<EditorOptions>(command), work);

export function requireEventId(id: string): EventId {
  if (kindOfId(id) !== 'event') throw new TimelineError('NOT_FOUND', `"${id}" is not the id of an event`);
  return eventId(id);
}

function requireMentionId(id: string): MentionId {
  if (kindOfId(id) !== 'mention') throw new TimelineError('NOT_FOUND', `"${id}" is not the id of a mention`);
  return mentionId(id);
}
