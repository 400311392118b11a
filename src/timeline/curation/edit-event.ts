import { TimelineError } from '../../domain/errors.ts';
import type { EventOverride } from '../../domain/event/decision.ts';
import type { EventId } from '../../domain/event/ids.ts';
import type { CurationReport, Editor, EventEdit } from '../timeline-writing.ts';
import { type CurationParts, curate } from './curate.ts';
import { nameActors } from './name-actors.ts';

/** In UTF-16 code units. */
const LONGEST_TITLE = 300;

/** Sets fields of an event, for as long as nobody restores it. `BAD_EDIT` for an edit that says nothing or too much. */
export async function editEvent(
  parts: CurationParts,
  id: EventId,
  edit: EventEdit,
  editor: Editor,
): Promise<CurationReport> {
  const fields = await checkedFields(parts, edit);
  return curate(parts, {
    ids: [id],
    action: 'EDIT',
    editor,
    decide: ({ events }) => ({
      decisions: events.map((event) => ({ kind: 'OVERRIDE', event: event.id, fields })),
      lifted: [],
    }),
  });
}

async function checkedFields({ store }: CurationParts, edit: EventEdit): Promise<EventOverride> {
  const { title, type, actors, date } = edit;
  if (title === undefined && type === undefined && actors === undefined && date === undefined)
    throw new TimelineError('BAD_EDIT', 'an edit sets a title, a type, actors or a date');
  return {
    ...(title !== undefined && { title: checkedTitle(title) }),
    ...(type !== undefined && { type }),
    ...(actors !== undefined && { actors: await nameActors(store, actors) }),
    ...(date !== undefined && { date }),
  };
}

function checkedTitle(text: string): string {
  const title = text.trim().replaceAll(/\s+/gu, ' ');
  if (title === '') throw new TimelineError('BAD_EDIT', 'a title has at least one letter');
  if (title.length > LONGEST_TITLE)
    throw new TimelineError(
      'BAD_EDIT',
      `a title has at most ${LONGEST_TITLE} characters, not ${title.length}`,
    );
  return title;
}
