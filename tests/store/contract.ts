import { afterEach, beforeEach, describe } from 'vitest';
import type { EventStore } from '../../src/store/port/event-store.ts';
import { describeArticles } from './contract/articles.ts';
import { describeAsOf } from './contract/as-of.ts';
import { describeChanges } from './contract/changes.ts';
import { describeCuration } from './contract/curation.ts';
import { describeFacets } from './contract/facets.ts';
import { describeFilters } from './contract/filters.ts';
import { describeHistory } from './contract/history.ts';
import { describeNames } from './contract/names.ts';
import { describePaging } from './contract/paging.ts';
import { describePurging } from './contract/purging.ts';
import { type BackEnd, describeRanking } from './contract/ranking.ts';
import { describeSaving } from './contract/saving.ts';
import { describeSearch } from './contract/search.ts';

/**
 * What every implementation of the port must do. `open` gives a new, empty store each time it is called; the suite
 * closes it. A back end has its own file with one call of this function and with what is true of that back end alone.
 * The answers are the same for all, but for those that `contract/ranking.ts` requires of each back end by its name.
 */
export function describeEventStore(backEnd: BackEnd, name: string, open: () => Promise<EventStore>): void {
  describe(name, () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const current = (): EventStore => store;
    describe('saving', () => describeSaving(current));
    describe('history', () => describeHistory(current));
    describe('changes', () => describeChanges(current));
    describe('curation', () => describeCuration(current));
    describe('articles', () => describeArticles(current));
    describe('actors and places', () => describeNames(current));
    describe('what was known as of a day', () => describeAsOf(current));
    describe('filters', () => describeFilters(current));
    describe('facets', () => describeFacets(current));
    describe('search', () => describeSearch(current));
    describe('ranking', () => describeRanking(current, backEnd));
    describe('paging', () => describePaging(current));
    describe('purging', () => describePurging(current));
  });
}
