import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { TimelineEvent } from '../../src/domain/event/event.ts';
import { actorId, type EventId, eventId } from '../../src/domain/event/ids.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { eventDateOf } from '../../src/domain/time/edtf.ts';
import { dayPeriod } from '../../src/domain/time/period.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { buildChange } from '../store/build-event.ts';
import { saveArticle } from '../store/save-change.ts';
import { allEvents, storyOf } from '../support/all-events.ts';
import { ingestText, openTestTimeline, type TestTimeline } from '../support/open-test-timeline.ts';
import { refusalOf } from '../support/refusal-of.ts';

const CALL = 'Joe Biden spoke with Vladimir Putin on Tuesday.';
const CALL_ELSEWHERE = 'Vladimir Putin spoke with Joe Biden on Tuesday, the Kremlin said.';
const TROOPS = 'Russia moved troops towards Ukraine on 3 December 2021.';
const ADA = { by: 'ada', why: 'the other paper has it right' };

let timeline: TestTimeline['timeline'];
let store: EventStore;

beforeEach(async () => {
  const opened = await openTestTimeline();
  timeline = opened.timeline;
  store = opened.store;
  onTestFinished(opened.close);
});

/** The event of that day, which must be the only one. */
async function eventOn(day: string): Promise<TimelineEvent> {
  const [event, ...others] = (await allEvents(timeline)).filter(({ date }) => date.edtf === day);
  if (event === undefined || others.length > 0) throw new Error(`not one event on ${day}`);
  return event;
}

const lookedUp = async (id: EventId) => (await timeline.lookUpEvent(id)).kind;

