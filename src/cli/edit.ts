import type { Command } from 'commander';
import { EVENT_TYPES, type EventType } from '../domain/event/event.ts';
import { requireEdtf } from '../domain/time/read-edtf.ts';
import type { EventEdit } from '../timeline/timeline-writing.ts';
import { curate, requireEventId } from './curate.ts';
import { addEditorOptions, type EditorOptions } from './editor-options.ts';
import { optionsOf } from './global-options.ts';
import { oneWord, repeated } from './option-values.ts';

interface EditOptions extends EditorOptions {
  readonly title?: string;
  readonly type?: EventType;
  readonly actor?: readonly string[];
  readonly date?: string;
}

const EXAMPLES = `
What is set stays, whatever articles are read later, until the event is restored.

Examples:
  dateline edit evt_0123 --title "Biden and Putin spoke by video" --why "clearer"
  dateline edit evt_0123 --date 2021-12-07 --actor act_joe-biden --actor "Vladimir Putin" --why "the transcript"`;

/** `dateline edit ID`: fields of an event, laid over what its mentions say. */
export function addEdit(program: Command): void {
  addEditorOptions(program.command('edit'))
    .description('Set the title, type, actors or date of an event')
    .argument('<id>', 'id of the event')
    .option('--title <text>', 'what happened, in one line')
    .option('--type <type>', `one of ${EVENT_TYPES.join(', ')}`, oneWord(EVENT_TYPES))
    .option('--actor <name>', 'who took part: an id or a name; may be repeated', repeated)
    .option('--date <edtf>', 'when: 2021-12-21, 2021-12, 2021, 2021-12-01/2021-12-20, 2021/..')
    .addHelpText('after', EXAMPLES)
    .action(edit);
}

async function edit(id: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<EditOptions>(command);
  const fields = fieldsOf(options);
  await curate(options, (timeline, editor) => timeline.editEvent(requireEventId(id), fields, editor));
}

const fieldsOf = ({ title, type, actor, date }: EditOptions): EventEdit => ({
  ...(title !== undefined && { title }),
  ...(type !== undefined && { type }),
  ...(actor !== undefined && { actors: actor }),
  ...(date !== undefined && { date: requireEdtf(date) }),
});
