import type { EventType } from '../../../domain/event/event-type.ts';
import { requireEdtf } from '../../../domain/time/read-edtf.ts';
import type { EventEdit } from '../../../timeline/timeline-writing.ts';

/** The SDL's `EventEdit`; null means the same as leaving a field out. */
export interface EventEditInput {
  readonly title?: string | null;
  readonly type?: EventType | null;
  readonly actors?: readonly string[] | null;
  readonly date?: string | null;
}

export const eventEditOf = ({ title, type, actors, date }: EventEditInput): EventEdit => ({
  ...(title != null && { title }),
  ...(type != null && { type }),
  ...(actors != null && { actors }),
  ...(date != null && { date: requireEdtf(date) }),
});
