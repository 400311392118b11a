import type { Decision } from '../../../domain/event/decision.ts';
import type { EventId, MentionId } from '../../../domain/event/ids.ts';

/** The event that a decision is about; null for a decision about mentions. */
export const eventOf = (decision: Decision): EventId | null =>
  decision.kind === 'OVERRIDE' || decision.kind === 'HIDE' ? decision.event : null;

/** The mentions that a decision is about. */
export function mentionsOf(decision: Decision): readonly MentionId[] {
  if (decision.kind === 'TOGETHER') return decision.mentions;
  return decision.kind === 'APART' ? [...decision.one, ...decision.other] : [];
}