describe('an edit', () => {
  test('is laid over what the mentions say, field by field, the later one of each', async () => {
    await ingestText(timeline, CALL);
    const { id } = await eventOn('2021-12-21');
    await timeline.editEvent(id, { title: 'A first title', type: 'AGREE' }, ADA);
    const date = eventDateOf(dayPeriod(18_983)) ?? undefined;
    const { events } = await timeline.editEvent(
      id,
      { title: ' A  call ', actors: ['act_joe-biden', 'Ada Lovelace'], ...(date && { date }) },
      ADA,
    );
    expect(events).toMatchObject([
      {
        id,
        title: 'A call',
        type: 'AGREE',
        date: { edtf: '2021-12-22' },
        actors: [
          { id: 'act_joe-biden', name: 'Joe Biden' },
          { id: 'act_ada-lovelace', name: 'Ada Lovelace' },
        ],
      },
    ]);
    expect((await timeline.getEventVersion(id, 1))?.title).not.toBe('A call');
    expect(await store.verify()).toEqual([]);
  });

  test('outlives reading the article again, from another day and after a further account', async () => {
    const { articleId } = await ingestText(timeline, CALL);
    const { id } = await eventOn('2021-12-21');
    await timeline.editEvent(id, { title: 'A call' }, ADA);
    await timeline.reanchorArticle(articleId, requireCalendarDate('2021-12-28'), ADA);
    expect(await eventOn('2021-12-28')).toMatchObject({ id, title: 'A call' });
    await timeline.reanchorArticle(articleId, null, ADA);
    await ingestText(timeline, CALL_ELSEWHERE, { publisher: 'Other' });
    expect(await eventOn('2021-12-21')).toMatchObject({ id, title: 'A call', sourceCount: 2 });
    await timeline.rederive();
    expect(await eventOn('2021-12-21')).toMatchObject({ id, title: 'A call' });
  });

  test('outlives the event itself: an article that comes back brings it back as it was edited', async () => {
    const source = { url: 'https://example.org/call' };
    await ingestText(timeline, CALL, source);
    const { id } = await eventOn('2021-12-21');
    await timeline.editEvent(id, { title: 'A call' }, ADA);
    await ingestText(timeline, TROOPS, source);
    expect(await lookedUp(id)).toBe('withdrawn');
    await ingestText(timeline, CALL, source);
    expect(await eventOn('2021-12-21')).toMatchObject({ id, title: 'A call' });
  });

  test('of an editor who has not seen the last change of the event is refused and leaves nothing', async () => {
    await ingestText(timeline, CALL);
    const { id } = await eventOn('2021-12-21');
    await timeline.editEvent(id, { title: 'A call' }, { ...ADA, seen: 1 });
    const late = () => timeline.hideEvent(id, { ...ADA, seen: 1 });
    await expect(late()).rejects.toMatchObject({
      code: 'STALE_REVISION',
      details: { expected: 1, actual: 2 },
    });
    expect(await timeline.readRevision()).toBe(2);
    expect(await lookedUp(id)).toBe('found');
    await ingestText(timeline, TROOPS);
    expect(await timeline.hideEvent(id, { ...ADA, seen: 2 })).toMatchObject({ revision: 4 });
  });

  test('does not make the same article a change', async () => {
    await ingestText(timeline, CALL);
    const { id } = await eventOn('2021-12-21');
    const { revision } = await timeline.editEvent(id, { title: 'A call' }, ADA);
    await ingestText(timeline, TROOPS);
    expect(await eventOn('2021-12-21')).toMatchObject({ revision });
  });

  test.each([
    ['that sets nothing', {}],
    ['without a letter in its title', { title: '  ' }],
    ['of a title that is too long', { title: 'x'.repeat(301) }],
    ['of an actor without a name', { actors: [''] }],
    ['of too many actors', { actors: Array.from({ length: 51 }, (_, index) => `Actor ${index}`) }],
  ])('%s is refused', async (_, edit) => {
    await ingestText(timeline, CALL);
    const { id } = await eventOn('2021-12-21');
    expect(await refusalOf(() => timeline.editEvent(id, edit, ADA))).toBe('BAD_EDIT');
    expect(await timeline.readRevision()).toBe(1);
  });

  test.each([
    ['an alias of an actor in the store', 'putin', 'act_vladimir-putin', 'Vladimir Putin'],
    ['an alias of an actor in the lexicon alone', 'Lavrov', 'act_sergei-lavrov', 'Sergei Lavrov'],
    ['an id in disguise', 'Sergei-Lavrov', 'act_sergei-lavrov', 'Sergei Lavrov'],
    ['a title that several have held', 'Russian president', 'act_russian-president', 'Russian president'],
    ['a new name', 'Ada Lovelace', 'act_ada-lovelace', 'Ada Lovelace'],
    ['a new name with letters of its language', 'Łukasz', 'act_lukasz', 'Łukasz'],
    ['a new name in another script', 'Лавров', 'act_name_373d49e9c4', 'Лавров'],
  ])('by %s names the right actor', async (_, named, id, name) => {
    await ingestText(timeline, CALL);
    const event = await eventOn('2021-12-21');
    await timeline.editEvent(event.id, { actors: [named] }, ADA);
    expect(await eventOn('2021-12-21')).toMatchObject({ actors: [{ id, name, role: 'ACTOR' }] });
    expect(await timeline.countEvents({ actors: [name] })).toBe(1);
    expect(await store.verify()).toEqual([]);
  });

  test('brings an actor of the lexicon in with all its names', async () => {
    await ingestText(timeline, CALL);
    const { id } = await eventOn('2021-12-21');
    await timeline.editEvent(id, { actors: ['Sergey Lavrov'] }, ADA);
    expect(await timeline.countEvents({ actors: ['lavrov'] })).toBe(1);
  });

  test('by names in another script names as many actors as there are names', async () => {
    await ingestText(timeline, CALL);
    const { id } = await eventOn('2021-12-21');
    const named = ['Путин', 'Лавров', 'ПУТИН', '李强', 'C++', 'C'];
    const { events } = await timeline.editEvent(id, { actors: named }, ADA);
    expect(events[0]?.actors.map(({ name }) => name)).toEqual(['Путин', 'Лавров', '李强', 'C++', 'C']);
  });

  test('by a name that two known actors have makes an actor of that name', async () => {
    await ingestText(timeline, CALL);
    const { id } = await eventOn('2021-12-21');
    await saveArticle(
      store,
      buildChange({
        actors: [
          { id: actorId('act_first'), name: 'First', aliases: ['Double'] },
          { id: actorId('act_second'), name: 'Second', aliases: ['Double'] },
        ],
      }),
    );
    const { events } = await timeline.editEvent(id, { actors: ['Double'] }, ADA);
    expect(events).toMatchObject([{ actors: [{ id: 'act_double', name: 'Double' }] }]);
  });

  test('of an unknown event or by an unknown actor id is not found', async () => {
    await ingestText(timeline, CALL);
    const { id } = await eventOn('2021-12-21');
    expect(await refusalOf(() => timeline.editEvent(eventId('evt_none'), { title: 'x' }, ADA))).toBe(
      'NOT_FOUND',
    );
    expect(await refusalOf(() => timeline.editEvent(id, { actors: ['act_nobody'] }, ADA))).toBe('NOT_FOUND');
  });
});

describe('merging', () => {
  async function mergeCallAndTroops() {
    const { articleId } = await ingestText(timeline, CALL);
    await ingestText(timeline, TROOPS);
    const [call, troops] = [await eventOn('2021-12-21'), await eventOn('2021-12-03')];
    await timeline.mergeEvents([call.id, troops.id], ADA);
    return { articleId, call, troops };
  }

  test('makes one event of two, under the older id, to which the other leads', async () => {
    const { call, troops } = await mergeCallAndTroops();
    const events = await allEvents(timeline);
    expect(events.map(({ id, mentions }) => [id, mentions.length])).toEqual([[call.id, 2]]);
    expect(await timeline.lookUpEvent(troops.id)).toEqual({ kind: 'merged', into: call.id });
    expect(await store.verify()).toEqual([]);
  });

  test('holds when one of the articles is read again from another day', async () => {
    const { articleId, call } = await mergeCallAndTroops();
    await timeline.reanchorArticle(articleId, requireCalendarDate('2020-06-30'), ADA);
    expect((await allEvents(timeline)).map(({ id }) => id)).toEqual([call.id]);
  });

  test('is undone by restoring either id: both events are what they were', async () => {
    const { call, troops } = await mergeCallAndTroops();
    await timeline.restoreEvent(troops.id, ADA);
    const events = await allEvents(timeline);
    expect(events.map(({ id }) => id).sort()).toEqual([call.id, troops.id].sort());
    expect(storyOf(events)).toEqual(storyOf([call, troops]));
    expect(await store.verify()).toEqual([]);
  });

  test('keeps what was edited of the event that goes', async () => {
    await ingestText(timeline, CALL);
    await ingestText(timeline, TROOPS);
    const [call, troops] = [await eventOn('2021-12-21'), await eventOn('2021-12-03')];
    await timeline.editEvent(troops.id, { title: 'An edited title' }, ADA);
    const { events } = await timeline.mergeEvents([call.id, troops.id], ADA);
    expect(events).toMatchObject([{ id: call.id, title: 'An edited title' }]);
  });

  test('an event with itself is refused', async () => {
    await ingestText(timeline, CALL);
    const { id } = await eventOn('2021-12-21');
    expect(await refusalOf(() => timeline.mergeEvents([id, id], ADA))).toBe('BAD_EDIT');
  });
});

