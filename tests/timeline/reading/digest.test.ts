import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventId } from '../../../src/domain/event/ids.ts';
import { fromDayNumber } from '../../../src/domain/time/calendar-date.ts';
import type { DayCount } from '../../../src/store/port/event-store.ts';
import { daysThatMatter } from '../../../src/timeline/read/digest.ts';
import { NO_METADATA } from '../../support/no-metadata.ts';
import { openTestTimeline } from '../../support/open-test-timeline.ts';

const count = (day: number, articleCount: number, laterCount: number): DayCount => ({
  day,
  articleCount,
  laterCount,
  leading: eventId(`evt_${day}`),
});

describe('the score of a day', () => {
  test('is its share of the most articles plus its share of the most later ones', () => {
    const counts = [count(1, 4, 0), count(2, 2, 2), count(3, 1, 1)];
    expect(daysThatMatter(counts, 9).map(({ day, score }) => [day, score])).toEqual([
      [1, 1],
      [2, 1.5],
      [3, 0.75],
    ]);
  });

  test('chooses the days, which come in the order of time', () => {
    const counts = [count(1, 4, 0), count(2, 2, 2), count(3, 1, 1), count(4, 4, 2)];
    expect(daysThatMatter(counts, 2).map(({ day }) => day)).toEqual([2, 4]);
  });

  test('of equal days takes the earlier', () => {
    expect(daysThatMatter([count(1, 1, 0), count(2, 1, 0)], 1).map(({ day }) => day)).toEqual([1]);
  });

  test('counts articles alone where none came later', () => {
    expect(daysThatMatter([count(1, 2, 0), count(2, 1, 0)], 9).map(({ score }) => score)).toEqual([1, 0.5]);
  });
});

describe('the digest of a timeline', () => {
  let opened: Awaited<ReturnType<typeof openTestTimeline>>;
  beforeEach(async () => {
    opened = await openTestTimeline();
  });
  afterEach(() => opened.close());

  const add = (publisher: string, publishedOn: string, text: string) =>
    opened.timeline.ingestArticle({ ...NO_METADATA, publisher, publishedOn: publishedOn as never, text });

  const TALKS = 'Norway and Sweden signed a fishing treaty in Oslo on 3 May 2019.';
  const FIRE = 'A fire destroyed the harbour of Bergen on 9 May 2019.';

  const digest = async (query: Parameters<typeof opened.timeline.digest>[0] = {}) =>
    (await opened.timeline.digest(query)).map(({ date, articleCount, laterCount, event }) => [
      date,
      articleCount,
      laterCount,
      event.sourceCount,
    ]);

  test('gives each day with its articles, the later ones, and the sources of its leading event', async () => {
    await add('One', '2019-05-03', TALKS);
    await add('Two', '2019-05-06', `${TALKS} ${FIRE}`);
    await add('Three', '2019-05-10', FIRE);
    expect(await digest()).toEqual([
      ['2019-05-03', 2, 1, 1],
      ['2019-05-09', 2, 0, 1],
    ]);
    expect((await opened.timeline.digest({})).map(({ score }) => score)).toEqual([2, 1]);
  });

  test('counts a copy of a text once', async () => {
    await add('One', '2019-05-03', TALKS);
    await add('Two', '2019-05-03', TALKS);
    expect(await digest()).toEqual([['2019-05-03', 1, 0, 1]]);
  });

  test('leaves out wider dates and days of reports', async () => {
    await add(
      'One',
      '2019-05-03',
      'Auditors have closed an inquiry into a ferry line. Norway left the talks in May 2018.',
    );
    expect(await digest()).toEqual([]);
  });

  test('is that of a selection, and of what was known by a day', async () => {
    await add('One', '2019-05-03', TALKS);
    await add(
      'Two',
      '2019-05-10',
      `${FIRE} Norway and Sweden put their treaty on fishing to the vote on 3 May 2019.`,
    );
    expect(await digest({ filter: { text: 'harbour' } })).toEqual([['2019-05-09', 1, 0, 1]]);
    expect((await digest({ filter: { asOf: fromDayNumber(18_020) } })).map(([date]) => date)).toEqual([
      '2019-05-03',
    ]);
    expect(await digest({ days: 0 })).toEqual([]);
  });

  test('refuses more days than a page has', async () => {
    await expect(opened.timeline.digest({ days: 101 })).rejects.toThrow(
      'days is 101, not a whole number from 0 to 100',
    );
  });
});
