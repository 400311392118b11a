import type {
  ArticleChange,
  CurationChange,
  EventStore,
  RetractionChange,
} from '../../src/store/port/event-store.ts';

/* Changes that rest on nothing that is stored, each in a unit of work of its own. */

export const saveArticle = (store: EventStore, change: ArticleChange): Promise<number> =>
  store.withTimeline((unit) => unit.saveArticle(change));

export const retractArticle = (store: EventStore, change: RetractionChange): Promise<number> =>
  store.withTimeline((unit) => unit.retractArticle(change));

export const saveCuration = (store: EventStore, change: CurationChange): Promise<number> =>
  store.withTimeline((unit) => unit.saveCuration(change));
