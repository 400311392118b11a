import { expect, test } from 'vitest';
import type { EventStore } from '../../../src/store/port/event-store.ts';
import { buildChange, buildEvent, buildMention } from '../build-event.ts';
import { saveArticle } from '../save-change.ts';

export type BackEnd = 'SQLite' | 'PostgreSQL';

/** The required answer of each back end. */
type Answers<T> = Readonly<Record<BackEnd, T>>;

/** Each difference between the back ends that is allowed; docs/postgresql.md tells of them. All else of the contract is the same. */
export function describeRanking(store: () => EventStore, backEnd: BackEnd): void {
  const quoted = (name: string, sentence: string) =>
    buildEvent(name, { title: `Report ${name}`, mentions: [buildMention(name, { sentence })] });

  const BEST: Answers<readonly string[]> = {
    SQLite: ['evt_rare', 'evt_near'],
    PostgreSQL: ['evt_near', 'evt_rare'],
  };

  test('of two words, the rarer one counts more in SQLite, and words near to each other in PostgreSQL', async () => {
    const others = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => quoted(name, 'The harbour was calm.'));
    const events = [
      quoted('near', 'The harbour lantern shone, the harbour was calm, and every boat came home.'),
      quoted('rare', 'The lantern shone, the boats came home, a lantern in each harbour.'),
      ...others,
    ];
    await saveArticle(store(), buildChange({ events }));
    const page = { direction: 'FORWARD', size: 10, after: null } as const;
    const found = await store().listEvents({ text: 'harbour lantern' }, 'RELEVANCE', page);
    expect(found.items.map(({ node }) => node.id)).toEqual(BEST[backEnd]);
  });
}
