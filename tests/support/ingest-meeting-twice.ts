import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { ingestText } from './open-test-timeline.ts';

/**
 * Ingests two articles on one meeting and returns their ids. The article of 6 December 2021 dates it to the weekend before,
 * the article of 13 December to Saturday 4 December. Each article has another event of its own.
 */
export async function ingestMeetingTwice(timeline: Timeline): Promise<readonly [string, string]> {
  const ingest = async (day: string, publisher: string, text: string) =>
    (await ingestText(timeline, text, { publisher, publishedOn: requireCalendarDate(day) })).articleId;
  return [
    await ingest(
      '2021-12-06',
      'Evening Sample',
      'NATO ministers met in Brussels on the weekend. Russia moved troops towards Ukraine on 1 December 2021.',
    ),
    await ingest(
      '2021-12-13',
      'Morning Sample',
      'NATO ministers met in Brussels on 4 December 2021. Joe Biden will speak with Vladimir Putin in January.',
    ),
  ];
}
