import { expect, test } from 'vitest';
import type { EventFilter } from '../../src/domain/query/timeline-query.ts';
import { requireEdtfBounds } from '../../src/domain/time/read-edtf.ts';
import { bucketsOf } from '../../src/timeline/read/bucket.ts';
import { ingestText, openTestTimeline } from '../support/open-test-timeline.ts';

const TEXT = [
  'Greece attacked Persia on 3 May 1204.',
  'Russia attacked Greece in 484 BC.',
  'Poland attacked Greece on 12 March 51 BC.',
  'Ukraine attacked Greece in the spring of 139 BC.',
].join(' ');

async function datesOf(filter: EventFilter = {}) {
  const { timeline, close } = await openTestTimeline();
  await ingestText(timeline, TEXT);
  const { edges } = await timeline.listEvents({ filter });
  await close();
  return edges.map(({ node }) => node.date);
}

test('events before our era come first, the earliest year at the beginning', async () => {
  expect((await datesOf()).map(({ edtf, display }) => [edtf, display])).toEqual([
    ['-0483', '484 BC'],
    ['-0138-03/-0138-05', 'spring 139 BC'],
    ['-0050-03-12', '12 March 51 BC'],
    ['1204-05-03', '3 May 1204'],
  ]);
});

test('a histogram by years counts a year before our era, with its days', async () => {
  const { timeline, close } = await openTestTimeline();
  await ingestText(timeline, TEXT);
  const { from, to } = { from: null, to: requireEdtfBounds('-0400').latest };
  const histogram = await timeline.countByPeriod({
    by: 'YEAR',
    filter: { range: { from, to, match: 'OVERLAPS' } },
  });
  await close();
  expect(bucketsOf(histogram)[0]).toEqual({
    period: 'BC0484',
    from: '-0483-01-01',
    to: '-0483-12-31',
    certain: 1,
    possible: 0,
  });
});

test('a range before our era finds what lies in it', async () => {
  const { earliest: from, latest: to } = requireEdtfBounds('-0200/-0001');
  const dates = await datesOf({ range: { from, to, match: 'WITHIN' } });
  expect(dates.map(({ edtf }) => edtf)).toEqual(['-0138-03/-0138-05', '-0050-03-12']);
});
