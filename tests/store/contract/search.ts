import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventFilter } from '../../../src/domain/query/timeline-query.ts';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import type { EventStore } from '../../../src/store/port/event-store.ts';
import { usualOrLong } from '../../support/usual-or-long.ts';
import { buildChange, buildEvent, buildMention, dayDate } from '../build-event.ts';
import { saveArticle } from '../save-change.ts';

/** Words that all occur in the title or a quote; any string is legal. */
export function describeSearch(store: () => EventStore): void {
  const idsOf = async (text: string): Promise<readonly string[]> => {
    const page = await store().listEvents({ text }, 'DATE', { direction: 'FORWARD', size: 10, after: null });
    return page.items.map(({ node }) => node.id);
  };
  const fill = (): Promise<number> =>
    saveArticle(
      store(),
      buildChange({
        events: [
          buildEvent('a', {
            title: 'Envoys meet in Zürich',
            mentions: [
              buildMention('a1', { sentence: 'Putin’s envoys met “red line” drafters in the U.S. mission.' }),
              buildMention('a2', { sentence: 'A second AND final round is due.' }),
            ],
          }),
          buildEvent('b', { title: 'Envoys leave' }),
        ],
      }),
    );

  test.each([
    ['a word of the title', 'zürich', ['evt_a']],
    ['a word without its diacritics, in any case', 'ZURICH', ['evt_a']],
    ['a word of the title and one of a quote', 'Zürich final', ['evt_a']],
    ['words of two quotes', 'drafters second', ['evt_a']],
    ['a word that several events have', 'envoys', ['evt_a', 'evt_b']],
    ['words that no event has together', 'leave zürich', []],
    ['a possessive with a straight apostrophe', "putin's", ['evt_a']],
    ['a name inside a possessive', 'Putin', ['evt_a']],
    ['words in quotation marks', '"red line"', ['evt_a']],
    ['an abbreviation', 'U.S.', ['evt_a']],
    ['an operator of the search engine, which is a word', 'second AND final', ['evt_a']],
    ['an operator that does not occur', 'second OR final', []],
    ['the beginning of a word alone', 'zur', []],
    ['a wildcard, which is no word', 'zürich *', ['evt_a']],
    ['a column name', 'title:envoys', []],
  ])('%s: %s', async (_, text, expected) => {
    await fill();
    expect(await idsOf(text)).toEqual(expected);
  });

  test.each(['', '   ', '\n'])('a blank text (%j) filters nothing', async (text) => {
    await fill();
    expect(await idsOf(text)).toEqual(['evt_a', 'evt_b']);
  });

  test.each(['… — !', '"', '\0', '*'])(
    'a text without a letter or a digit (%j) finds nothing',
    async (text) => {
      await fill();
      expect(await idsOf(text)).toEqual([]);
    },
  );

  describe('by relevance', () => {
    const bestOf = async (filter: EventFilter, size = 10): Promise<readonly string[]> => {
      const page = await store().listEvents(filter, 'RELEVANCE', { direction: 'FORWARD', size, after: null });
      expect([page.hasNextPage, page.hasPreviousPage]).toEqual([false, false]);
      return page.items.map(({ node }) => node.id);
    };
    const save = (): Promise<number> =>
      saveArticle(
        store(),
        buildChange({
          events: [
            buildEvent('quoted', {
              title: 'A long day',
              mentions: [buildMention('q', { sentence: 'The treaty was on the table.' })],
            }),
            buildEvent('titled', { title: 'The treaty', date: dayDate('2021-12-24') }),
            buildEvent('twice', { title: 'Treaty after treaty', date: dayDate('2021-12-26') }),
            buildEvent('other', { title: 'Nothing of the kind' }),
          ],
        }),
      );

    test('what has the words in its title, and more often, comes first', async () => {
      await save();
      expect(await bestOf({ text: 'treaty' })).toEqual(['evt_twice', 'evt_titled', 'evt_quoted']);
      expect(await bestOf({ text: 'treaty' }, 2)).toEqual(['evt_twice', 'evt_titled']);
    });

    test('the rest of the filter holds too', async () => {
      await save();
      const from = requireCalendarDate('2021-12-22');
      const range = { from, to: requireCalendarDate('2021-12-25'), match: 'OVERLAPS' } as const;
      expect(await bestOf({ text: 'treaty', range })).toEqual(['evt_titled']);
      expect(await bestOf({ text: 'treaty', asOf: from })).toEqual(['evt_twice', 'evt_titled', 'evt_quoted']);
      expect(await bestOf({ text: 'treaty', asOf: requireCalendarDate('2021-12-20') })).toEqual([]);
      expect(await bestOf({ text: '…' })).toEqual([]);
    });

    test('equals come in the order in which they were recorded', async () => {
      const events = ['c', 'a', 'b'].map((name) => buildEvent(name, { title: 'An accord' }));
      await saveArticle(store(), buildChange({ events }));
      expect(await bestOf({ text: 'accord' })).toEqual(['evt_c', 'evt_a', 'evt_b']);
    });
  });

  test('the words of an earlier version find nothing any more', async () => {
    await fill();
    await saveArticle(store(), buildChange({ events: [buildEvent('b', { title: 'Guests leave' })] }));
    expect(await idsOf('envoys leave')).toEqual([]);
    expect(await idsOf('guests')).toEqual(['evt_b']);
  });

  test('no string is an error', async () => {
    await fill();
    const syntax = fc.constantFrom(
      '"',
      "'",
      '*',
      '(',
      ')',
      ':',
      '^',
      '-',
      '+',
      '\0',
      'NEAR(',
      ' AND ',
      'NOT ',
      '{',
    );
    const pieces = fc.array(fc.oneof(syntax, fc.string({ unit: 'binary' })), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        await idsOf(parts.join(''));
      }),
      { numRuns: usualOrLong(100, 500) },
    );
  });

  test('a very long text is an ordinary question', async () => {
    await fill();
    expect(await idsOf(Array.from({ length: 3000 }, (_, index) => `word${index}`).join(' '))).toEqual([]);
    expect(await idsOf(`${'x'.repeat(100_000)}`)).toEqual([]);
  });
}
