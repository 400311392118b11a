import { expect, test } from 'vitest';
import type { EventStore, TimelineUnit } from '../../../src/store/port/event-store.ts';
import { buildArticle, buildChange, buildEvent, buildMention, buildNote } from '../build-event.ts';
import { saveArticle, saveCuration } from '../save-change.ts';

/** Articles that are removed for good. */
export function describePurging(store: () => EventStore): void {
  const article = buildArticle('one');
  const event = buildEvent('a', { title: 'A quiet meeting' });
  const nothing = { events: [], snapshots: [], merged: [], withdrawn: [], joinKeys: [] };

  const purge = (): ReturnType<TimelineUnit['purgeArticle']> =>
    store().withTimeline(async (unit) => {
      const edits = await unit.purgeEdits(article.id);
      const note = buildNote({ action: 'PURGE', subject: article.id, why: 'PRIVACY' });
      return unit.purgeArticle({
        ...nothing,
        article: article.id,
        reason: 'PRIVACY',
        withdrawn: [event.id],
        derive: () => null,
        edits,
        note,
      });
    });

  test('a purged article leaves its id and the reason, and its event leaves a tombstone', async () => {
    await saveArticle(store(), buildChange({ events: [event] }));
    expect(await purge()).toEqual({ revision: 2, versionCount: 1 });
    const reasonOf = (id: typeof article.id) => store().withTimeline((unit) => unit.getPurgeReason(id));
    expect(await reasonOf(article.id)).toBe('PRIVACY');
    expect(await reasonOf(buildArticle('other').id)).toBeUndefined();
    await expect(store().getArticle(article.id)).rejects.toMatchObject({ code: 'PURGED' });
    await expect(store().lookUpEvent(event.id)).rejects.toMatchObject({ code: 'PURGED' });
    expect(await store().countEvents({ text: 'quiet' })).toBe(0);
    expect(await store().isAddressStripped(article.id)).toBe(false);
    await store().compact();
    expect(await store().verify()).toEqual([]);
  });

  test('an edit of an event of the article loses its title, and is named with the event', async () => {
    await saveArticle(store(), buildChange({ events: [event] }));
    const fields = { title: 'A loud meeting', type: 'THREATEN' } as const;
    await saveCuration(store(), {
      ...nothing,
      events: [{ ...event, ...fields }],
      decisions: [{ kind: 'OVERRIDE', event: event.id, fields }],
      lifted: [],
      note: buildNote(),
    });
    const edits = await store().withTimeline((unit) => unit.purgeEdits(article.id));
    expect(edits).toEqual([{ key: 1, event: event.id }]);
    const subject = { accounts: [], articles: [], mentions: [buildMention('a').id], events: [event.id] };
    const { decisions } = await store().readJoinCandidates(subject);
    expect(decisions).toEqual([{ kind: 'OVERRIDE', event: event.id, fields: { type: 'THREATEN' }, key: 1 }]);
  });
}
