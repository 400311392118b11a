import { describe, expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';
import statements from './statements.json' with { type: 'json' };

describe.each(statements)('$why: $text', ({ text, mentions }) => {
  test('yields its dated statements', () => {
    const found = mentionsOf(text).map((mention) => ({
      time: mention.timex?.text,
      date: mention.date?.edtf,
      title: mention.title,
      type: mention.type,
      modality: mention.modality,
      actors: mention.actors.map(({ name }) => name),
      places: mention.places.map(({ name }) => name),
    }));
    expect(found).toEqual(mentions);
  });
});

describe('a mention', () => {
  const text =
    'It rained 😀. Ms. Ortiz arrived in Lisbon on Monday, officials said. The rest is silence, said nobody here.';
  const [mention] = mentionsOf(text);

  test('quotes its whole sentence with up to 32 characters on either side', () => {
    expect(mention?.quote).toEqual({
      exact: 'Ms. Ortiz arrived in Lisbon on Monday, officials said.',
      prefix: 'It rained 😀. ',
      suffix: ' The rest is silence, said nobod',
      start: 14,
      end: 68,
    });
  });

  test('has the span of its clause', () => {
    expect(text.slice(mention?.clause.start, mention?.clause.end)).toBe(
      'Ms. Ortiz arrived in Lisbon on Monday',
    );
  });

  test('has an id of article, clause and expression, whatever the anchor', () => {
    expect(mention?.id).toMatch(/^men_[0-9a-f]{20}$/u);
    expect(mentionsOf(text, '2020-01-01')[0]?.id).toBe(mention?.id);
    expect(mentionsOf(text, '2019-05-15', { publisher: 'Another' })[0]?.id).not.toBe(mention?.id);
  });

  test('is as sure as its time, its clause and its actor together', () => {
    expect(mention?.confidence).toBe(0.9);
    expect(mentionsOf('They left on Monday.')[0]?.confidence).toBe(0.71);
  });
});
