import type { TimelineEvent } from '../../domain/event/event.ts';

/** A word that says how sure an event is; null for an event that an article asserts. */
export function hedgeOf({ modality }: Pick<TimelineEvent, 'modality'>): 'planned' | 'reported' | null {
  switch (modality) {
    case 'PLANNED':
      return 'planned';
    case 'REPORTED':
      return 'reported';
    case 'ASSERTED':
      return null;
  }
}

/** The date for people, with the hedge: `early 2022, planned`. */
export function hedgedDate(event: Pick<TimelineEvent, 'modality' | 'date'>): string {
  const hedge = hedgeOf(event);
  return hedge === null ? event.date.display : `${event.date.display}, ${hedge}`;
}
