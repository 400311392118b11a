import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { TimelineEvent } from '../../src/domain/event/event.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { allEvents, storyOf } from '../support/all-events.ts';
import { createTestTimeline, ingestText, openTestTimeline } from '../support/open-test-timeline.ts';

const CALL = 'Joe Biden spoke with Vladimir Putin on Tuesday.';
const CALL_ELSEWHERE = 'Vladimir Putin spoke with Joe Biden on Tuesday, the Kremlin said.';
const MEETING = 'NATO ministers will meet in Brussels in January.';
const TROOPS = 'Russia moved troops towards Ukraine on 3 December 2021.';
const URL = 'https://example.org/call';

let timeline: Timeline;
let store: EventStore;

beforeEach(async () => {
  const opened = await openTestTimeline();
  timeline = opened.timeline;
  store = opened.store;
  onTestFinished(opened.close);
});

/** Another timeline over the same store ingests the rival text after an article was read, before it is saved. */
function timelineWithRival(rival: string): Timeline {
  return createTestTimeline({
    ...store,
    withTimeline: async (work) => {
      await ingestText(timeline, rival, { publisher: 'Fast' });
      return store.withTimeline(work);
    },
  });
}

const datesOf = (events: readonly TimelineEvent[]): readonly string[] => events.map(({ date }) => date.edtf);
const idsOf = (events: readonly TimelineEvent[]): readonly string[] => events.map(({ id }) => id);

describe('one article', () => {
  test('keeps the warning that its printed dateline contradicts the day it gives for itself', async () => {
    const text = `MOSCOW, Dec 21 (Agency) — ${CALL}`;
    const report = await ingestText(timeline, text, { publishedOn: requireCalendarDate('2021-12-05') });
    const stored = await store.getArticle(report.articleId);
    expect([report.warnings, stored?.warnings].map((list) => list?.map(({ code }) => code))).toEqual([
      ['ANCHOR_CONTRADICTED'],
      ['ANCHOR_CONTRADICTED'],
    ]);
  });

  test('is added with its events, read on the default anchor', async () => {
    const report = await ingestText(timeline, `${CALL} ${MEETING}`, { file: 'call.txt', title: 'A call' });
    expect(report).toMatchObject({
      outcome: 'ADDED',
      file: 'call.txt',
      title: 'A call',
      anchor: { date: '2021-12-21', basis: 'DEFAULT' },
      eventCount: 2,
      mentionCount: 2,
      warnings: [
        {
          code: 'DEFAULT_ANCHOR',
          message: 'no day known; read as of 2021-12-21; give publishedOn or --anchor',
          start: null,
          end: null,
        },
      ],
      revision: 1,
    });
    expect(datesOf(await allEvents(timeline))).toEqual(['2021-12-21', '2022-01']);
  });

  test('warns of the default anchor unless it is a bundled dispatch', async () => {
    const { warnings } = await ingestText(timeline, CALL, { publisher: 'Dateline' });
    expect(warnings).toEqual([]);
  });

  test('given again changes nothing and is reported with the same numbers', async () => {
    const first = await ingestText(timeline, `${CALL} ${MEETING}`, { file: 'call.txt' });
    const again = await ingestText(timeline, `${CALL} ${MEETING}`, { file: 'renamed.txt' });
    expect(again).toEqual({ ...first, outcome: 'UNCHANGED' });
  });

  test('without events is kept, and says so in a warning', async () => {
    const report = await ingestText(timeline, 'The weather is a matter of taste.');
    expect(report).toMatchObject({
      outcome: 'ADDED',
      eventCount: 0,
      warnings: [{ code: 'DEFAULT_ANCHOR' }, { code: 'NO_EVENTS' }],
    });
    expect(await store.getArticle(report.articleId)).toMatchObject({ current: true, eventCount: 0 });
  });
});

