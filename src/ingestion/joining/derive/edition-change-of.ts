import type { EventOverride } from '../../../domain/event/decision.ts';
import type {
  DerivedEvent,
  EditionChange,
  EventEdition,
  TimelineEvent,
} from '../../../domain/event/event.ts';
import { knownOn, type Mention } from '../../../domain/event/mention.ts';
import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import { deriveEvent } from './derive-event.ts';
import { isSameData } from './is-same-data.ts';

/**
 * What was known of an event before all of its articles were published, oldest first; none for an event that the articles
 * of a single day tell. What an editor has set lies over them all. Days on which no mention had a date yet have no
 * edition: the event was not known. Editions that begin before `since` are left out.
 */
function editionsOf(
  event: DerivedEvent,
  override: EventOverride = {},
  since: CalendarDate | null = null,
): readonly EventEdition[] {
  const days = daysOf(event.mentions);
  return days.flatMap((from, index) => {
    const until = days[index + 1];
    if (until === undefined || (since !== null && from < since)) return [];
    const known = event.mentions.filter((mention) => knownOn(mention) <= from);
    const told = deriveEvent(event.id, known, override);
    return told === null ? [] : [{ from, until, event: told }];
  });
}

/**
 * The editions of an event that differ from those of what it was before. An account that comes later than all others, as
 * most do, changes one of them, however many days have told of the event.
 */
export function editionChangeOf(
  event: DerivedEvent,
  before: TimelineEvent | undefined,
  override: EventOverride | undefined,
): EditionChange {
  const since = before === undefined || override !== undefined ? null : unchangedUntil(event, before);
  return { event: event.id, since, editions: editionsOf(event, override, since) };
}

/**
 * The last day on which both were told alike before they differ; null where there is none. What was not derived as it would
 * be now, because of an editor who has changed his mind or of an older rule, has nothing to keep.
 */
function unchangedUntil(
  event: DerivedEvent,
  { revision: _revision, recordedAt: _recordedAt, ...before }: TimelineEvent,
): CalendarDate | null {
  if (!isSameData(before, deriveEvent(before.id, before.mentions))) return null;
  const [first] = daysOf([
    ...missingFrom(event.mentions, before.mentions),
    ...missingFrom(before.mentions, event.mentions),
  ]);
  return first === undefined ? null : (daysOf(event.mentions).findLast((day) => day < first) ?? null);
}

function missingFrom(mentions: readonly Mention[], others: readonly Mention[]): readonly Mention[] {
  const known = new Map(others.map((other) => [other.id, other]));
  return mentions.filter((mention) => !isSameData(mention, known.get(mention.id)));
}

/** Each day on which one of the mentions became known, in order. */
const daysOf = (mentions: readonly Mention[]): readonly CalendarDate[] =>
  [...new Set(mentions.map(knownOn))].sort();
