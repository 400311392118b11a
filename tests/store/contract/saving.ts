import { expect, test } from 'vitest';
import { articleId, eventId, mentionId } from '../../../src/domain/event/ids.ts';
import { dayBoundsOf } from '../../../src/domain/time/event-date.ts';
import type { EventStore } from '../../../src/store/port/event-store.ts';
import {
  buildArticle,
  buildChange,
  buildEvent,
  buildMention,
  buildNote,
  buildSubject,
  dayDate,
  spanDate,
} from '../build-event.ts';
import { retractArticle, saveArticle } from '../save-change.ts';

const NO_LINKS = { participants: [], acts: [], names: [] };

/** One change is one unit of work: whole or not at all. */
export function describeSaving(store: () => EventStore): void {
  test('an empty store is at revision 0 and has no days', async () => {
    expect(await store().readSummary()).toEqual({
      revision: 0,
      articleCount: 0,
      eventCount: 0,
      earliest: null,
      latest: null,
    });
  });

  test('each change raises the revision by one and says which it is', async () => {
    expect(await saveArticle(store(), buildChange())).toBe(1);
    expect(await saveArticle(store(), buildChange({ article: buildArticle('two') }))).toBe(2);
    expect(await store().readRevision()).toBe(2);
  });

  test('units of work that are asked for at once follow each other, each on what the one before has saved', async () => {
    const raise = (name: string) =>
      store().withTimeline(async (unit) => {
        const before = await unit.readRevision();
        await unit.getArticle(articleId('art_none'));
        return [before, await unit.saveArticle(buildChange({ article: buildArticle(name) }))];
      });
    expect(await Promise.all(['a', 'b', 'c'].map(raise))).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  test('work that fails leaves nothing of what it has saved, and the next unit goes on', async () => {
    const failing = store().withTimeline(async (unit) => {
      await unit.saveArticle(buildChange({ events: [buildEvent('a')] }));
      throw new Error('not so');
    });
    const next = saveArticle(store(), buildChange({ article: buildArticle('two') }));
    await expect(failing).rejects.toThrow('not so');
    expect(await next).toBe(1);
    expect(await store().readSummary()).toMatchObject({ revision: 1, articleCount: 1, eventCount: 0 });
  });

  test('a read beside a unit of work sees nothing that is half-done', async () => {
    let read: Promise<number> | undefined;
    await store().withTimeline(async (unit) => {
      await unit.saveArticle(buildChange());
      read = store().readRevision();
      await unit.saveArticle(buildChange({ article: buildArticle('two') }));
    });
    expect(await read).toBe(2);
  });

  test('a change that fails at its last step leaves nothing of its first', async () => {
    const broken = buildChange({
      events: [buildEvent('a')],
      merged: [{ from: eventId('evt_nobody'), into: eventId('evt_a') }],
    });
    await expect(saveArticle(store(), broken)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await store().readSummary()).toMatchObject({ revision: 0, articleCount: 0, eventCount: 0 });
    expect(await store().lookUpEvent(eventId('evt_a'))).toEqual({ kind: 'unknown' });
  });

  test('an event comes back as it was saved, with the revisions of its change', async () => {
    const event = buildEvent('a', {
      title: 'Ministers “met” in Zürich 🕊',
      date: spanDate('2021-12-01', null, 'OPEN', 'AFTER'),
      mentions: [
        buildMention('a1', { date: spanDate('2021-12-01', null) }),
        buildMention('a2', { date: null, sentence: 'They said "no" \u2028 and left.' }),
      ],
    });
    await saveArticle(store(), buildChange({ events: [event] }));
    expect(await store().lookUpEvent(event.id)).toEqual({
      kind: 'found',
      event: { ...event, revision: 1, recordedAt: 1 },
    });
  });

  test('a changed event keeps the revision of its first appearance', async () => {
    await saveArticle(store(), buildChange({ events: [buildEvent('a'), buildEvent('b')] }));
    await saveArticle(store(), buildChange({ events: [buildEvent('a', { title: 'Another title' })] }));
    const [a, b] = await store().getEvents([eventId('evt_a'), eventId('evt_b')]);
    expect(a).toMatchObject({ revision: 2, recordedAt: 1, title: 'Another title' });
    expect(b).toMatchObject({ revision: 1, recordedAt: 1 });
  });

  test('a mention leads to its event and follows it to another one', async () => {
    const [first, second] = [buildMention('x'), buildMention('y', { date: null })];
    await saveArticle(store(), buildChange({ events: [buildEvent('a', { mentions: [first, second] })] }));
    expect(await store().getEventIdOfMention(second.id)).toBe('evt_a');
    await saveArticle(
      store(),
      buildChange({
        events: [buildEvent('b', { mentions: [second] }), buildEvent('a', { mentions: [first] })],
      }),
    );
    expect(await store().getEventIdOfMention(second.id)).toBe('evt_b');
    expect(await store().getEventIdOfMention(first.id)).toBe('evt_a');
    expect(await store().getEventIdOfMention(mentionId('men_none'))).toBeUndefined();
  });

  test('the summary spans the days that are known and no open end', async () => {
    const dates = [
      spanDate(null, '1990-05-05'),
      dayDate('2014-03-01'),
      spanDate('2021-01-01', '2022-03-31'),
      spanDate('2021-06-01', null),
    ];
    const events = dates.map((date, index) => buildEvent(`e${index}`, { date }));
    await saveArticle(store(), buildChange({ events }));
    expect(await store().readSummary()).toEqual({
      revision: 1,
      articleCount: 1,
      eventCount: 4,
      earliest: '2014-03-01',
      latest: '2022-03-31',
    });
  });

  test('candidates for joining share a key and a day, or have a mention of one of the articles', async () => {
    const other = buildArticle('two');
    const spans: Record<string, readonly [string | null, string | null]> = {
      'ends-before': ['2021-12-01', '2021-12-09'],
      'reaches-in': ['2021-11-01', '2021-12-10'],
      around: ['1900-01-01', '2100-01-01'],
      open: [null, '2021-12-10'],
      'last-day': ['2021-12-20', '2022-01-01'],
      'begins-after': ['2021-12-21', '2021-12-21'],
      'other-words': ['2021-12-15', '2021-12-15'],
    };
    const dated = Object.entries(spans).map(([name, [from, to]]) => ({ name, date: spanDate(from, to) }));
    await saveArticle(
      store(),
      buildChange({
        events: dated.map(({ name, date }) => buildEvent(name, { date })),
        joinKeys: dated.map(({ name, date }) => ({
          mention: mentionId(`men_${name}`),
          article: articleId('art_one'),
          bounds: dayBoundsOf(date),
          ...NO_LINKS,
          words: name === 'other-words' ? ['quake'] : ['dam', 'wall'],
          enoughWords: 1,
        })),
      }),
    );
    await saveArticle(
      store(),
      buildChange({
        article: other,
        events: [
          buildEvent('same', {
            date: dayDate('1950-01-01'),
            mentions: [buildMention('same', { article: other, date: dayDate('1950-01-01') })],
          }),
        ],
      }),
    );
    const account = {
      bounds: { earliestDay: 18_971, latestDay: 18_981 },
      ...NO_LINKS,
      words: ['dam', 'flood'],
      enoughWords: 1,
    };
    const { revision, events } = await store().readJoinCandidates(
      buildSubject({ accounts: [account, account], articles: [other.id] }),
    );
    expect(revision).toBe(2);
    expect(events.map(({ id }) => id)).toEqual([
      'evt_reaches-in',
      'evt_around',
      'evt_open',
      'evt_last-day',
      'evt_same',
    ]);
  });

  test('a candidate shares a participant, an act and a name, or as many words as the less demanding of the two asks for', async () => {
    const bounds = { earliestDay: 18_982, latestDay: 18_982 };
    const links = { participants: ['act_a'], acts: ['burst'], names: ['dam', 'senja'] };
    const keys = { bounds, ...links, words: ['dam', 'wall', 'mud'], enoughWords: 3 };
    const joinKeys = [{ mention: mentionId('men_a'), article: articleId('art_one'), ...keys }];
    await saveArticle(store(), buildChange({ events: [buildEvent('a')], joinKeys }));
    const isFound = async (own: Partial<typeof keys>) => {
      const account = { bounds, ...NO_LINKS, words: [], enoughWords: 1, ...own };
      return (await store().readJoinCandidates(buildSubject({ accounts: [account] }))).events.length === 1;
    };
    expect(await isFound({ participants: ['act_a'] })).toBe(true);
    expect(await isFound({ participants: ['act_b'], words: ['dam', 'wall'], enoughWords: 2 })).toBe(true);
    expect(await isFound({ words: ['dam', 'fire'], enoughWords: 2 })).toBe(false);
    expect(await isFound({ words: ['dam', 'wall', 'mud', 'fire'], enoughWords: 9 })).toBe(true);
    expect(await isFound({ acts: ['burst'], names: ['senja'] })).toBe(true);
    expect(await isFound({ acts: ['burst'], names: ['dam'], words: ['dam'], enoughWords: 9 })).toBe(true);
    expect(await isFound({ acts: ['burst'], names: ['mud'] })).toBe(false);
    expect(await isFound({ acts: ['sell'], names: ['senja', 'dam'] })).toBe(false);
    expect(await isFound({ words: ['senja'] })).toBe(false);
  });

  test('a mention is found by the keys that its article was last saved with, and no more once that is gone', async () => {
    const [event] = [buildEvent('a')];
    const keys = (key: string) => [
      {
        mention: mentionId('men_a'),
        article: articleId('art_one'),
        bounds: { earliestDay: 18_982, latestDay: 18_982 },
        ...NO_LINKS,
        words: [key],
        enoughWords: 1,
      },
    ];
    const found = async (key: string) =>
      (await store().readJoinCandidates(buildSubject({ accounts: keys(key) }))).events.map(({ id }) => id);
    await saveArticle(store(), buildChange({ events: [event], joinKeys: keys('dam') }));
    await saveArticle(store(), buildChange({ joinKeys: keys('wall') }));
    expect([await found('dam'), await found('wall')]).toEqual([[], ['evt_a']]);
    expect(await store().verify()).toEqual([]);
    await retractArticle(store(), {
      events: [],
      snapshots: [],
      merged: [],
      withdrawn: [event.id],
      joinKeys: [],
      article: buildArticle('one').id,
      note: buildNote({ subject: buildArticle('one').id }),
    });
    expect(await found('wall')).toEqual([]);
  });

  test('a unit of work gives keys to an event without any, and no event of an unchanged database lacks them', async () => {
    const event = buildEvent('a');
    await saveArticle(store(), buildChange({ events: [event] }));
    const keys = {
      bounds: { earliestDay: 18_982, latestDay: 18_982 },
      ...NO_LINKS,
      words: ['dam'],
      enoughWords: 1,
    };
    const unkeyed = await store().withTimeline(async (unit) => {
      const found = await unit.readUnkeyed();
      await unit.saveJoinKeys(
        [event.id],
        [{ mention: mentionId('men_a'), article: articleId('art_one'), ...keys }],
      );
      return found;
    });
    const { events } = await store().readJoinCandidates(buildSubject({ accounts: [keys] }));
    expect([unkeyed, events.map(({ id }) => id)]).toEqual([[], ['evt_a']]);
  });

  test('a marker is read as it was last written and changes no revision', async () => {
    expect(await store().readMarker('seeded')).toBeUndefined();
    await store().writeMarker('seeded', 'no');
    await store().writeMarker('seeded', 'yes');
    expect(await store().readMarker('seeded')).toBe('yes');
    expect(await store().readRevision()).toBe(0);
  });

  test('a store that was only ever changed through the port has no problems', async () => {
    const [a, b] = [buildEvent('a'), buildEvent('b')];
    await saveArticle(store(), buildChange({ events: [a, b, buildEvent('c')] }));
    await saveArticle(
      store(),
      buildChange({
        events: [{ ...a, mentions: [...a.mentions, ...b.mentions] }],
        merged: [{ from: b.id, into: a.id }],
        withdrawn: [eventId('evt_c')],
      }),
    );
    expect(await store().verify()).toEqual([]);
  });
}
