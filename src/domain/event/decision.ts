import type { EventDate } from '../time/event-date.ts';
import type { EventType } from './event-type.ts';
import type { EventId, MentionId } from './ids.ts';
import type { Participant } from './mention.ts';

/**
 * A decision of an editor, which holds until it is lifted. TOGETHER: these mentions are one event. APART: these two groups of
 * mentions are two events. OVERRIDE: fields of an event. HIDE: readers do not see the event.
 */
export type Decision =
  | { readonly kind: 'TOGETHER'; readonly mentions: readonly MentionId[] }
  | { readonly kind: 'APART'; readonly one: readonly MentionId[]; readonly other: readonly MentionId[] }
  | { readonly kind: 'OVERRIDE'; readonly event: EventId; readonly fields: EventOverride }
  | { readonly kind: 'HIDE'; readonly event: EventId };

/** A decision that holds now. `key` names the decision when it is lifted; keys rise with time. */
export type StandingDecision = Decision & { readonly key: number };

/** The fields of an event that an editor has set. The mentions give all other fields. */
export interface EventOverride {
  readonly title?: string;
  readonly type?: EventType;
  readonly actors?: readonly Participant[];
  readonly date?: EventDate;
}

/** All standing decisions, as constraints on joining and as fields laid over the derived fields. */
export interface JoinDecisions {
  /** Each group of mentions is one event. A later account that fits any mention of the group joins that event. */
  readonly together: readonly (readonly MentionId[])[];
  /** No event holds mentions of both lists. This outweighs `together`. */
  readonly apart: readonly { readonly one: readonly MentionId[]; readonly other: readonly MentionId[] }[];
  readonly overrides: ReadonlyMap<EventId, EventOverride>;
}

/** The decisions of a timeline that no editor has touched. */
export const NO_DECISIONS: JoinDecisions = { together: [], apart: [], overrides: new Map() };
