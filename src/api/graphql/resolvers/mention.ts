import type { ConflictField, EventConflict } from '../../../domain/event/conflict.ts';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { Mention, Participant, ParticipantRole, Quote } from '../../../domain/event/mention.ts';
import { yearsAgo } from '../../../timeline/read/on-this-date.ts';
import type { ComparedEvent, EventsAround } from '../../../timeline/read/timeline-reading.ts';
import type { Timeline } from '../../../timeline/timeline.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import { readEvents } from '../limits/read-events.ts';
import { citeResolver } from './citation.ts';
import { type EventFilterInput, eventFilterOf } from './event-filter-input.ts';
import { explainEventSource, explainMentionSource } from './explanation.ts';
import type { MentionSource } from './mention-source.ts';

/** The selectors of the W3C Web Annotation Data Model, but counted in UTF-16 code units. */
type Selector =
  | {
      readonly type: 'TextQuoteSelector';
      readonly exact: string;
      readonly prefix: string;
      readonly suffix: string;
    }
  | { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number };

/** An actor, and the part that it takes. */
interface ParticipantSource {
  readonly actor: Participant;
  readonly role: ParticipantRole;
}

const participantSource = (actor: Participant): ParticipantSource => ({ actor, role: actor.role });

interface AroundInput {
  readonly before: number;
  readonly after: number;
  readonly filter?: EventFilterInput | null;
}

export const createEventResolvers = (parts: GraphqlParts) => ({
  cite: citeResolver(parts),
  yearsAgo: (
    { date }: TimelineEvent,
    { tz }: { readonly tz: string },
    { todayIn }: GraphqlContext,
  ): number | null => yearsAgo(date, todayIn(tz)),
  mentions: (event: TimelineEvent): readonly MentionSource[] => event.mentions.map(withEvent(event)),
  participants: ({ actors }: TimelineEvent): readonly ParticipantSource[] => actors.map(participantSource),
  conflicts: (event: TimelineEvent): readonly ConflictSource[] => conflictSources(event, event.conflicts),
  explain: (event: TimelineEvent, input: { readonly first: number }, context: GraphqlContext) =>
    explainEventSource(parts.timeline, event, input, context),
  around: (
    { id }: TimelineEvent,
    { filter, ...sizes }: AroundInput,
    context: GraphqlContext,
  ): Promise<EventsAround> =>
    readEvents(
      context,
      () =>
        parts.timeline.listAround(id, {
          ...sizes,
          filter: eventFilterOf(filter ?? {}),
          caller: context.caller,
        }),
      ({ event, before, after }) => [event, ...before, ...after],
    ),
});

/** An event that two articles tell of, with its accounts. */
export const comparedEventResolvers = {
  first: ({ event, first }: ComparedEvent): readonly MentionSource[] => first.map(withEvent(event)),
  second: ({ event, second }: ComparedEvent): readonly MentionSource[] => second.map(withEvent(event)),
  conflicts: ({ event, conflicts }: ComparedEvent): readonly ConflictSource[] =>
    conflictSources(event, conflicts),
};

const withEvent =
  (event: TimelineEvent) =>
  (mention: Mention): MentionSource => ({ ...mention, event });

interface ConflictSource {
  readonly field: ConflictField;
  readonly sides: readonly { readonly says: string; readonly mentions: readonly MentionSource[] }[];
}

const conflictSources = (
  event: TimelineEvent,
  conflicts: readonly EventConflict[],
): readonly ConflictSource[] =>
  conflicts.map(({ field, sides }) => ({
    field,
    sides: sides.map(({ says, mentions }) => ({
      says,
      mentions: event.mentions.filter(({ id }) => mentions.includes(id)).map(withEvent(event)),
    })),
  }));

export const createMentionResolvers = (timeline: Timeline) => ({
  // No property of the stored account, so that no operation with it is compiled.
  event: ({ event }: MentionSource): TimelineEvent => event,
  explain: (mention: MentionSource, _: unknown, context: GraphqlContext) =>
    explainMentionSource(timeline, mention, context),
  selectors: ({ quote }: Mention): readonly Selector[] => selectorsOf(quote),
  participants: ({ actors }: Mention): readonly ParticipantSource[] => actors.map(participantSource),
  datedBy: ({ datedBy, event }: MentionSource): MentionSource | null => {
    const dated = event.mentions.find(({ id }) => id === datedBy);
    return dated === undefined ? null : { ...dated, event };
  },
});

export const selectorTypeName = ({ type }: Selector): string => type;

function selectorsOf({ exact, prefix, suffix, start, end }: Quote): readonly Selector[] {
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    { type: 'TextPositionSelector', start, end },
  ];
}
