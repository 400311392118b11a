import { listJoinKeys } from '../../ingestion/joining/join-keys.ts';
import { comparedMentions } from '../../ingestion/joining/linked-events.ts';
import type { TimelineUnit } from '../../store/port/event-store.ts';

/** Makes the keys of events that an upgrade has left without any. The first unit of work that joins accounts finds such events. */
export async function renewJoinKeys(unit: TimelineUnit): Promise<void> {
  for (;;) {
    const events = await unit.readUnkeyed();
    if (events.length === 0) return;
    await unit.saveJoinKeys(
      events.map(({ id }) => id),
      listJoinKeys(events.flatMap(comparedMentions)),
    );
  }
}