describe('splitting', () => {
  async function splitCall() {
    await ingestText(timeline, CALL);
    await ingestText(timeline, CALL_ELSEWHERE, { publisher: 'Other' });
    const whole = await eventOn('2021-12-21');
    const chosen = whole.mentions.filter(({ article }) => article.publisher === 'Other');
    await timeline.splitEvent(
      whole.id,
      chosen.map(({ id }) => id),
      ADA,
    );
    return whole;
  }

  test('gives some of the mentions an event of their own, with an id of its own', async () => {
    const whole = await splitCall();
    const events = await allEvents(timeline);
    expect(events.map(({ mentions }) => mentions.length)).toEqual([1, 1]);
    expect(events.map(({ id }) => id)).toContain(whole.id);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
    expect(await store.verify()).toEqual([]);
  });

  test('holds when the articles are read again', async () => {
    await splitCall();
    await timeline.rederive();
    await ingestText(timeline, TROOPS);
    expect(await allEvents(timeline)).toHaveLength(3);
  });

  test('is undone by restoring the event', async () => {
    const whole = await splitCall();
    await timeline.restoreEvent(whole.id, ADA);
    const events = await allEvents(timeline);
    expect(storyOf(events)).toEqual(storyOf([whole]));
    expect(events[0]?.id).toBe(whole.id);
  });

  test('is undone by merging the two', async () => {
    await splitCall();
    const ids = (await allEvents(timeline)).map(({ id }) => id);
    await timeline.mergeEvents(ids, ADA);
    expect(await allEvents(timeline)).toHaveLength(1);
  });

  test('off every mention, or one of another event, is refused', async () => {
    await ingestText(timeline, CALL);
    await ingestText(timeline, TROOPS);
    const [call, troops] = [await eventOn('2021-12-21'), await eventOn('2021-12-03')];
    const all = call.mentions.map(({ id }) => id);
    const strange = troops.mentions.map(({ id }) => id);
    expect(await refusalOf(() => timeline.splitEvent(call.id, all, ADA))).toBe('BAD_EDIT');
    expect(await refusalOf(() => timeline.splitEvent(call.id, strange, ADA))).toBe('BAD_EDIT');
    expect(await refusalOf(() => timeline.splitEvent(call.id, [], ADA))).toBe('BAD_EDIT');
  });
});

describe('hiding', () => {
  test('takes an event out of sight until it is restored, also when it is told again', async () => {
    await ingestText(timeline, CALL);
    const { id } = await eventOn('2021-12-21');
    expect(await timeline.hideEvent(id, ADA)).toEqual({ revision: 2, events: [] });
    await ingestText(timeline, CALL_ELSEWHERE, { publisher: 'Other' });
    await timeline.rederive();
    expect(await allEvents(timeline)).toEqual([]);
    expect(await timeline.lookUpEvent(id)).toEqual({ kind: 'hidden', revision: 2 });
    await timeline.restoreEvent(id, ADA);
    expect(await eventOn('2021-12-21')).toMatchObject({ id, sourceCount: 2 });
    expect(await store.verify()).toEqual([]);
  });
});

test('the audit trail tells who decided what, when, why, and what was there before', async () => {
  await ingestText(timeline, CALL);
  const before = await eventOn('2021-12-21');
  await timeline.editEvent(before.id, { title: 'A call' }, ADA);
  await timeline.hideEvent(before.id, { by: 'ben', why: 'a test' });
  const { edges } = await timeline.listAudit(before.id, {});
  expect(edges.map(({ node }) => node)).toEqual([
    expect.objectContaining({ action: 'HIDE', by: 'ben', why: 'a test', revision: 3 }),
    {
      action: 'EDIT',
      subject: before.id,
      ...ADA,
      at: '2021-12-22T09:30:00.000Z',
      revision: 2,
      before: [
        {
          id: before.id,
          revision: 1,
          title: before.title,
          type: before.type,
          date: '2021-12-21',
          actors: before.actors.map(({ name }) => name),
          mentions: before.mentions.map(({ id }) => id),
        },
      ],
    },
  ]);
});
