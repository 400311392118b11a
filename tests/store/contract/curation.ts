import { expect, test } from 'vitest';
import type { Decision } from '../../../src/domain/event/decision.ts';
import { actorId } from '../../../src/domain/event/ids.ts';
import type { PageRequest } from '../../../src/domain/query/timeline-query.ts';
import type { CurationChange, EventStore } from '../../../src/store/port/event-store.ts';
import { buildChange, buildEvent, buildMention, buildNote, buildSubject, dayDate } from '../build-event.ts';
import { saveArticle, saveCuration } from '../save-change.ts';

/** The decisions of editors, and their effect on reads. */
export function describeCuration(store: () => EventStore): void {
  const all: PageRequest = { direction: 'FORWARD', size: 100, after: null };
  const actor = { id: actorId('act_ada'), name: 'Ada', role: 'ACTOR' } as const;
  const a = buildEvent('a', { actors: [actor], title: 'A quiet meeting' });
  const b = buildEvent('b', { date: dayDate('1999-01-01') });
  const hideA: Decision = { kind: 'HIDE', event: a.id };

  const curate = async (given: Partial<CurationChange>): Promise<number> =>
    saveCuration(store(), {
      events: [],
      snapshots: [],
      merged: [],
      withdrawn: [],
      joinKeys: [],
      decisions: [],
      lifted: [],
      note: buildNote(),
      ...given,
    });
  const standing = async () =>
    (await store().readJoinCandidates(buildSubject({ events: [a.id, b.id] }))).decisions;

  test('a hidden event is in no list, no count and no search, and its id says that it is hidden', async () => {
    await saveArticle(store(), buildChange({ events: [a, b] }));
    await curate({ decisions: [hideA], events: [a] });
    const ids = (await store().listEvents({}, 'DATE', all)).items.map(({ node }) => node.id);
    expect(ids).toEqual([b.id]);
    expect(await store().countEvents({})).toBe(1);
    expect(await store().countEvents({ text: 'quiet' })).toBe(0);
    expect(await store().countEvents({ actors: ['Ada'] })).toBe(0);
    expect(await store().getActor(actor.id)).toMatchObject({ eventCount: 0 });
    expect(await store().readSummary()).toMatchObject({ eventCount: 1, latest: '1999-01-01' });
    expect(await store().lookUpEvent(a.id)).toEqual({ kind: 'hidden', revision: 2 });
    expect(await store().getEvents([a.id])).toEqual([undefined]);
    expect(await store().getEventIdOfMention(buildMention('a').id)).toBeUndefined();
    expect((await store().getArticle(buildMention('a').article.id))?.eventCount).toBe(1);
    expect(await store().getEventVersion(a.id, 2)).toBeUndefined();
    expect(await store().verify()).toEqual([]);
  });

  test('a hidden event still takes part in joining, and stays hidden when it changes', async () => {
    await saveArticle(store(), buildChange({ events: [a] }));
    await curate({ decisions: [hideA], events: [a] });
    await saveArticle(store(), buildChange({ events: [{ ...a, title: 'Told anew' }] }));
    expect(await store().lookUpEvent(a.id)).toEqual({ kind: 'hidden', revision: 2 });
    const { events } = await store().readJoinCandidates(buildSubject({ events: [a.id] }));
    expect(events).toMatchObject([{ title: 'Told anew', revision: 3 }]);
    expect(await store().verify()).toEqual([]);
  });

  test('an event whose hiding is lifted is found again, as it is by now', async () => {
    await saveArticle(store(), buildChange({ events: [a] }));
    await curate({ decisions: [hideA], events: [a] });
    await curate({
      lifted: (await standing()).map(({ key }) => key),
      events: [{ ...a, title: 'Quiet again' }],
    });
    expect(await store().countEvents({ text: 'quiet', actors: ['Ada'] })).toBe(1);
    const changes = await store().listChanges(1, all);
    expect(changes.items.map(({ node }) => node.change)).toEqual(['REMOVED', 'ADDED']);
    expect(await store().verify()).toEqual([]);
  });

  test('decisions stand until they are lifted, once', async () => {
    const decisions: readonly Decision[] = [
      { kind: 'OVERRIDE', event: a.id, fields: { title: 'Edited' } },
      { kind: 'TOGETHER', mentions: [buildMention('a').id, buildMention('b').id] },
    ];
    await saveArticle(store(), buildChange({ events: [a, b] }));
    await curate({ decisions });
    const found = await standing();
    expect(found.map(({ key: _key, ...decision }) => decision)).toEqual(decisions);
    const lifted = found.map(({ key }) => key);
    await curate({ lifted });
    expect(await standing()).toEqual([]);
    await expect(curate({ lifted })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('what an editor said of an event that has merged is said of the one that stayed', async () => {
    await saveArticle(store(), buildChange({ events: [a, b] }));
    await curate({ decisions: [{ kind: 'OVERRIDE', event: a.id, fields: { title: 'Edited' } }] });
    await saveArticle(store(), buildChange({ merged: [{ from: a.id, into: b.id }] }));
    const { decisions } = await store().readJoinCandidates(buildSubject({ events: [b.id] }));
    expect(decisions).toMatchObject([{ kind: 'OVERRIDE', event: b.id }]);
  });

  test('mentions that belong together make each other’s events candidates, however far their dates are', async () => {
    await saveArticle(store(), buildChange({ events: [a, b] }));
    const [first, second] = [buildMention('a').id, buildMention('b').id];
    await curate({ decisions: [{ kind: 'TOGETHER', mentions: [first, second] }] });
    const { events } = await store().readJoinCandidates(buildSubject({ mentions: [first] }));
    expect(events.map(({ id }) => id)).toEqual([a.id, b.id]);
  });
}
