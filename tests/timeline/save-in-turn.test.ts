import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { TimelineError } from '../../src/domain/errors.ts';
import type { EventStore, TimelineUnit } from '../../src/store/port/event-store.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { createTestTimeline, ingestText, openTestTimeline } from '../support/open-test-timeline.ts';

const TEXTS = ['One ferry sank on Monday.', 'Two ferries sank on Tuesday.', 'Three ferries sank on Sunday.'];

let store: EventStore;
/** The articles that each unit of work has saved or begun to save. */
let units: string[][];
let refused: (text: string) => boolean;
let timeline: Timeline;

beforeEach(async () => {
  const opened = await openTestTimeline();
  onTestFinished(opened.close);
  store = opened.store;
  units = [];
  refused = () => false;
  timeline = createTestTimeline({
    ...store,
    withTimeline: (work) => store.withTimeline((unit) => work(noting(unit))),
  });
});

function noting(unit: TimelineUnit): TimelineUnit {
  const own: string[] = [];
  units.push(own);
  return {
    ...unit,
    saveArticle: async (change) => {
      const { text } = change.article;
      own.push(text.split(' ')[0] ?? '');
      if (refused(text)) throw new TimelineError('BAD_ARTICLE', `"${text}" is refused`);
      return unit.saveArticle(change);
    },
  };
}

const ingestAll = (texts: readonly string[]) =>
  Promise.allSettled(texts.map((text) => ingestText(timeline, text)));

test('articles that come while one is saved are saved in one unit of work, each as a change of its own', async () => {
  const reports = await ingestAll(TEXTS);
  expect(units.flat()).toEqual(['One', 'Two', 'Three']);
  expect(units.length).toBeLessThan(3);
  expect(reports).toMatchObject([1, 2, 3].map((revision) => ({ value: { outcome: 'ADDED', revision } })));
});

test('an article that cannot be saved is refused alone', async () => {
  refused = (text) => text.startsWith('Two');
  const [one, two, three] = await ingestAll(TEXTS);
  expect([one, three]).toMatchObject([{ value: { outcome: 'ADDED' } }, { value: { outcome: 'ADDED' } }]);
  expect(two).toMatchObject({ reason: { code: 'BAD_ARTICLE', message: `"${TEXTS[1]}" is refused` } });
  expect(await store.readSummary()).toMatchObject({ articleCount: 2, revision: 2 });
});

test('a unit of work that is done again saves the same articles again', async () => {
  timeline = createTestTimeline({
    ...store,
    withTimeline: async (work) => {
      await store
        .withTimeline(async (unit) => {
          await work(noting(unit));
          throw new Error('undone');
        })
        .catch(() => {});
      return store.withTimeline((unit) => work(noting(unit)));
    },
  });
  await ingestAll(TEXTS);
  const [first, again, ...others] = units;
  expect(again).toEqual(first);
  expect([first, ...others.filter((_, index) => index % 2 === 0)].flat()).toEqual(['One', 'Two', 'Three']);
});

test('where the timeline cannot be had, all that waited are refused, and later ones are saved', async () => {
  let isBusy = true;
  let tries = 0;
  timeline = createTestTimeline({
    ...store,
    withTimeline: async (work) => {
      tries += 1;
      if (isBusy) throw new TimelineError('STORE_BUSY', 'the database is busy with another change');
      return store.withTimeline(work);
    },
  });
  expect(await ingestAll(TEXTS)).toMatchObject(TEXTS.map(() => ({ reason: { code: 'STORE_BUSY' } })));
  expect(tries).toBeLessThan(3);
  isBusy = false;
  expect(await ingestText(timeline, TEXTS[0] ?? '')).toMatchObject({ outcome: 'ADDED' });
});
