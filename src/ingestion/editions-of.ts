import type { DerivedEvent } from '../domain/event.ts';
import type { EventEdition } from '../domain/event-edition.ts';
import type { EventOverride } from '../domain/join-decisions.ts';
import { knownOn } from '../domain/known-on.ts';
import { deriveEvent } from './derive-event.ts';

/**
 * What was known of an event before all of its articles were published, oldest first; none for an event that the articles
 * of a single day tell. What an editor has set lies over them all. Days on which no mention had a date yet have no edition: the event was not known.
 */
export function editionsOf(event: DerivedEvent, override: EventOverride = {}): readonly EventEdition[] {
  const days = [...new Set(event.mentions.map(knownOn))].sort();
  return days.flatMap((from, index) => {
    const until = days[index + 1];
    if (until === undefined) return [];
    const known = event.mentions.filter((mention) => knownOn(mention) <= from);
    const told = deriveEvent(event.id, known, override);
    return told === null ? [] : [{ from, until, event: told }];
  });
}
