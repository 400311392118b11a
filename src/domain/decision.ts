import type { EventId, MentionId } from './ids.ts';
import type { EventOverride } from './join-decisions.ts';

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
