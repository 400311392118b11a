import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { ingestText } from './open-test-timeline.ts';

/**
 * A meeting that an article of 6 December 2021 puts on the weekend before it, and one of 13 December on the Saturday, 4
 * December. Each article has an event of its own beside it. Returns the articles' ids.
 */
export async function tellTwice(timeline: Timeline): Promise<readonly [string, string]> {
  const tell = async (day: string, publisher: string, text: string) =>
    (await ingestText(timeline, text, { publisher, publishedOn: requireCalendarDate(day) })).articleId;
  return [
    await tell(
      '2021-12-06',
      'Evening Sample',
      'NATO ministers met in Brussels on the weekend. Russia moved troops towards Ukraine on 1 December 2021.',
    ),
    await tell(
      '2021-12-13',
      'Morning Sample',
      'NATO ministers met in Brussels on 4 December 2021. Joe Biden will speak with Vladimir Putin in January.',
    ),
  ];
}
