import { expect, test } from 'vitest';
import { eventId } from '../../../src/domain/event/ids.ts';
import type { EventStore } from '../../../src/store/port/event-store.ts';
import { buildArticle, buildChange, buildEvent, buildMention } from '../build-event.ts';
import { saveArticle } from '../save-change.ts';

/** Every id that was ever given out leads somewhere. */
export function describeHistory(store: () => EventStore): void {
  const [a, b, c] = [buildEvent('a'), buildEvent('b'), buildEvent('c')];
  const next = async (given: Parameters<typeof buildChange>[0]): Promise<number> =>
    saveArticle(store(), buildChange({ ...given }));

  test('a version is the event as it was at a revision, also between two changes of it', async () => {
    await next({});
    await next({ events: [a] });
    await next({ article: buildArticle('two') });
    await next({ events: [{ ...a, title: 'Changed' }] });
    const titles = await Promise.all(
      [1, 2, 3, 4, 5].map(async (revision) => (await store().getEventVersion(a.id, revision))?.title),
    );
    expect(titles).toEqual([undefined, 'Event a', 'Event a', 'Changed', undefined]);
  });

  test('a version keeps what its mentions said then, though they have changed or gone since', async () => {
    const said = (sentence: string) => ({ ...a, mentions: [buildMention('a', { sentence }), kept] });
    const kept = buildMention('kept');
    await next({ events: [said('They met.')] });
    await next({ events: [said('They did not meet.')] });
    await next({ events: [{ ...a, mentions: [kept] }] });
    const versions = await Promise.all([1, 2, 3].map((revision) => store().getEventVersion(a.id, revision)));
    expect(versions).toEqual([
      { ...said('They met.'), revision: 1, recordedAt: 1 },
      { ...said('They did not meet.'), revision: 2, recordedAt: 1 },
      { ...a, mentions: [kept], revision: 3, recordedAt: 1 },
    ]);
    expect(JSON.stringify(versions[2])).toBe(JSON.stringify((await store().getEvents([a.id]))[0]));
    expect(await store().verify()).toEqual([]);
  });

  test('a withdrawn event leads to the revision that withdrew it and keeps its earlier versions', async () => {
    await next({ events: [a] });
    await next({ withdrawn: [a.id] });
    expect(await store().lookUpEvent(a.id)).toEqual({ kind: 'withdrawn', revision: 2 });
    expect(await store().getEvents([a.id])).toEqual([undefined]);
    expect(await store().getEventVersion(a.id, 1)).toMatchObject({ title: 'Event a' });
    expect(await store().getEventVersion(a.id, 2)).toBeUndefined();
    expect(await store().countEvents({})).toBe(0);
  });

  test('an event that comes back after it was withdrawn keeps its first appearance', async () => {
    await next({ events: [a] });
    await next({ withdrawn: [a.id] });
    await next({ events: [a] });
    await next({ withdrawn: [a.id] });
    expect(await store().lookUpEvent(a.id)).toEqual({ kind: 'withdrawn', revision: 4 });
    await next({ events: [a] });
    expect(await store().lookUpEvent(a.id)).toMatchObject({
      kind: 'found',
      event: { revision: 5, recordedAt: 1 },
    });
  });

  test('only an event that exists can be withdrawn or merged', async () => {
    await next({ events: [a] });
    await expect(next({ withdrawn: [b.id] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(next({ merged: [{ from: a.id, into: b.id }] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('a merged id leads to the event that stayed, through later merges too', async () => {
    await next({ events: [a, b, c] });
    await next({ merged: [{ from: a.id, into: b.id }] });
    expect(await store().lookUpEvent(a.id)).toEqual({ kind: 'merged', into: b.id });
    await next({ merged: [{ from: b.id, into: c.id }] });
    expect(await store().lookUpEvent(a.id)).toEqual({ kind: 'merged', into: c.id });
    expect((await store().getEvents([a.id]))[0]?.id).toBe(c.id);
  });

  test('an event lists the ids that were merged into it, through later merges too, with their first appearance', async () => {
    await next({ events: [a] });
    await next({ events: [b, c] });
    await next({ merged: [{ from: a.id, into: b.id }] });
    await next({ merged: [{ from: b.id, into: c.id }] });
    expect(await store().listAbsorbed([a.id, c.id])).toEqual([
      { id: a.id, into: c.id, recordedAt: 1 },
      { id: b.id, into: c.id, recordedAt: 2 },
    ]);
    expect(await store().listAbsorbed([])).toEqual([]);
  });

  test.each([
    ['from its beginning', [0, 1]],
    ['from its end', [1, 0]],
  ])('a chain of merges in one change is followed, given %s', async (_, order) => {
    const chain = [
      { from: a.id, into: b.id },
      { from: b.id, into: c.id },
    ];
    await next({ events: [a, b, c] });
    await next({ merged: order.flatMap((index) => chain[index] ?? []) });
    expect(await store().lookUpEvent(a.id)).toEqual({ kind: 'merged', into: c.id });
    expect(await store().lookUpEvent(b.id)).toEqual({ kind: 'merged', into: c.id });
  });

  test('an event that is split off again under its merged id is found there', async () => {
    await next({ events: [a, b] });
    await next({ merged: [{ from: a.id, into: b.id }] });
    await next({ events: [a] });
    expect(await store().lookUpEvent(a.id)).toMatchObject({ kind: 'found', event: { recordedAt: 1 } });
    expect(await store().verify()).toEqual([]);
  });

  test('events are given in the order asked for, with gaps for those that do not exist', async () => {
    await next({ events: [a, b] });
    const found = await store().getEvents([b.id, eventId('evt_none'), a.id, b.id]);
    expect(found.map((event) => event?.id)).toEqual([b.id, undefined, a.id, b.id]);
  });
}
