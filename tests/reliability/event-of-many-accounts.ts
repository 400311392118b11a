import type { DerivedEvent } from '../../src/domain/event/event.ts';
import { mentionId } from '../../src/domain/event/ids.ts';
import { dayEvent } from '../api/rest/stored-events.ts';

/** An event of one day with so many accounts. */
export function eventOfManyAccounts(name: string, count: number): DerivedEvent {
  const event = dayEvent(name, '2021-12-20');
  const mentions = event.mentions.flatMap((mention) =>
    Array.from({ length: count }, (_, n) => ({ ...mention, id: mentionId(`men_${name}-${n}`) })),
  );
  return { ...event, mentions };
}
