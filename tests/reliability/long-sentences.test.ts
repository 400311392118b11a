import { describe, expect, test } from 'vitest';
import { createParser } from '../../src/parsing/create-parser.ts';
import { bundledWeights } from '../parsing/bundled-weights.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { withThreadCpu } from './thread-cpu.ts';

const parser = createParser(bundledWeights());
const WORDS = usualOrLong(6000, 300_000);

/** Milliseconds for a thousand words: three times what the worst of them take. */
const LIMIT = 230;

const HOSTILE: Readonly<Record<string, readonly string[]>> = {
  'one word': ['rain'],
  brackets: ['('],
  'verbs without a subject': ['said'],
  'quotation marks': ['“', '”'],
  'clauses in clauses': ['that', 'the', 'man', 'knew'],
  'words that nobody knows': ['zzyzx', 'qwrtp', '\ud83d\ude00', '\ud800'],
};

describe('a sentence that never ends is parsed in time linear in its words', () => {
  test.each(Object.entries(HOSTILE))('%s', async (_, words) => {
    const sentence = Array.from({ length: WORDS }, (_, index) => words[index % words.length] ?? '');
    const { value, milliseconds } = await withThreadCpu(async () => parser.parse(sentence));
    expect(value.heads).toHaveLength(WORDS);
    expect(value.heads.filter((head) => head === -1)).toHaveLength(1);
    expect(milliseconds).toBeLessThan((LIMIT * WORDS) / 1000);
  });
});
