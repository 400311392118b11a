import type { Span } from '../domain/event/mention.ts';
import { ABBREVIATIONS } from './token-words.ts';
import { type TextToken, tokenize } from './tokenize.ts';

/** A sentence with its tokens, without white space at its ends. */
export interface TextSentence extends Span {
  readonly tokens: readonly TextToken[];
}

/** Most tokens of a sentence. Longer runs are lists or tables and are cut, so that work stays linear. */
const MAX_TOKENS = 250;

const FINAL = /^[.!?…]+$/u;
const CLOSING = new Set(['”', '"', '’', "'", ')', ']', '»', "''", '’’']);
/** Forms that never begin a sentence. */
const CONTINUES = /^(?:\p{Ll}|[.,;:!?)\]…%])/u;
/** Words that begin a sentence after an abbreviation that may end one: `at 5 p.m. The`. */
const OPENERS = new Set(
  `a after all also although an and another as at because before both but by during each even every few for from he her here his how
  however i if in it its last many meanwhile more most my no not now on once one only our she since so some such that the their
  then there these they this those though to under until we what when where which while who why with you your`.split(
    /\s+/u,
  ),
);
const DOTTED = /^\p{L}(?:\.\p{L})+\.$/u;

/** The sentences of a text, in order. A line break always ends a sentence. */
export function splitSentences(text: string): readonly TextSentence[] {
  const tokens = tokenize(text);
  const sentences: TextSentence[] = [];
  let first = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    if (!isLast(text, tokens, first, index) && index - first + 1 < MAX_TOKENS) continue;
    const sentence = tokens.slice(first, index + 1);
    sentences.push({ start: tokens[first]?.start ?? 0, end: tokens[index]?.end ?? 0, tokens: sentence });
    first = index + 1;
  }
  return sentences;
}

function isLast(text: string, tokens: readonly TextToken[], first: number, index: number): boolean {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (token === undefined || next === undefined) return true;
  const gap = text.slice(token.end, next.start);
  if (gap.includes('\n')) return true;
  if (isClosing(text, next) || isReference(tokens, index + 1)) return false;
  if (index === first + 1 && /^\p{N}+$/u.test(tokens[first]?.form ?? '')) return false;
  const last = lastWord(text, tokens, index);
  const mark = tokens[last]?.form ?? '';
  if (!FINAL.test(mark))
    return (
      isAbbreviation(mark) &&
      last === index &&
      OPENERS.has(next.form.toLowerCase()) &&
      /^\p{Lu}/u.test(next.form)
    );
  if (/^\p{Ll}/u.test(next.form))
    return mark === '.' && last === index && gap !== '' && (tokens[index - 1]?.form.length ?? 0) > 3;
  return !CONTINUES.test(next.form) && (gap !== '' || last < index);
}

/** `[3]` after a full stop. */
const isReference = (tokens: readonly TextToken[], index: number): boolean =>
  tokens[index]?.form === '[' &&
  /^\p{N}+$/u.test(tokens[index + 1]?.form ?? '') &&
  tokens[index + 2]?.form === ']';

/** Index of the sentence's last token before its closing marks. */
function lastWord(text: string, tokens: readonly TextToken[], index: number): number {
  let last = index;
  while (last > 1) {
    if (isReference(tokens, last - 2)) last -= 3;
    else if (isClosing(text, tokens[last])) last -= 1;
    else break;
  }
  return last;
}

const isAbbreviation = (form: string): boolean =>
  DOTTED.test(form) || (form.endsWith('.') && ABBREVIATIONS.has(form.slice(0, -1)));

/** A straight mark closes where it follows a word without a space. A curly mark always does. */
const isClosing = (text: string, token: TextToken | undefined): boolean =>
  token !== undefined &&
  (token.form === '”' || (CLOSING.has(token.form) && !/^\s?$/u.test(text.charAt(token.start - 1))));
