import type { EventDate } from '../time/event-date.ts';
import type { EventType } from './event-type.ts';
import type { EventId, MentionId } from './ids.ts';
import type { Participant } from './mention.ts';

/**
 * What an editor has decided, and what holds until it is lifted: mentions that tell of one event, mentions that do not,
 * fields of an event, and events that readers do not see.
 */
export type Decision =
  | { readonly kind: 'TOGETHER'; readonly mentions: readonly MentionId[] }
  | { readonly kind: 'APART'; readonly one: readonly MentionId[]; readonly other: readonly MentionId[] }
  | { readonly kind: 'OVERRIDE'; readonly event: EventId; readonly fields: EventOverride }
  | { readonly kind: 'HIDE'; readonly event: EventId };

/** A decision that holds. `key` names it for whoever lifts it; keys rise with time. */
export type StandingDecision = Decision & { readonly key: number };

/** What an editor has set of an event; what is left out is derived from the mentions. */
export interface EventOverride {
  readonly title?: string;
  readonly type?: EventType;
  readonly actors?: readonly Participant[];
  readonly date?: EventDate;
}

/** What editors have decided, as constraints on joining and as fields laid over what is derived. */
export interface JoinDecisions {
  /** Groups of mentions: the events that hold them are one. Later accounts join it as they would have joined any of these. */
  readonly together: readonly (readonly MentionId[])[];
  /** No mention of the one list is ever in an event with one of the other; outweighs `together`. */
  readonly apart: readonly { readonly one: readonly MentionId[]; readonly other: readonly MentionId[] }[];
  readonly overrides: ReadonlyMap<EventId, EventOverride>;
}

export const NO_DECISIONS: JoinDecisions = { together: [], apart: [], overrides: new Map() };
