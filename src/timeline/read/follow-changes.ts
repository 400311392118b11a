import type { EventChange } from '../../domain/event/change.ts';
import { MAX_PAGE_SIZE } from '../paging/page-request.ts';
import type { Timeline } from '../timeline.ts';

/** All changes of one revision. */
export interface RevisionChanges {
  readonly revision: number;
  readonly changes: readonly EventChange[];
}

/**
 * The changes of events after a revision: first the changes so far, then each new change, also of other processes. It asks the
 * store for its revision after each pause, and yields null where there is none. Ends at the first pause after the signal.
 */
export async function* followChanges(
  timeline: Pick<Timeline, 'readRevision' | 'listChanges'>,
  { since, pause, signal }: { since: number; pause: () => Promise<void>; signal: AbortSignal },
): AsyncGenerator<RevisionChanges | null> {
  let known = since;
  while (!signal.aborted) {
    const revision = await timeline.readRevision();
    if (revision > known) {
      for await (const group of byRevision(changesAfter(timeline, known))) {
        yield group;
        known = group.revision;
      }
      known = Math.max(known, revision);
    } else {
      yield null;
      await pause();
    }
  }
}

async function* changesAfter(
  timeline: Pick<Timeline, 'listChanges'>,
  since: number,
): AsyncGenerator<EventChange> {
  let after: string | null = null;
  do {
    const page = await timeline.listChanges(since, {
      first: MAX_PAGE_SIZE,
      ...(after !== null && { after }),
    });
    for (const { node } of page.edges) yield node;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}

/** Groups changes, which come in the order of revisions. */
async function* byRevision(changes: AsyncIterable<EventChange>): AsyncGenerator<RevisionChanges> {
  let group: EventChange[] = [];
  for await (const change of changes) {
    const [first] = group;
    if (first !== undefined && first.revision !== change.revision) {
      yield { revision: first.revision, changes: group };
      group = [];
    }
    group.push(change);
  }
  const [first] = group;
  if (first !== undefined) yield { revision: first.revision, changes: group };
}
