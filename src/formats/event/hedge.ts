import type { TimelineEvent } from '../../domain/event/event.ts';

/** A word that says how sure an event is. */
export type Hedge = 'hypothetical' | 'planned' | 'reported';

/** How sure an event is; null for an event that an article asserts. */
export function hedgeOf({ modality }: Pick<TimelineEvent, 'modality'>): Hedge | null {
  switch (modality) {
    case 'UNREAL':
      return 'hypothetical';
    case 'PLANNED':
      return 'planned';
    case 'REPORTED':
      return 'reported';
    case 'ASSERTED':
      return null;
  }
}

/** The date for people, with the hedge: `early 2022, planned`. The date of a report says so itself. */
export function hedgedDate(event: Pick<TimelineEvent, 'modality' | 'date'>): string {
  const hedge = hedgeOf(event);
  const { display, role } = event.date;
  return hedge === null || (hedge === 'reported' && role === 'PUBLISHED') ? display : `${display}, ${hedge}`;
}

/** Whether an event surely happened in its days: not planned, not unreal, and dated by more than the day of a report. */
export const isCertain = ({ modality, date }: Pick<TimelineEvent, 'modality' | 'date'>): boolean =>
  modality !== 'PLANNED' && modality !== 'UNREAL' && date.role !== 'PUBLISHED';
