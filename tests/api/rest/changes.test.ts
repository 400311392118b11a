import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AppParts, buildApp } from '../../../src/api/app.ts';
import { openTestTimeline, type TestTimeline } from '../../support/open-test-timeline.ts';
import { readEventStream } from './read-event-stream.ts';
import { openRest } from './rest-client.ts';
import { dayEvents, saveChange } from './stored-events.ts';

test('changes are walked page by page from the revision that a client knows', async () => {
  const rest = await openRest();
  await saveChange(rest.store, { events: dayEvents(3) });
  const first = await rest.request('/v1/changes?since=0&limit=2');
  expect(first.json().changes).toEqual([
    { revision: 1, change: 'ADDED', event: 'evt_day-000', into: null },
    { revision: 1, change: 'ADDED', event: 'evt_day-001', into: null },
  ]);
  const next = /<([^>]+)>; rel="next"/.exec(String(first.headers['link']))?.[1] ?? '';
  expect((await rest.get(next)) as object).toMatchObject({ changes: [{ event: 'evt_day-002' }] });
  expect(await rest.get('/v1/changes?since=1')).toMatchObject({ changes: [] });
  expect((await rest.request('/v1/changes')).statusCode).toBe(400);
  await rest.close();
});

describe('the stream', () => {
  let opened: TestTimeline;
  let app: Awaited<ReturnType<typeof buildApp>>;
  let origin: string;
  const open = async (following: Partial<NonNullable<AppParts['following']>> = {}) => {
    app = await buildApp({
      timeline: opened.timeline,
      log: false,
      version: '0.0.0-test',
      readiness: async () => ({ ready: true }),
      following: { intervalMs: 5, heartbeatMs: 60_000, maxFollowers: 2, ...following },
    });
    origin = await app.listen({ port: 0, host: '127.0.0.1' });
  };
  const follow = (path = '', headers: Record<string, string> = {}) =>
    readEventStream(`${origin}/v1/changes/stream${path}`, headers);

  const statusOfOneMore = async () => {
    const { status, body } = await fetch(`${origin}/v1/changes/stream`);
    await body?.cancel();
    return status;
  };

  beforeEach(async () => {
    opened = await openTestTimeline();
    await saveChange(opened.store, { events: dayEvents(2) });
    await saveChange(opened.store, { events: dayEvents(1) });
  });
  afterEach(async () => {
    await app.close();
    await opened.close();
  });

  test('tells what happens from now on, a message for each revision', async () => {
    await open();
    const stream = await follow();
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await saveChange(opened.store, { events: dayEvents(2) });
    expect(await stream.next()).toEqual({
      id: '3',
      event: 'changes',
      data: [
        { revision: 3, change: 'CHANGED', event: 'evt_day-000', into: null },
        { revision: 3, change: 'CHANGED', event: 'evt_day-001', into: null },
      ],
    });
    await stream.close();
  });

  test('goes on after the revision in Last-Event-ID, whatever the address says', async () => {
    await open();
    const stream = await follow('?since=0', { 'last-event-id': '1' });
    expect(await stream.next()).toMatchObject({ id: '2' });
    await stream.close();
  });

  test('begins after the revision in the address', async () => {
    await open();
    const stream = await follow('?since=0');
    expect([(await stream.next())?.id, (await stream.next())?.id]).toEqual(['1', '2']);
    await stream.close();
  });

  test('fills a silence with comments', async () => {
    await open({ heartbeatMs: 10 });
    const stream = await follow();
    await stream.comment('still here');
    await stream.close();
  });

  test('is refused to one client too many, and free again when another leaves', async () => {
    await open({ maxFollowers: 1 });
    const stream = await follow();
    const refused = await fetch(`${origin}/v1/changes/stream`);
    expect([refused.status, await refused.json()]).toMatchObject([503, { code: 'TOO_MANY_FOLLOWERS' }]);
    await stream.close();
    await expect.poll(statusOfOneMore).toBe(200);
  });

  test('ends when the server stops', async () => {
    await open();
    const stream = await follow();
    const closed = app.close();
    expect(await stream.next()).toBeUndefined();
    await closed;
  });
});
