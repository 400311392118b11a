import type { PartOfSpeech, TaggedWord, Tagger, Token } from './sentence.ts';

/** A token, and whether the tagger ends a sentence after it. */
export interface LineToken extends Token {
  readonly endsSentence: boolean;
}

const TAGS: ReadonlySet<string> = new Set<PartOfSpeech>([
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
]);

/** Longer lines are read in pieces cut at a space, to bound the tagger's memory. */
const MAX_LINE_LENGTH = 20_000;

/** A longer run without a space is no word, and a tokenizer may need quadratic time for it. */
const OVERLONG_WORD = /\S{49,}/gu;

/**
 * Farthest distance at which a token is looked for; taggers normalize white space. Farther matches are other
 * tokens with the same letters.
 */
const MAX_GAP = 256;

/** The tokens of each line, with positions in the text. */
export function readTokens(text: string, tag: Tagger): readonly (readonly LineToken[])[] {
  const lines: (readonly LineToken[])[] = [];
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const line = maskOverlongWords(text.slice(start, end));
    if (line.trim() !== '') lines.push(place(tag(line), line).map((token) => moved(token, start, text)));
    start = text[end] === '\n' ? end + 1 : end;
  }
  return lines;
}

function lineEnd(text: string, start: number): number {
  const limit = Math.min(start + MAX_LINE_LENGTH, text.length);
  const lineBreak = text.slice(start, limit).indexOf('\n');
  if (lineBreak !== -1) return start + lineBreak;
  if (limit === text.length) return limit;
  const space = text.lastIndexOf(' ', limit);
  return space > start ? space : limit;
}

/** Replaces a long word by `x` and spaces, so that all other positions stay. */
const maskOverlongWords = (line: string): string =>
  line.replace(OVERLONG_WORD, (word) => `x${' '.repeat(word.length - 1)}`);

/** Finds the tagger's words in the line, in order. A word that the tagger changed (a stray surrogate) is left out. */
function place(words: readonly TaggedWord[], line: string): readonly LineToken[] {
  const tokens: LineToken[] = [];
  let from = 0;
  for (const word of words) {
    if (word.text.trim() === '') continue;
    const at = line.startsWith(word.text, from) ? from : skipSpace(line, from);
    const found = line.startsWith(word.text, at)
      ? at
      : line.slice(from, from + MAX_GAP).indexOf(word.text) + from;
    if (found < from) continue;
    tokens.push(tokenAt(word, found));
    from = found + word.text.length;
  }
  return tokens;
}

/** The token with positions in the whole text. A masked word gets back its first character. */
function moved(token: LineToken, offset: number, text: string): LineToken {
  const [start, end] = [token.start + offset, token.end + offset];
  return { ...token, start, end, text: text.slice(start, end) };
}

function skipSpace(line: string, from: number): number {
  let at = from;
  while (at < line.length && /\s/u.test(line.charAt(at))) at += 1;
  return at;
}

function tokenAt({ text, pos, lemma, endsSentence }: TaggedWord, start: number): LineToken {
  const lower = text.toLowerCase();
  return {
    text,
    lower,
    start,
    end: start + text.length,
    pos: toTag(pos),
    lemma: lemma ?? lower,
    endsSentence,
  };
}

const isTag = (pos: string): pos is PartOfSpeech => TAGS.has(pos);

const toTag = (pos: string | undefined): PartOfSpeech => (pos !== undefined && isTag(pos) ? pos : 'X');
