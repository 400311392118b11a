import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleSource } from '../../src/domain/event/article.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { evaluateSequence } from '../eval/events/evaluate-sequence.ts';
import { readSeedSequence, readSequences } from '../eval/events/read-sequences.ts';
import { readStories } from '../eval/events/read-stories.ts';
import { scoreOutcomes } from '../eval/events/score-outcomes.ts';
import type { Sequence } from '../eval/events/sequence.ts';
import { allEvents, storyOf } from '../support/all-events.ts';
import { openTestTimeline } from '../support/open-test-timeline.ts';
import { usualOrLong } from '../support/usual-or-long.ts';

const SEEDS = join(import.meta.dirname, '..', '..', 'seeds', 'late-2021');
const STORIES = join(import.meta.dirname, '..', 'stories');
const sequences = [await readSeedSequence(SEEDS), ...(await readSequences(import.meta.dirname))];

/** A step of ingestion: a first ingestion, a repeated one, or one with another anchor and then with its own again. */
type Step = 'INGEST' | 'AGAIN' | 'REANCHOR';

/** The events of the timeline after these steps. */
async function storyAfter(steps: readonly { article: ArticleSource; step: Step }[]) {
  const { timeline, close } = await openTestTimeline();
  const anchor = requireCalendarDate('2015-06-17');
  for (const { article, step } of steps) {
    if (step === 'REANCHOR') await timeline.ingestArticle(article, { anchor });
    await timeline.ingestArticle(article);
    if (step === 'AGAIN') await timeline.ingestArticle(article);
  }
  const story = storyOf(await allEvents(timeline));
  expect(await timeline.verify()).toEqual([]);
  await close();
  return story;
}

const inAnyOrder = ({ articles }: Sequence) =>
  fc
    .tuple(
      fc.shuffledSubarray([...articles], { minLength: articles.length }),
      fc.array(fc.constantFrom<Step>('INGEST', 'AGAIN', 'REANCHOR'), {
        minLength: articles.length,
        maxLength: articles.length,
      }),
    )
    .map(([order, kinds]) => order.map((article, index) => ({ article, step: kinds[index] ?? 'INGEST' })));

describe.each(sequences)('$name', (sequence) => {
  test('gives the same events in any order of ingestion, repetition and re-anchoring', async () => {
    const expected = await storyAfter(sequence.articles.map((article) => ({ article, step: 'INGEST' })));
    await fc.assert(
      fc.asyncProperty(inAnyOrder(sequence), async (steps) => {
        expect(await storyAfter(steps)).toEqual(expected);
      }),
      { numRuns: usualOrLong(3, 12) },
    );
  });

  test('has annotations that stand where they say', () => {
    expect(sequence.gold.length).toBeGreaterThan(20);
  });
});

test('all sequences together give the same events in any order of ingestion', async () => {
  const articles = sequences.flatMap((sequence) => sequence.articles);
  const expected = await storyAfter(articles.map((article) => ({ article, step: 'INGEST' })));
  const reversed = await storyAfter(articles.toReversed().map((article) => ({ article, step: 'INGEST' })));
  expect(reversed).toEqual(expected);
});

test('the joining puts few accounts together that differ, and most that belong together', async () => {
  const outcomes = await Promise.all(sequences.map(evaluateSequence));
  const { bCubed, mentions, dates } = scoreOutcomes('together', outcomes);
  expect(bCubed.precision).toBeGreaterThan(0.93);
  expect(bCubed.recall).toBeGreaterThan(0.88);
  expect(mentions.f1).toBeGreaterThan(0.93);
  expect(dates).toBeGreaterThan(0.95);
});

describe.each([
  ['tuned', 0.95, 0.9],
  ['varied', 0.87, 0.52],
  ['believed', 0.9, 0.48],
])('stories of several outlets, %s', (folder, precision, recall) => {
  test('are joined as people joined them, in any order of ingestion', async () => {
    const stories = await readStories(join(STORIES, folder));
    const outcomes = [];
    for (const story of stories) outcomes.push(await evaluateSequence(story));
    const { pairs } = scoreOutcomes(folder, outcomes);
    expect(pairs.precision).toBeGreaterThan(precision);
    expect(pairs.recall).toBeGreaterThan(recall);
    const articles = stories.flatMap((story) => story.articles).toReversed();
    const reversed = await storyAfter(articles.map((article) => ({ article, step: 'INGEST' })));
    const told = outcomes.flatMap(({ events }) => events);
    expect(reversed).toEqual(storyOf(told));
  });
});
