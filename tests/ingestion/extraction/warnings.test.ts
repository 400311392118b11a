import { describe, expect, test } from 'vitest';
import { extract } from '../read-text.ts';

const warningsOf = (text: string, anchor?: string): readonly string[] =>
  extract(text, anchor).warnings.map(({ code }) => code);

describe('an article is warned of', () => {
  test.each([
    ['ANCHOR_CONTRADICTED', 'The parliament voted on 20 May 2019.'],
    ['ANCHOR_CONTRADICTED', 'The speaker opens the session on 20 May 2019. (Photo by the press office)'],
    ['WEEKDAY_DISAGREES', 'The parliament voted on Monday, 14 May 2019.'],
    ['NO_EVENTS', 'The parliament has voted.'],
  ])('%s: %s', (code, text) => {
    expect(warningsOf(text, '2019-05-15')).toContain(code);
  });

  test.each([
    'The parliament will vote on 20 May 2019.',
    'The parliament voted on Tuesday, 14 May 2019.',
    'The parliament voted on Monday.',
    'The parliament voted on 20 May.',
  ])('nothing: %s', (text) => {
    expect(warningsOf(text, '2019-05-15')).toEqual([]);
  });

  test('the place of the words that contradict the anchor', () => {
    const text = 'The parliament voted on 20 May 2019.';
    const [warning] = extract(text, '2019-05-15').warnings;
    expect(text.slice(warning?.start ?? 0, warning?.end ?? 0)).toBe('20 May 2019');
    expect(warning?.message).toBe('"20 May 2019" is told as past but lies after the anchor 2019-05-15');
  });
});
