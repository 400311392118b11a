import { TimelineError } from '../../../domain/errors.ts';
import type { PurgeReason } from '../../../domain/event/audit.ts';

/** Throws `PURGED` where an article has a reason for which it was removed. */
export function refusePurgedArticle(id: string, reason: PurgeReason | undefined): void {
  if (reason !== undefined)
    throw new TimelineError('PURGED', `article "${id}" was removed for good (${reason})`);
}
