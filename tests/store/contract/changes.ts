import { expect, test } from 'vitest';
import { articleId } from '../../../src/domain/event/ids.ts';
import type { PageRequest } from '../../../src/domain/query/timeline-query.ts';
import type { EventStore } from '../../../src/store/port/event-store.ts';
import { buildArticle, buildChange, buildEvent, buildNote } from '../build-event.ts';
import { saveArticle } from '../save-change.ts';

/** The log of what became of events, and of who did it. */
export function describeChanges(store: () => EventStore): void {
  const [a, b] = [buildEvent('a'), buildEvent('b')];
  const all: PageRequest = { direction: 'FORWARD', size: 100, after: null };
  const next = async (given: Parameters<typeof buildChange>[0]): Promise<number> =>
    saveArticle(store(), buildChange({ ...given }));
  const changesAfter = async (since: number) =>
    (await store().listChanges(since, all)).items.map(
      ({ node }) =>
        `${node.revision} ${node.change} ${node.event}${node.into === null ? '' : ` ${node.into}`}`,
    );

  async function live(): Promise<void> {
    await next({ events: [b, a] });
    await next({ events: [{ ...a, title: 'Changed' }] });
    await next({ merged: [{ from: b.id, into: a.id }] });
    await next({ withdrawn: [a.id] });
    await next({ events: [a] });
  }

  test('each change of an event is listed with its revision, in the order of revisions and then of ids', async () => {
    await live();
    expect(await changesAfter(0)).toEqual([
      '1 ADDED evt_a',
      '1 ADDED evt_b',
      '2 CHANGED evt_a',
      '3 MERGED evt_b evt_a',
      '4 REMOVED evt_a',
      '5 ADDED evt_a',
    ]);
  });

  test('changes after a revision leave out that revision itself', async () => {
    await live();
    expect(await changesAfter(3)).toEqual(['4 REMOVED evt_a', '5 ADDED evt_a']);
    expect(await changesAfter(5)).toEqual([]);
  });

  test('pages of changes are the whole log once, also where a page ends within a revision', async () => {
    await live();
    const first = await store().listChanges(0, { ...all, size: 1 });
    const after = first.items.at(-1)?.position ?? null;
    const rest = await store().listChanges(0, { direction: 'FORWARD', size: 100, after });
    expect([first.hasNextPage, rest.hasNextPage]).toEqual([true, false]);
    expect([...first.items, ...rest.items].map(({ node }) => node.event)).toEqual(
      ['a', 'b', 'a', 'b', 'a', 'a'].map((name) => `evt_${name}`),
    );
  });

  test('notes are read back, newest first, with the revision of their change', async () => {
    const [one, two] = [articleId('art_one'), articleId('art_two')];
    await next({ note: buildNote({ action: 'INGEST', subject: one }) });
    await next({
      article: buildArticle('two'),
      note: buildNote({ action: 'INGEST', subject: two, why: null }),
    });
    const trail = await store().listAudit(null, all);
    expect(trail.items.map(({ node }) => node)).toEqual([
      { ...buildNote({ action: 'INGEST', subject: two, why: null }), revision: 2 },
      { ...buildNote({ action: 'INGEST', subject: one }), revision: 1 },
    ]);
    const own = await store().listAudit(one, all);
    expect(own.items.map(({ node }) => node.subject)).toEqual([one]);
  });
}
