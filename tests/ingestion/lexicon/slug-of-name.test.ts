import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindOfId } from '../../../src/domain/event/ids.ts';
import { slugOfName } from '../../../src/ingestion/lexicon/slug-of-name.ts';

test.each([
  ['Ada Lovelace', 'ada-lovelace'],
  ['Jürgen O’Neil', 'jurgen-o-neil'],
  ['Yahoo!', 'yahoo'],
  ['AT&T', 'at-t'],
  ['Łukasz Żółć', 'lukasz-zolc'],
  ['Søren Straße', 'soren-strasse'],
  ['Æthelred Þór', 'aethelred-thor'],
])('%s gives the plain slug %s', (name, slug) => {
  expect(slugOfName(name)).toBe(slug);
});

test.each([
  ['Путин', 'name_9c7106a5ee'],
  ['!!!', 'name_e84c538e7f'],
  ['C++', 'c_cedb1bac7e'],
  ['Ivan Иванов', 'ivan_4d2306d03e'],
  [`${'a'.repeat(70)}`, `${'a'.repeat(60)}_6bd5e50348`],
])('%s, which its slug does not determine, gives the slug %s with a hash', (name, slug) => {
  expect(slugOfName(name)).toBe(slug);
});

const letters = fc.string({
  unit: fc.constantFrom('a', 'B', 'ß', 'Ł', 'ø', 'П', 'у', '李', '+', '😀', ' ', '-', '’', '!'),
  minLength: 1,
  maxLength: 80,
});

test('every name gives an id of its kind', () => {
  fc.assert(
    fc.property(letters, (name) => {
      expect(kindOfId(`act_${slugOfName(name)}`)).toBe('actor');
    }),
  );
});

test('names that differ in a letter of another script have two slugs', () => {
  fc.assert(
    fc.property(fc.nat(31), fc.nat(31), fc.nat(31), (one, other, third) => {
      const [first, second, more] = [one, other, third].map((step) => String.fromCodePoint(0x430 + step));
      expect(slugOfName(`${first}${more}`) === slugOfName(`${second}${more}`)).toBe(first === second);
    }),
  );
});
