import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { articleId } from '../../src/domain/event/ids.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { allEvents } from '../support/all-events.ts';
import {
  createTestTimeline,
  ingestText,
  openTestTimeline,
  type TestTimeline,
} from '../support/open-test-timeline.ts';
import { refusalOf } from '../support/refusal-of.ts';

const CALL = 'Joe Biden spoke with Vladimir Putin on Tuesday.';
const CALL_ELSEWHERE = 'Vladimir Putin spoke with Joe Biden on Tuesday, the Kremlin said.';
const TROOPS = 'Russia moved troops towards Ukraine on 3 December 2021.';
const ADA = { by: 'ada', why: null };

let timeline: TestTimeline['timeline'];
let store: EventStore;

beforeEach(async () => {
  const opened = await openTestTimeline();
  timeline = opened.timeline;
  store = opened.store;
  onTestFinished(opened.close);
});

const datesOf = async () => (await allEvents(timeline)).map(({ date }) => date.edtf);
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a document', () => {
  const ingest = (text: string, format: 'json' | 'md' | 'txt' = 'txt') =>
    timeline.ingestDocument({ bytes: bytesOf(text), format, maxBytes: 1000 }, { editor: ADA });

  test('is ingested once, whatever its format, and its editor noted', async () => {
    expect(await ingest(CALL)).toMatchObject({ outcome: 'ADDED', eventCount: 1 });
    expect(await ingest(JSON.stringify({ text: CALL }), 'json')).toMatchObject({ outcome: 'UNCHANGED' });
    const { edges } = await timeline.listAudit(null, {});
    expect(edges.map(({ node }) => [node.action, node.by])).toEqual([['INGEST', 'ada']]);
  });

  test('that holds no article, several, or too large a one is refused', async () => {
    const two = JSON.stringify([{ text: CALL }, { text: TROOPS }]);
    expect(await refusalOf(() => ingest(' '))).toBe('BAD_ARTICLE');
    expect(await refusalOf(() => ingest('[]', 'json'))).toBe('BAD_ARTICLE');
    expect(await refusalOf(() => ingest(two, 'json'))).toBe('BAD_ARTICLE');
    expect(await refusalOf(() => ingest(CALL.repeat(100)))).toBe('ARTICLE_TOO_LARGE');
    expect(await timeline.readRevision()).toBe(0);
  });
});

describe('re-anchoring', () => {
  test('reads one article from another day, and from its own again, and keeps its event', async () => {
    const { articleId: id } = await ingestText(timeline, CALL);
    await ingestText(timeline, TROOPS);
    const [, call] = await allEvents(timeline);
    const anchor = requireCalendarDate('2021-12-28');
    expect(await timeline.reanchorArticle(id, anchor, ADA)).toMatchObject({
      outcome: 'REANCHORED',
      anchor: { date: '2021-12-28', basis: 'OVERRIDE' },
    });
    expect(await datesOf()).toEqual(['2021-12-03', '2021-12-28']);
    expect(await timeline.reanchorArticle(id, anchor, ADA)).toMatchObject({ outcome: 'UNCHANGED' });
    await timeline.reanchorArticle(id, null, ADA);
    expect((await allEvents(timeline))[1]).toMatchObject({ id: call?.id, date: { edtf: '2021-12-21' } });
  });

  test('an article that is unknown or has lost its text is not found', async () => {
    const { articleId: id } = await ingestText(timeline, CALL);
    await timeline.retractArticle(id, ADA);
    expect(await refusalOf(() => timeline.reanchorArticle(id, null, ADA))).toBe('NOT_FOUND');
    expect(await refusalOf(() => timeline.reanchorArticle(articleId('art_none'), null, ADA))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('retracting', () => {
  test('takes the text and the mentions away, and withdraws what nobody else dates', async () => {
    const { articleId: id } = await ingestText(timeline, `${CALL} ${TROOPS}`);
    await ingestText(timeline, CALL_ELSEWHERE, { publisher: 'Other' });
    expect(await timeline.retractArticle(id, ADA)).toEqual({
      outcome: 'RETRACTED',
      articleId: id,
      withdrawnCount: 1,
      revision: 3,
    });
    expect(await allEvents(timeline)).toMatchObject([{ date: { edtf: '2021-12-21' }, sourceCount: 1 }]);
    expect(await timeline.getArticle(id)).toMatchObject({ current: false, text: '' });
    expect(await store.verify()).toEqual([]);
  });

  test('again changes nothing, and neither does the same article that comes again', async () => {
    const { articleId: id } = await ingestText(timeline, CALL);
    await timeline.retractArticle(id, ADA);
    expect(await timeline.retractArticle(id, ADA)).toMatchObject({ outcome: 'UNCHANGED', revision: 2 });
    expect(await ingestText(timeline, CALL)).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await allEvents(timeline)).toEqual([]);
  });

  test('an article that is unknown is not found', async () => {
    expect(await refusalOf(() => timeline.retractArticle(articleId('art_none'), ADA))).toBe('NOT_FOUND');
  });
});

describe('reading all articles again', () => {
  const from = (day: string, over: EventStore = store) => createTestTimeline(over, requireCalendarDate(day));

  test('with nothing new changes nothing', async () => {
    await ingestText(timeline, CALL);
    await ingestText(timeline, TROOPS);
    expect(await timeline.rederive()).toEqual({
      articleCount: 2,
      changedCount: 0,
      eventCount: 0,
      resumed: false,
      revision: 2,
    });
  });

  test('from another default anchor changes what rests on it and no other event, and keeps the ids', async () => {
    await ingestText(timeline, CALL);
    await ingestText(
      timeline,
      CALL.replace('Tuesday', 'Monday'),
      { publisher: 'A' },
      { anchor: requireCalendarDate('2021-11-30') },
    );
    await ingestText(timeline, TROOPS);
    const before = await allEvents(timeline);
    const report = await from('2021-12-28').rederive();
    expect(report).toMatchObject({ articleCount: 3, changedCount: 2, eventCount: 2 });
    const after = await allEvents(timeline);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.map(({ date, revision }) => [date.edtf, revision])).toEqual([
      ['2021-11-29', 2],
      ['2021-12-03', 5],
      ['2021-12-28', 4],
    ]);
  });

  test('goes on where it was cut short, and from the beginning once the anchor is another', async () => {
    for (let index = 0; index < 60; index += 1) await ingestText(timeline, CALL, { publisher: `P${index}` });
    const cutShort = {
      ...store,
      listArticles: async (page: Parameters<EventStore['listArticles']>[0]) => {
        if (page.direction === 'FORWARD' && page.after !== null) throw new Error('killed');
        return store.listArticles(page);
      },
    };
    await expect(from('2021-12-28', cutShort).rederive()).rejects.toThrow('killed');
    expect(await from('2021-12-28').rederive()).toMatchObject({ articleCount: 10, resumed: true });
    expect(await from('2021-12-28').rederive()).toMatchObject({
      articleCount: 60,
      changedCount: 0,
      resumed: false,
    });
    await expect(from('2021-12-27', cutShort).rederive()).rejects.toThrow('killed');
    expect(await from('2021-12-28').rederive()).toMatchObject({ articleCount: 60, resumed: false });
    expect(new Set((await allEvents(timeline)).map(({ date }) => date.edtf))).toEqual(
      new Set(['2021-12-28']),
    );
  });
});
