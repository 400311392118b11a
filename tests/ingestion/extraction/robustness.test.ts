import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mention } from '../../../src/domain/event/mention.ts';
import { joinAccounts } from '../../../src/ingestion/joining/join-accounts.ts';
import { usualOrLong } from '../../support/usual-or-long.ts';
import { mentionsOf } from '../read-text.ts';

const WORDS = [
  'Russia',
  'Mr.',
  'Putin',
  'said',
  'that',
  'which',
  'on',
  'Tuesday',
  'in',
  '2014',
  'January',
  'when',
  'and',
  'but',
  ',',
  '.',
  '“',
  '”',
  '"',
  '(',
  ')',
  ';',
  '—',
  'annexed',
  'the',
  'talks',
  'will',
  'begin',
  'it',
  'he',
  'to',
  'start',
  'Speaking',
  'by',
  'of',
  "'s",
  'those',
  '\n',
  '😀',
  'after',
  'was',
  'planned',
  'Ortiz',
  'Ministry',
  'next',
  'week',
];

/** The guarantees of every mention, for any text. */
function expectSound(text: string, mentions: readonly Mention[]): void {
  for (const { quote, timex, clause, title, confidence } of mentions) {
    expect(text.slice(quote.start, quote.end)).toBe(quote.exact);
    expect(text.slice(timex?.start, timex?.end)).toBe(timex?.text);
    expect(clause.start >= quote.start && clause.end <= quote.end && clause.start < clause.end).toBe(true);
    expect(title).not.toBe('');
    expect(title).not.toContain('\n');
    expect(confidence > 0 && confidence <= 1).toBe(true);
  }
  expect(new Set(mentions.map(({ id }) => id)).size).toBe(mentions.length);
}

describe('whatever the text', () => {
  test('mentions are sound in sentences made of words that matter', () => {
    const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (given) => expectSound(given, mentionsOf(given))),
      { numRuns: usualOrLong(300, 1500) },
    );
  });

  test('mentions are sound in any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) =>
        expectSound(given, mentionsOf(given)),
      ),
    );
  });

  test.each([
    ['no sentence ends', 'Russia said on Tuesday that talks, which it sought, would begin in January '],
    ['a sentence repeats itself', 'Russia said on Tuesday that talks would begin in January.\n'],
    ['brackets and quotation marks never close', '( “Russia on Monday '],
    ['there are no spaces', 'Tuesday,'],
  ])(
    'a text of very many characters is read when %s',
    (_, unit) => {
      const text = unit.repeat(Math.ceil(usualOrLong(100_000, 500_000) / unit.length));
      const mentions = mentionsOf(text);
      expect(joinAccounts({ candidates: [], mentions, dropped: [] }).events.length).toBeLessThanOrEqual(
        mentions.length,
      );
    },
    120_000,
  );
});
