import type { DerivedEvent, TimelineEvent } from '../../../domain/event/event.ts';

/** The fields are spelled out: documents have no others, and always the same order. */
export const storedEvent = (derived: DerivedEvent, revision: number, recordedAt: number): TimelineEvent => ({
  id: derived.id,
  revision,
  recordedAt,
  title: derived.title,
  date: derived.date,
  type: derived.type,
  modality: derived.modality,
  actors: derived.actors,
  places: derived.places,
  confidence: derived.confidence,
  sourceCount: derived.sourceCount,
  conflicts: derived.conflicts,
  titleKind: derived.titleKind,
  subject: derived.subject,
  mentions: derived.mentions,
});
