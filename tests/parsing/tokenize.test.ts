import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from '../../src/parsing/tokenize.ts';
import { usualOrLong } from '../support/usual-or-long.ts';

/** A text, with a bar at each cut inside a written word or before and after a mark. */
const CASES: readonly (readonly [rule: string, cut: string])[] = [
  ['a negation is a word of its own', "They do|n't know and ca|n’t ask|."],
  ['a possessive is a word of its own', "Peru|'s mayor and the ports|' owners"],
  ['a verb after an apostrophe is a word of its own', "I|'m sure we|'ve said they|'ll come"],
  ['two words written as one are two', 'You can|not go|, gon|na stay|, do|nt ask'],
  [
    'a possessive that cannot be is a pronoun and a verb',
    'It|s a pity|, it|s because we lost|, but its flag and its very name stay',
  ],
  ['an appeal is a verb and a pronoun', 'Let|s meet|! Lets them go|.'],
  ['a name keeps its apostrophe', "O'Brien met the Ba'athists at six o'clock"],
  ['a hyphen is a token', 'an all|-|day meeting of two|-|thirds'],
  ['a prefix keeps its hyphen', 'a non-stop post-war anti-Roman e-mail from the mid-1980s'],
  ['a prefix inside a longer compound is cut', 'sold over|-|the|-|counter'],
  ['a title keeps its full stop', 'Mr. Roe|, Gen. Hart and Dr. Lee'],
  ['an initial keeps its full stop', 'John F. Roe|, U.S. envoy'],
  ['a numero keeps its full stop before a number alone', 'No. 10 said no|. He left|.'],
  ['a full stop at the end of a line is a token', 'at 5 p.m|.\nin the U.S|.\nroads|, etc|.'],
  ['an address is one token', '(|https://a.example.org/b?c=d|)| or www.example.org|.'],
  ['a mail address is one token', 'Write to jane.roe@example.org|, please'],
  ['a file name is one token', 'See report-2.pdf and a_b.txt|.'],
  ['a run of marks is one token', 'Really|?!| No| ...| yes| --| well|!!!'],
  ['quotation marks are tokens', '“|Go|,|” said Roe|, “|now|.|”'],
  ['an amount is cut from its currency', 'US$|4.5|bn|, |$|3,000 and |€|20|m'],
  ['an ordinal is one token', "the 21st and 3rd of the 1960s|, the 50's"],
  ['a unit is cut from its number', '5|pm|, 10|a.m. and 80|kg but a 4G phone'],
  ['a time and a decimal are one token', 'at 10:30 it fell 4.25 |%'],
  ['a numeric date is one token', '2021-12-21|, 21/12/2021|, 9/11'],
  ['years and scores joined by a hyphen are cut', '1861|-|1865|, 3|-|1'],
  ['a telephone number is one token', 'Call 800-555-0199|, 555-0199 or 5-0199'],
  ['a drawn line is one token', '---- one ---=== two ---'],
  ['words joined by a slash are cut', 'and|/|or|, but w/o'],
  ['a clipped year keeps its apostrophe', "the winter of '72"],
  ['accents and joined emoji stay whole', 'Zoe\u0308 Duẩn waved |👩‍🚀| and |👍🏽'],
  ['a sign with letters is one token', 'AT&T sold R&D to |#news| and |@roe'],
];

test.each(CASES)('%s', (_, cut) => {
  const text = cut.replaceAll('|', '');
  const expected = cut.split(/[\s|]+/u).filter((form) => form !== '');
  expect(tokenize(text).map(({ form }) => form)).toEqual(expected);
});

test('the second part of a written word is fused to the first', () => {
  expect(tokenize("She didn't.")).toEqual([
    { form: 'She', start: 0, end: 3, fused: false },
    { form: 'did', start: 4, end: 7, fused: false },
    { form: "n't", start: 7, end: 10, fused: true },
    { form: '.', start: 10, end: 11, fused: false },
  ]);
});

test('tokens are the text without white space, in order, for any Unicode', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom("n't", '.', 'a.b', '@', '-', '\ud83d', "'s", ' ', '\n'),
    ),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      const tokens = tokenize(text);
      expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(tokens.map(({ form }) => form));
      expect(tokens.every(({ form }) => form !== '')).toBe(true);
      expect(tokens.map(({ form }) => form).join('')).toBe(text.replaceAll(/\s+/gu, ''));
    }),
    { numRuns: usualOrLong(300, 20_000) },
  );
});
