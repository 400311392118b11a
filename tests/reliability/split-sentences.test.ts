import { expect, test } from 'vitest';
import { splitSentences } from '../../src/parsing/split-sentences.ts';
import { usualOrLong } from '../support/usual-or-long.ts';

/** Pieces whose repetition brings a pattern to read on without a match. */
const PIECES = [
  'a',
  'a.',
  'a.b@',
  'aa.bb.',
  'a.com/',
  'http://.',
  'www.)',
  '1.',
  '1-',
  '-a',
  'non-',
  "'s",
  'U.S.)',
  'No. ',
  '. ”',
  '[1]',
  '(a)',
  '\u0301',
  '\ud83d',
];

/** For 100,000 characters, which take at most 340 ms. Were the cost quadratic, they would take over ten seconds. */
const MOST_MILLISECONDS = 1000;

test.each(PIECES)('%j over and over is cut in time that grows with its length', (piece) => {
  const times = usualOrLong(1, 10);
  const text = piece.repeat((times * 100_000) / piece.length);
  splitSentences(text.slice(0, 10_000));
  const before = process.threadCpuUsage();
  splitSentences(text);
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(times * MOST_MILLISECONDS);
});
