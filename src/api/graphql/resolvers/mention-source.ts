import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { Mention } from '../../../domain/event/mention.ts';

/** A mention together with the event it was reached by, so that going back costs nothing. */
export interface MentionSource extends Mention {
  readonly event: TimelineEvent;
}
