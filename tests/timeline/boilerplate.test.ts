import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { allEvents } from '../support/all-events.ts';
import { ingestText, openTestTimeline, type TestTimeline } from '../support/open-test-timeline.ts';

const NOTE = 'The Harbour Post was founded on 4 May 1987.';
const TEXTS = [
  `The ferry sank on 3 December 2021. ${NOTE}`,
  `Rescuers left the harbour on 5 December 2021. It rained. ${NOTE}`,
  `The mayor closed the bridge on 6 December 2021. ${NOTE}`,
];
const NEWS = ['Rescuers left the harbour', 'The ferry sank', 'The mayor closed the bridge'];

let opened: TestTimeline;

beforeEach(async () => {
  opened = await openTestTimeline();
  onTestFinished(opened.close);
});

const titles = async (): Promise<readonly string[]> =>
  (await allEvents(opened.timeline)).map(({ title }) => title).toSorted();

const ingest = async (texts: readonly string[], publisher: string | null) => {
  for (const text of texts) await ingestText(opened.timeline, text, { publisher });
};

test.each([
  ['in order', TEXTS],
  ['in reverse', TEXTS.toReversed()],
])('a sentence that a publisher prints in three articles makes no event, read %s', async (_, texts) => {
  await ingest(texts, 'The Harbour Post');
  expect(await titles()).toEqual(NEWS);
  expect(await opened.timeline.verify()).toEqual([]);
});

test.each([
  ['in two articles', TEXTS.slice(0, 2), 'The Harbour Post'],
  ['in articles of unknown publishers', TEXTS, null],
])('a sentence %s makes an event', async (_, texts, publisher) => {
  await ingest(texts, publisher);
  expect(await titles()).toContain('The Harbour Post was founded');
});

test('a sentence that another publisher tells in other words makes an event', async () => {
  await ingest(TEXTS, 'The Harbour Post');
  await ingest(['On 4 May 1987 the Harbour Post was founded in Riga.'], 'The Coast Times');
  expect(await titles()).toContain('The Harbour Post was founded');
});

test('three copies of one article are no three articles', async () => {
  const [text = ''] = TEXTS;
  for (const name of ['a', 'b', 'c'])
    await ingestText(opened.timeline, text, {
      publisher: 'The Harbour Post',
      url: `https://post.example/${name}`,
    });
  expect(await titles()).toContain('The Harbour Post was founded');
});
