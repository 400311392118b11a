import { TimelineError } from '../../domain/errors.ts';
import type { EventChange } from '../../domain/event/change.ts';
import { MAX_PAGE_SIZE } from '../paging/page-request.ts';
import type { Timeline } from '../timeline.ts';

/** All changes of one revision. */
export interface RevisionChanges {
  readonly revision: number;
  readonly changes: readonly EventChange[];
}

/** Calls a listener after a change; returns a function that ends it. */
export type OnChange = (listener: () => void) => () => void;

/**
 * The changes of events after a revision: first the changes so far, then each new change, also of other processes. It asks the
 * store for its revision after each pause, which a change may cut short, and yields null where there is none. A store that
 * cannot answer for a while is asked again. Ends at the first pause after the signal.
 */
export async function* followChanges(
  timeline: Pick<Timeline, 'readRevision' | 'listChanges' | 'servers'>,
  given: { since: number; pause: (onChange?: OnChange) => Promise<void>; signal: AbortSignal },
): AsyncGenerator<RevisionChanges | null> {
  const { pause, signal } = given;
  let known = given.since;
  while (!signal.aborted) {
    const before = known;
    try {
      const revision = await timeline.readRevision();
      if (revision > known) {
        for await (const group of byRevision(changesAfter(timeline, known))) {
          yield group;
          known = group.revision;
        }
        known = Math.max(known, revision);
      }
    } catch (error) {
      if (!(error instanceof TimelineError && error.code === 'STORE_BUSY')) throw error;
    }
    if (known > before) continue;
    yield null;
    await pause(timeline.servers?.onChange);
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
