import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { TimelineError } from '../../src/domain/errors.ts';
import type { EventStore, TimelineUnit } from '../../src/store/port/event-store.ts';
import { anchorArticle } from '../../src/timeline/ingest/anchor-article.ts';
import { readArticle } from '../../src/timeline/ingest/read-article.ts';
import { type ArticleSaver, saveInTurn } from '../../src/timeline/ingest/save-in-turn.ts';
import type { ReadArticle } from '../../src/timeline/ingest/save-reading.ts';
import { NO_METADATA } from '../support/no-metadata.ts';
import { DEFAULT_ANCHOR, loadTestTools, openTestTimeline } from '../support/open-test-timeline.ts';

const TEXTS = ['One ferry sank on Monday.', 'Two ferries sank on Tuesday.', 'Three ferries sank on Sunday.'];

let store: EventStore;
let articles: readonly ReadArticle[];
/** The first words of the articles that each unit of work has saved or begun to save. */
let units: string[][];

beforeEach(async () => {
  const opened = await openTestTimeline();
  onTestFinished(opened.close);
  store = opened.store;
  units = [];
  articles = await Promise.all(TEXTS.map(read));
});

async function read(text: string): Promise<ReadArticle> {
  const { article, dateline } = anchorArticle({ ...NO_METADATA, text }, DEFAULT_ANCHOR, undefined);
  return {
    article,
    reading: await readArticle(article, dateline, await loadTestTools()),
    restore: false,
    by: undefined,
  };
}

function noting(unit: TimelineUnit, isRefused: (text: string) => boolean = () => false): TimelineUnit {
  const own: string[] = [];
  units.push(own);
  return {
    ...unit,
    saveArticle: async (change) => {
      const { text } = change.article;
      own.push(text.split(' ')[0] ?? '');
      if (isRefused(text)) throw new TimelineError('BAD_ARTICLE', `"${text}" is refused`);
      return unit.saveArticle(change);
    },
  };
}

const saveAll = (save: ArticleSaver) => Promise.allSettled(articles.map(save));

test('articles that come while the timeline is waited for are saved in one unit of work, each as a change', async () => {
  const save = saveInTurn({ withTimeline: (work) => store.withTimeline((unit) => work(noting(unit))) });
  expect(await saveAll(save)).toMatchObject(
    [1, 2, 3].map((revision) => ({ value: { outcome: 'ADDED', revision } })),
  );
  expect(units).toEqual([['One', 'Two', 'Three']]);
});

test('an article that cannot be saved is refused alone', async () => {
  const isRefused = (text: string): boolean => text.startsWith('Two');
  const save = saveInTurn({
    withTimeline: (work) => store.withTimeline((unit) => work(noting(unit, isRefused))),
  });
  const [one, two, three] = await saveAll(save);
  expect([one, three]).toMatchObject([{ value: { outcome: 'ADDED' } }, { value: { outcome: 'ADDED' } }]);
  expect(two).toMatchObject({ reason: { code: 'BAD_ARTICLE', message: `"${TEXTS[1]}" is refused` } });
  expect(units).toEqual([['One', 'Two'], ['One'], ['Two'], ['Three']]);
  expect(await store.readSummary()).toMatchObject({ articleCount: 2, revision: 2 });
});

test('a unit of work that is done again saves the same articles', async () => {
  const save = saveInTurn({
    withTimeline: async (work) => {
      const undone = store.withTimeline(async (unit) => {
        await work(noting(unit));
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      return store.withTimeline((unit) => work(noting(unit)));
    },
  });
  await saveAll(save);
  expect(units).toEqual([
    ['One', 'Two', 'Three'],
    ['One', 'Two', 'Three'],
  ]);
});

test('where the store is in trouble, all that wait are refused at once, and later ones are saved', async () => {
  let tries = 0;
  const save = saveInTurn({
    withTimeline: async (work) => {
      tries += 1;
      if (tries === 1) throw new TimelineError('STORE_BUSY', 'the database is busy with another change');
      return store.withTimeline(work);
    },
  });
  expect(await saveAll(save)).toMatchObject(TEXTS.map(() => ({ reason: { code: 'STORE_BUSY' } })));
  expect(await saveAll(save)).toMatchObject(TEXTS.map(() => ({ value: { outcome: 'ADDED' } })));
  expect(tries).toBe(2);
});
