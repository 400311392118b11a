import { dependentsWith } from '../../../parsing/tree/sentence-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { EXPLAINS } from './noun-phrases.ts';

/**
 * Whether a title says behind a noun which one is meant: "the fire *that* …", "the bridge *in* Leeds", "the bank, *Alba*". The
 * rest is the title behind the noun, in small letters.
 */
export function isExplained({ tokens, parsed }: SentenceAnalysis, noun: number, rest: string): boolean {
  const next = tokens[noun + 1];
  if (parsed === null || next === undefined) return true;
  const isName = /^(?:PROPN|NUM)$/u.test(next.pos);
  if (!isName && !rest.trimStart().startsWith(next.lower)) return false;
  if (isName || isInPhrase(next) || EXPLAINS.test(next.lower)) return true;
  if (PLACES.test(next.lower) && tokens[noun + 2]?.pos === 'PROPN') return true;
  return dependentsWith(parsed, noun, 'nmod', 'acl', 'appos', 'conj').some((index) => index > noun);
}

/** "the pier *in* Leeds": the tree may hang a place on the verb. */
const PLACES = /^(?:at|in|near|outside)$/u;

/** A noun before another noun is not the one that is meant: "the *merger* talks". */
const isInPhrase = ({ pos, text }: SentenceAnalysis['tokens'][number]): boolean =>
  /^(?:ADJ|NOUN)$/u.test(pos) || text === '-';

/** Whether a noun's last word is that of an age which stands for a person: "the 34-year-*old*". */
export const isAge = ({ tokens }: SentenceAnalysis, index: number): boolean =>
  tokens[index]?.lower === 'old' && tokens[index - 1]?.text === '-';
