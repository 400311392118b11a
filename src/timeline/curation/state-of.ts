import type { EventState } from '../../domain/event/audit.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';

/** What the audit trail keeps of an event as it was. */
export const stateOf = ({
  id,
  revision,
  title,
  type,
  date,
  actors,
  mentions,
}: TimelineEvent): EventState => ({
  id,
  revision,
  title,
  type,
  date: date.edtf,
  actors: actors.map(({ name }) => name),
  mentions: mentions.map((mention) => mention.id),
});
