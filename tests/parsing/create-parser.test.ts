import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createParser, type Parse, SURE_MARGIN } from '../../src/parsing/create-parser.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { bundledWeights } from './bundled-weights.ts';

const parser = createParser(bundledWeights());

/** `minister/NN>resigned:nsubj` for each word; `root` for the root's head. */
function arcsOf(sentence: string): readonly string[] {
  const words = sentence.split(' ');
  const { xpos, heads, labels } = parser.parse(words);
  return words.map(
    (word, index) => `${word}/${xpos[index]}>${words[heads[index] ?? 0] ?? 'root'}:${labels[index]}`,
  );
}

/** Whether a single word has no head, and every chain of heads ends there. */
function isTree({ heads }: Parse): boolean {
  const endsAtRoot = heads.every((_, word) => {
    let at = word;
    for (let steps = 0; steps < heads.length && at >= 0; steps += 1) at = heads[at] ?? -1;
    return at === -1;
  });
  return endsAtRoot && heads.filter((head) => head === -1).length === 1;
}

test('the bundled weights are the ones that the figures of the pages are for', () => {
  expect(createHash('sha256').update(bundledWeights()).digest('hex')).toBe(
    '90d6edfec3a73959a15e20d3ba74c48184b9b025eba2bab7c72c6c9d77a88bed',
  );
});

test('a passive sentence has a passive subject, an agent and a time', () => {
  expect(arcsOf('The minister was dismissed by the president on Friday .')).toEqual([
    'The/DT>minister:det',
    'minister/NN>dismissed:nsubj:pass',
    'was/VBD>dismissed:aux:pass',
    'dismissed/VBN>root:root',
    'by/IN>president:case',
    'the/DT>president:det',
    'president/NN>dismissed:obl:agent',
    'on/IN>Friday:case',
    'Friday/NNP>dismissed:obl',
    './.>dismissed:punct',
  ]);
});

test('what is said hangs on the verb of saying', () => {
  expect(arcsOf('The bank said it would close two branches next year .')).toEqual([
    'The/DT>bank:det',
    'bank/NN>said:nsubj',
    'said/VBD>root:root',
    'it/PRP>close:nsubj',
    'would/MD>close:aux',
    'close/VB>said:ccomp',
    'two/CD>branches:nummod',
    'branches/NNS>close:obj',
    'next/JJ>year:amod',
    'year/NN>close:obl:unmarked',
    './.>said:punct',
  ]);
});

test('a relative clause hangs on its noun', () => {
  expect(arcsOf('The bridge that they opened last year is closed again .')).toEqual([
    'The/DT>bridge:det',
    'bridge/NN>closed:nsubj:pass',
    'that/WDT>opened:obj',
    'they/PRP>opened:nsubj',
    'opened/VBD>bridge:acl:relcl',
    'last/JJ>year:amod',
    'year/NN>opened:obl:unmarked',
    'is/VBZ>closed:aux:pass',
    'closed/VBN>root:root',
    'again/RB>closed:advmod',
    './.>closed:punct',
  ]);
});

test('every list has an entry for each word', () => {
  const words = ['Rain', 'is', "n't", 'news', '.'];
  for (const list of Object.values(parser.parse(words))) expect(list).toHaveLength(5);
});

test('a sentence without words is parsed too', () => {
  expect(parser.parse([])).toEqual({ upos: [], xpos: [], heads: [], labels: [], margins: [] });
});

test('a single word is the root, and nothing competes with it', () => {
  expect(parser.parse(['Rain'])).toMatchObject({ heads: [-1], labels: ['root'], margins: [Infinity] });
});

test('the same words have the same parse, whatever was parsed before', () => {
  const words = 'Ministers met in Vienna .'.split(' ');
  const first = parser.parse(words);
  parser.parse(Array.from({ length: 300 }, () => 'word'));
  for (let list = 0; list < 30; list += 1)
    parser.tag(Array.from({ length: 100 }, (_, index) => `${list}x${index}`));
  expect(parser.parse(words)).toEqual(first);
});

test('any words make a tree with a single root, which alone is labelled so', () => {
  const word = fc.oneof(
    fc.constantFrom('the', 'bank', 'rose', ',', '.', '-', '“', '3'),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 150 }), (words) => {
      const parse = parser.parse(words);
      expect(isTree(parse)).toBe(true);
      expect(parse.labels.map((label) => label === 'root')).toEqual(parse.heads.map((head) => head === -1));
    }),
    { numRuns: usualOrLong(40, 1000), seed: 18 },
  );
});

test('a long sentence is cut at its last mark in time; the later part hangs on the first root and is not sure', () => {
  const first = [...Array.from({ length: 90 }, () => 'rain'), ','];
  const second =
    'it never stopped in all the days that we spent by the sea in that wet and windy June when nobody swam .'.split(
      ' ',
    );
  const words = [...first, ...second];
  expect(words).toHaveLength(114);
  const long = [...words, ...'But the food was good .'.split(' ').flatMap((word) => [word, word])];
  const [whole, alone] = [parser.parse(long), parser.parse(words)];
  expect(whole.heads.slice(0, 114)).toEqual(alone.heads);
  const laterRoots = whole.heads.flatMap((head, word) => (word >= 114 && head < 114 ? [word] : []));
  expect(laterRoots).toHaveLength(1);
  const [root = 0] = laterRoots;
  expect(whole.heads[root]).toBe(whole.heads.indexOf(-1));
  expect([whole.labels[root], whole.margins[root]]).toEqual(['parataxis', 0]);
  expect(whole.margins[root]).toBeLessThan(SURE_MARGIN);
});

test('weights of another kind are refused', () => {
  expect(() => createParser(Uint8Array.of(2, 0, 0, 0, 0x7b, 0x7d))).toThrow();
});
