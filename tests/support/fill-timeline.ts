import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { allEvents } from './all-events.ts';
import { ingestMeetingTwice } from './ingest-meeting-twice.ts';
import { ingestText } from './open-test-timeline.ts';

const ADA = { by: 'ada', why: 'a test' };
const URL_OF_TALKS = 'https://news.example/talks';

/**
 * Fills a new timeline until each table has rows: articles that are current, superseded and retracted, and events that are
 * joined, edited, merged, hidden and withdrawn.
 */
export async function fillTimeline(timeline: Timeline): Promise<void> {
  await ingestMeetingTwice(timeline);
  const publishedOn = requireCalendarDate('2021-12-21');
  const own = (publisher: string) => ({ publisher, publishedOn });
  await ingestText(timeline, 'France rejected the draft on Monday.', { url: URL_OF_TALKS, publishedOn });
  await ingestText(timeline, 'France rejected the whole draft on Monday.', {
    url: URL_OF_TALKS,
    publishedOn,
    title: 'France says no',
    basedOn: { publisher: 'Evening Sample', url: null },
  });
  await ingestText(timeline, 'Germany sent aid to Ukraine on 7 December 2021.', own('Evening Sample'));
  await ingestText(timeline, 'Poland closed a border crossing on 8 December 2021.', own('Noon Sample'));
  const wrong = await ingestText(timeline, 'Turkey left NATO on 9 December 2021.', own('False Sample'));
  await timeline.retractArticle(wrong.articleId, ADA);

  const on = async (day: string) => {
    const event = (await allEvents(timeline)).find(({ date }) => date.edtf === day);
    if (event === undefined) throw new Error(`no event on ${day}`);
    return event.id;
  };
  await timeline.editEvent(
    await on('2021-12-01'),
    { title: 'Troops go west', actors: ['Ada Lovelace'] },
    ADA,
  );
  await timeline.mergeEvents([await on('2021-12-07'), await on('2021-12-20')], ADA);
  await timeline.hideEvent(await on('2021-12-08'), ADA);
}