describe('another anchor', () => {
  test('moves the dates of known events and keeps their ids', async () => {
    await ingestText(timeline, CALL);
    const before = await allEvents(timeline);
    const report = await ingestText(timeline, CALL, { publishedOn: requireCalendarDate('2022-01-05') });
    const after = await allEvents(timeline);
    expect(report).toMatchObject({
      outcome: 'REANCHORED',
      anchor: { date: '2022-01-05', basis: 'METADATA' },
    });
    expect(datesOf(after)).toEqual(['2022-01-04']);
    expect(idsOf(after)).toEqual(idsOf(before));
  });

  test('given for one run wins over what the article says, until it is read without', async () => {
    const publishedOn = requireCalendarDate('2022-01-05');
    const anchor = requireCalendarDate('2021-11-10');
    const overridden = await ingestText(timeline, CALL, { publishedOn }, { anchor });
    expect(overridden.anchor).toEqual({ date: '2021-11-10', basis: 'OVERRIDE' });
    expect(datesOf(await allEvents(timeline))).toEqual(['2021-11-09']);
    expect((await ingestText(timeline, CALL, { publishedOn })).outcome).toBe('REANCHORED');
    expect(datesOf(await allEvents(timeline))).toEqual(['2022-01-04']);
  });
});

describe('another text of a known URL', () => {
  test('takes the place of the old one', async () => {
    const old = await ingestText(timeline, `${CALL} ${MEETING}`, { url: URL });
    const report = await ingestText(timeline, `${CALL} ${TROOPS}`, { url: URL });
    expect(report).toMatchObject({ outcome: 'SUPERSEDED', eventCount: 2 });
    expect(datesOf(await allEvents(timeline))).toEqual(['2021-12-03', '2021-12-21']);
    expect(await store.getArticle(old.articleId)).toMatchObject({ current: false, eventCount: 0 });
  });

  test('that returns to the old text brings the old timeline back', async () => {
    const old = await ingestText(timeline, `${CALL} ${MEETING}`, { url: URL });
    const before = storyOf(await allEvents(timeline));
    await ingestText(timeline, TROOPS, { url: URL });
    const report = await ingestText(timeline, `${CALL} ${MEETING}`, { url: URL });
    expect(report).toMatchObject({ outcome: 'SUPERSEDED', articleId: old.articleId, eventCount: 2 });
    expect(storyOf(await allEvents(timeline))).toEqual(before);
    expect(await timeline.verify()).toEqual([]);
  });
});

describe('accounts of several articles', () => {
  const ARTICLES = [`${CALL} ${MEETING}`, CALL_ELSEWHERE, `${TROOPS} ${CALL}`];
  const publish = (to: Timeline, text: string) =>
    ingestText(to, text, { publisher: `Gazette ${ARTICLES.indexOf(text)}` });

  test.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]]])(
    'make the same timeline in the order %j',
    async (order) => {
      for (const index of order) await publish(timeline, ARTICLES[index] ?? '');
      expect(storyOf(await allEvents(timeline)).map(({ date, mentions }) => [date, mentions.length])).toEqual(
        [
          ['2021-12-03', 1],
          ['2021-12-21', 3],
          ['2022-01', 1],
        ],
      );
    },
  );

  test('that come at the same time are all saved, as if one after the other', async () => {
    await Promise.all(ARTICLES.map((text) => publish(timeline, text)));
    const { timeline: other, close } = await openTestTimeline();
    for (const text of ARTICLES) await publish(other, text);
    expect(storyOf(await allEvents(timeline))).toEqual(storyOf(await allEvents(other)));
    expect(await timeline.describe()).toMatchObject({ revision: 3, articleCount: 3, eventCount: 3 });
    await close();
  });
});

test('letters that have no plain letter below their mark stay in the ids of names', async () => {
  await ingestText(timeline, 'Joe Biden spoke with Mr. Straß and Søren Ørsted on Tuesday.');
  const { edges } = await timeline.listActors({});
  expect(edges.map(({ node }) => node.id).toSorted()).toEqual([
    'act_joe-biden',
    'act_soren-orsted',
    'act_strass',
  ]);
});

test('an account that another writer saves while an article is read is joined with it', async () => {
  const report = await ingestText(timelineWithRival(CALL_ELSEWHERE), CALL, { publisher: 'Slow' });
  expect(report).toMatchObject({ outcome: 'ADDED', eventCount: 1, revision: 2 });
  expect((await allEvents(timeline)).map(({ mentions }) => mentions.length)).toEqual([2]);
});

test('an article that another writer saves while it is read is unchanged', async () => {
  const report = await ingestText(timelineWithRival(CALL), CALL, { publisher: 'Fast' });
  expect(report).toMatchObject({ outcome: 'UNCHANGED', eventCount: 1, mentionCount: 1, revision: 1 });
});
