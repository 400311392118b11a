import { TimelineError } from '../../domain/errors.ts';
import type { EventOverride } from '../../domain/event/decision.ts';
import type { EventId } from '../../domain/event/ids.ts';
import type { IngestTools } from '../ingest/read-article.ts';
import type { CurationReport, Editor, EventEdit } from '../timeline-writing.ts';
import { type CurationParts, curate } from './curate.ts';
import { checkedNames, isActorId, nameActors } from './name-actors.ts';

/** In UTF-16 code units. */
const LONGEST_TITLE = 300;

interface EditParts extends CurationParts {
  readonly loadTools: () => Promise<IngestTools>;
}

/** Sets fields of an event until the event is restored. `BAD_EDIT` for an edit that sets nothing, or too long a value. */
export async function editEvent(
  parts: EditParts,
  id: EventId,
  edit: EventEdit,
  editor: Editor,
): Promise<CurationReport> {
  checkEdit(edit);
  const { title, type, actors, date } = edit;
  const names = actors && checkedNames(actors);
  // Loading the tools takes a second, and an id needs none of them.
  const lexicon = names?.every(isActorId) === false ? (await parts.loadTools()).lexicon : undefined;
  const fields: EventOverride = {
    ...(title !== undefined && { title: checkedTitle(title) }),
    ...(type !== undefined && { type }),
    ...(date !== undefined && { date }),
  };
  return curate(parts, {
    ids: [id],
    action: 'EDIT',
    editor,
    decide: async ({ events }, unit) => {
      const named = names && (await nameActors(unit, names, lexicon));
      const override = named ? { ...fields, actors: named.participants } : fields;
      return {
        decisions: events.map((event) => ({ kind: 'OVERRIDE', event: event.id, fields: override })),
        lifted: [],
        ...(named && { actors: named.introduced }),
      };
    },
  });
}

function checkEdit({ title, type, actors, date }: EventEdit): void {
  if (title === undefined && type === undefined && actors === undefined && date === undefined)
    throw new TimelineError('BAD_EDIT', 'an edit sets a title, a type, actors or a date');
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
