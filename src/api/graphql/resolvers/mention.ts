import type { TimelineEvent } from '../../../domain/event.ts';
import type { Mention, Participant, ParticipantRole, Quote } from '../../../domain/mention.ts';

/** A mention together with the event it was reached by, so that going back costs nothing. */
export interface MentionSource extends Mention {
  readonly event: TimelineEvent;
}

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

export const eventResolvers = {
  mentions: (event: TimelineEvent): readonly MentionSource[] =>
    event.mentions.map((mention) => ({ ...mention, event })),
  participants: ({ actors }: TimelineEvent): readonly ParticipantSource[] => actors.map(participantSource),
  conflicts: (event: TimelineEvent) =>
    event.conflicts.map(({ field, sides }) => ({
      field,
      sides: sides.map(({ says, mentions }) => ({
        says,
        mentions: event.mentions
          .filter(({ id }) => mentions.includes(id))
          .map((mention) => ({ ...mention, event })),
      })),
    })),
};

export const mentionResolvers = {
  selectors: ({ quote }: Mention): readonly Selector[] => selectorsOf(quote),
  participants: ({ actors }: Mention): readonly ParticipantSource[] => actors.map(participantSource),
  datedBy: ({ datedBy, event }: MentionSource): MentionSource | null => {
    const dated = event.mentions.find(({ id }) => id === datedBy);
    return dated === undefined ? null : { ...dated, event };
  },
};

export const selectorTypeName = ({ type }: Selector): string => type;

function selectorsOf({ exact, prefix, suffix, start, end }: Quote): readonly Selector[] {
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    { type: 'TextPositionSelector', start, end },
  ];
}
