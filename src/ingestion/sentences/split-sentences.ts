import type { LineToken } from './read-tokens.ts';
import type { Sentence, Token } from './sentence.ts';

/** Most tokens of a sentence. Longer runs are lists or tables and are cut, so that work stays linear. */
const MAX_TOKENS = 250;

const CLOSING = new Set(['”', '"', '’', ')', ']', '»', "''"]);
const FINAL = new Set(['.', '!', '?', '…', '...']);
/** Abbreviations before a name or a number, whose full stop ends no sentence. */
const ABBREVIATION =
  /^(?:Nos?|mr|mrs|ms|dr|prof|gen|lt|col|maj|capt|cmdr|adm|sgt|sen|rep|gov|pres|rev|hon|st|vs|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun)\.$/u;

/**
 * The sentences of tagged lines. Some of the tagger's boundaries are corrected for news. A closing quotation
 * mark belongs to its sentence, and `.” The` starts a new sentence. No sentence ends inside `“Why?” he`,
 * `blocked...but` or `Dec. 21`. A line break always ends a sentence.
 */
export function splitSentences(text: string, lines: readonly (readonly LineToken[])[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const line of lines) {
    const tokens = line.flatMap((token, index) => splitFinalStop(token, line[index + 1]));
    let first = 0;
    for (let index = 0; index < tokens.length; index += 1) {
      const isEnd = isLast(text, tokens, index) || index - first + 1 >= MAX_TOKENS;
      if (!isEnd) continue;
      sentences.push(sentenceOf(tokens.slice(first, index + 1)));
      first = index + 1;
    }
  }
  return sentences;
}

function isLast(text: string, tokens: readonly LineToken[], index: number): boolean {
  const next = tokens[index + 1];
  if (next === undefined) return true;
  if (isClosing(text, next)) return false;
  const last = lastWord(text, tokens, index);
  const ends = tokens.slice(last, index + 1).some(({ endsSentence }) => endsSentence);
  if (!ends && !(last < index && FINAL.has(tokens[last]?.text ?? ''))) return false;
  return startsSentence(next) && !isAbbreviation(tokens[last]?.text ?? '');
}

/** Index of the sentence's last token before its closing marks. */
function lastWord(text: string, tokens: readonly LineToken[], index: number): number {
  let last = index;
  while (last > 0 && isClosing(text, tokens[last])) last -= 1;
  return last;
}

/** A straight mark closes where it follows a word without a space. */
const isClosing = (text: string, token: Token | undefined): boolean =>
  token !== undefined && CLOSING.has(token.text) && !/^\s?$/u.test(text.charAt(token.start - 1));

/** `No. 10` has an abbreviation, `no.` has none. */
const isAbbreviation = (word: string): boolean =>
  ABBREVIATION.test(word) || (word !== 'no.' && ABBREVIATION.test(word.toLowerCase()));

const startsSentence = ({ text }: Token): boolean => !/^(?:\p{Ll}|[.,;:)…])/u.test(text);

/** The tagger takes `no.` at the end of a quotation for an abbreviation. Its full stop becomes a token of its own. */
function splitFinalStop(token: LineToken, next: LineToken | undefined): readonly LineToken[] {
  const isWord = /^\p{Ll}+\.$/u.test(token.text) && !isAbbreviation(token.text);
  if (!isWord || !(next === undefined || CLOSING.has(next.text))) return [token];
  const cut = token.end - 1;
  const word = token.text.slice(0, -1);
  return [
    { ...token, text: word, lower: word, lemma: word, end: cut, endsSentence: false },
    { ...token, text: '.', lower: '.', lemma: '.', start: cut, pos: 'PUNCT' },
  ];
}

function sentenceOf(tokens: readonly LineToken[]): Sentence {
  const [first] = tokens;
  const last = tokens.at(-1);
  return { start: first?.start ?? 0, end: last?.end ?? 0, tokens: tokens.map(withoutBoundary) };
}

const withoutBoundary = ({ endsSentence: _, ...token }: LineToken): Token => token;
