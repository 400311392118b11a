import { beforeEach, describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../../src/domain/event/event.ts';
import type { EventFilter, EventOrder, Page, Position } from '../../../src/domain/query/timeline-query.ts';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import type { EventStore } from '../../../src/store/port/event-store.ts';
import { buildChange, buildEvent, dayDate, spanDate } from '../build-event.ts';
import { saveArticle } from '../save-change.ts';

const RANGE: EventFilter = {
  range: { from: requireCalendarDate('2021-12-05'), to: null, match: 'OVERLAPS' },
};

const WALKS = ['DATE', 'DATE_DESC', 'RECORDED'] as const satisfies readonly EventOrder[];

type Walk = (typeof WALKS)[number];

/** The expected order of the ids, and in which the same page walks must agree forward and backward. */
export function describePaging(store: () => EventStore): void {
  /** Seven events, three of them on one day, saved in two changes and not in the order of their days. */
  const first = ['f', 'b', 'e'];
  const second = ['c', 'a', 'g', 'd'];
  const dates: Readonly<Record<string, ReturnType<typeof dayDate>>> = {
    a: spanDate(null, '2021-12-31'),
    b: spanDate('2021-12-01', '2021-12-10'),
    c: dayDate('2021-12-05'),
    d: dayDate('2021-12-05'),
    e: dayDate('2021-12-05'),
    f: spanDate('2021-12-05', null),
    g: dayDate('2021-12-06'),
  };
  const ORDERS: Readonly<Record<Walk, string>> = {
    DATE: 'abcdefg',
    DATE_DESC: 'gfedcba',
    RECORDED: 'fbecagd',
  };

  beforeEach(async () => {
    const eventsOf = (names: readonly string[]) =>
      names.map((name) => buildEvent(name, { date: dates[name] ?? dayDate('2000-01-01') }));
    await saveArticle(store(), buildChange({ events: eventsOf(first) }));
    await saveArticle(store(), buildChange({ events: eventsOf(second) }));
  });

  const lettersOf = (page: Page<TimelineEvent>): string =>
    page.items.map(({ node }) => node.id.slice('evt_'.length)).join('');

  const forward = (order: Walk, size: number, after: Position | null, filter: EventFilter = {}) =>
    store().listEvents(filter, order, { direction: 'FORWARD', size, after });

  const backward = (order: Walk, size: number, before: Position | null, filter: EventFilter = {}) =>
    store().listEvents(filter, order, { direction: 'BACKWARD', size, before });

  describe.each(WALKS)('in the order %s', (order) => {
    test.each([1, 2, 3, 7, 8])('a walk forward in pages of %i gives every event once', async (size) => {
      let [letters, after]: [string, Position | null] = ['', null];
      for (let more = true; more; ) {
        const page = await forward(order, size, after);
        expect(page.hasPreviousPage).toBe(after !== null);
        letters += lettersOf(page);
        after = page.items.at(-1)?.position ?? null;
        more = page.hasNextPage;
      }
      expect(letters).toBe(ORDERS[order]);
    });

    test.each([1, 2, 3, 7, 8])('a walk backward in pages of %i gives every event once', async (size) => {
      let [letters, before]: [string, Position | null] = ['', null];
      for (let more = true; more; ) {
        const page = await backward(order, size, before);
        expect(page.hasNextPage).toBe(before !== null);
        letters = lettersOf(page) + letters;
        before = page.items.at(0)?.position ?? null;
        more = page.hasPreviousPage;
      }
      expect(letters).toBe(ORDERS[order]);
    });

    test('a range that some events reach from before is walked in the same order', async () => {
      let [letters, after]: [string, Position | null] = ['', null];
      for (let more = true; more; ) {
        const page = await forward(order, 2, after, RANGE);
        letters += lettersOf(page);
        after = page.items.at(-1)?.position ?? null;
        more = page.hasNextPage;
      }
      expect(letters).toBe(ORDERS[order]);
      expect(lettersOf(await backward(order, 3, after, RANGE))).toBe(ORDERS[order].slice(3, 6));
    });
  });

  test('a page of no events still says whether there are some', async () => {
    expect(await forward('DATE', 0, null)).toEqual({ items: [], hasNextPage: true, hasPreviousPage: false });
    expect(await forward('DATE', 0, null, { types: ['AID'] })).toEqual({
      items: [],
      hasNextPage: false,
      hasPreviousPage: false,
    });
  });

  test('a walk goes on behind an event that was withdrawn in the meantime', async () => {
    const page = await forward('DATE', 3, null);
    const last = page.items.at(-1);
    await saveArticle(store(), buildChange({ withdrawn: last === undefined ? [] : [last.node.id] }));
    expect(lettersOf(await forward('DATE', 2, last?.position ?? null))).toBe('de');
  });

  test('a position of another order is refused', async () => {
    const position = { keys: [1], id: 'evt_a' };
    await expect(forward('DATE', 2, position)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });
}
