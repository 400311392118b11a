import { describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/domain/event/event.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { allEvents } from '../support/all-events.ts';
import { locate, overlaps, type Passage } from '../support/locate.ts';
import { ingestText, openTestTimeline } from '../support/open-test-timeline.ts';
import { type NewsItem, readNews, testEach } from './news-item.ts';

/** The events of one news item, read as published on its anchor. */
async function readEvents({ text, anchor }: NewsItem): Promise<readonly TimelineEvent[]> {
  const { timeline, close } = await openTestTimeline();
  await ingestText(timeline, text, { publishedOn: requireCalendarDate(anchor) });
  const events = await allEvents(timeline);
  await close();
  return events;
}

const items: { name: string; item: NewsItem; events: readonly TimelineEvent[] }[] = [];
for (const item of await readNews()) items.push({ name: item.name, item, events: await readEvents(item) });

describe.each(items)('$name', ({ item, events }) => {
  const restingOn = (passage: Passage) =>
    events.filter(({ mentions }) =>
      mentions.some(({ timex }) => timex !== null && overlaps(timex, locate(item.text, passage))),
    );

  testEach(
    item.events,
    ({ text, modality }) => `an event that is ${modality} rests on "${text}"`,
    (passage) => expect(restingOn(passage).map(({ modality }) => modality)).toContain(passage.modality),
  );

  testEach(
    item.noEvents,
    ({ text }) => `no event rests on "${text}"`,
    (passage) => expect(restingOn(passage).map(({ title }) => title)).toEqual([]),
  );

  test('every quote is the text at its position', () => {
    const quotes = events.flatMap(({ mentions }) => mentions.map(({ quote }) => quote));
    expect(quotes.map(({ start, end }) => item.text.slice(start, end))).toEqual(
      quotes.map(({ exact }) => exact),
    );
  });
});
