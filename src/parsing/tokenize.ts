import type { Span } from '../domain/event/mention.ts';
import { ABBREVIATIONS, PREFIXES, UNITS, WRITTEN_TOGETHER } from './token-words.ts';

/** A word or a mark of a text: `form` is the text from `start` to `end` (UTF-16, end exclusive). */
export interface TextToken extends Span {
  readonly form: string;
  /** Whether it is one written word with the token before, as `n't` in `don't`. */
  readonly fused: boolean;
}

const SPACE = /\s+/uy;
const LINK_END = /[^\s<>"“”.,;:!?)\]'’…]/u.source;
const LINK = `[^\\s<>"“”]*${LINK_END}`;
const SUFFIXES =
  'com|org|net|edu|gov|mil|int|info|biz|co|uk|us|de|fr|eu|ru|ua|ca|au|nz|io|tv|html?|pdf|docx?|xlsx?|pptx?|txt|csv|jpe?g|png|gif|zip|exe|php|url';
const LETTER = '[\\p{L}\\p{M}\\u00ad\\u200c\\u200d]';
const ALNUM = '[\\p{L}\\p{M}\\p{N}\\u00ad\\u200c\\u200d]';
const sticky = (source: string): RegExp => new RegExp(source, 'uy');

/** Nearly all words: letters, then a space or a mark that is never inside a word. */
const PLAIN_WORD = sticky(`${LETTER}+(?=[\\s,;!?)\\]"”]|$)`);

/**
 * Tokens with marks inside, in order of precedence. A part that only counts before a later mark is bounded, so that
 * a long run is not read again from each of its characters.
 */
const WHOLE: readonly RegExp[] = [
  /** `https://a.org/b`, `www.a.org`. */
  sticky(`(?:(?:[Hh]ttps?|HTTPS?|ftp)://|mailto:|[Ww]{3}\\.)${LINK}`),
  /** `a.b@c.org`. */
  sticky(`[\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]{0,63}@[\\p{L}\\p{N}_]+(?:[.-][\\p{L}\\p{N}_]+)*`),
  /** `example.org/page`, `report.pdf`. */
  new RegExp(
    `[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,63}(?:\\.[\\p{L}\\p{N}_-]{1,63}){0,6}\\.(?:${SUFFIXES})(?![\\p{L}\\p{N}])(?:/${LINK})?`,
    'iuy',
  ),
  /** `p.m.`, `U.S.`, `Ph.D.`. */
  sticky('(?:\\p{L}(?:\\.\\p{L})+|Ph\\.D|M\\.Sc)(?![\\p{L}\\p{N}])\\.?'),
  /** `US$`, `AT&T`, `w/o`. */
  sticky('\\p{Lu}{1,3}\\$|\\p{L}{1,4}&\\p{L}{1,4}(?![\\p{L}\\p{N}])|\\p{L}/\\p{L}(?![\\p{L}\\p{N}/])'),
  /** `2021-12-21`, `713-654-0365`, `571-9571`, `77415-0027`. */
  sticky(
    '\\p{N}{1,4}-\\p{N}{1,4}-\\p{N}{1,4}(?:-\\p{N}{4})?(?![\\p{N}-])|(?:\\p{N}{3}/)?\\p{N}{3}-\\p{N}{4}(?!\\p{N})|\\p{N}{5}-\\p{N}{4}(?!\\p{N})',
  ),
  /** `16/11/2004`, `9/11`. */
  sticky('\\p{N}{1,4}/\\p{N}{1,2}/\\p{N}{1,4}(?!\\p{N})|(?:[1-9]|1[0-2])/(?:[0-2]\\p{N}|3[01])(?!\\p{N})'),
  /** `1960s`, `50's`, `21st`. */
  /** `alt.animals.cat`. */
  sticky('\\p{Ll}{2,20}(?:\\.\\p{Ll}{2,20}){2,}(?!\\p{L})'),
  sticky(`\\p{N}+(?:s|0['’]s|st|nd|rd|th)(?!${ALNUM})`),
];

const NUMBER = sticky('\\p{N}+(?:[.,:]\\p{N}+)*');
const WORD = sticky(`${ALNUM}+(?:['’\`_]${ALNUM}+)*`);
const MARKS = sticky(
  '[!?]{2,}|[.…]{2,}|‘’|([^\\p{L}\\p{N}\\s()[\\]{},;:])\\1+|\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}\\p{Extended_Pictographic}\\u200d]*|[@#]\\p{L}+|[\\s\\S]',
);
/** After a space: `'72`, `'em`, `.15`, `+44`, `:-)`. */
const AFTER_SPACE = sticky(
  `['’](?:\\p{N}\\p{N}s?|em|til|cause)(?!${ALNUM})|[.+]\\p{N}+|[:;=]-?[)(DPpO/](?=\\s|$)|\\^_\\^|\\(\\p{Ll}\\)(?=\\s)`,
);
/** `”|’s`. */
const AFTER_MARK = sticky(`['’]s(?!${ALNUM})`);
const CLITIC = /(?:[nN]['’][tT]|['’`](?:s|S|m|M|d|D|ll|LL|ve|VE|re|RE))$/u;
const HYPHENATED = sticky(`-${ALNUM}+`);
const BEFORE_NAME = sticky('\\s*[\\p{Lu},)]');
const BEFORE_NUMBER = sticky('\\s*(?:\\p{N}|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)');
/** The last word of a line: its full stop ends the sentence, and is a token. */
const BEFORE_END = sticky('["”\'’)\\]]*[^\\S\\n]*(?:\\n|$)');

/** Where the pattern's match at a place ends; -1 where it does not match. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * The words and marks of a text in the manner of Universal Dependencies: `do|n't`, `Peru|'s`, `all|-|day`, `5|pm`,
 * `p.m.`. The work grows with the length of the text.
 */
export function tokenize(text: string): readonly TextToken[] {
  const tokens: TextToken[] = [];
  const add = (start: number, end: number, fused = false): void => {
    tokens.push({ form: text.slice(start, end), start, end, fused });
  };
  for (let at = 0; at < text.length; ) {
    const space = endOf(SPACE, text, at);
    if (space !== -1) {
      at = space;
      continue;
    }
    const end = endOfToken(text, at);
    const cuts = cutsOf(text.slice(at, end));
    let from = at;
    for (const cut of cuts) {
      add(from, at + cut, from > at);
      from = at + cut;
    }
    add(from, end, from > at);
    at = end;
  }
  return tokens;
}

function endOfToken(text: string, at: number): number {
  const plain = endOf(PLAIN_WORD, text, at);
  if (plain !== -1) return plain;
  for (const pattern of WHOLE) {
    const end = endOf(pattern, text, at);
    if (end !== -1) return text[end - 1] === '.' && endOf(BEFORE_END, text, end) !== -1 ? end - 1 : end;
  }
  const number = endOf(NUMBER, text, at);
  if (number !== -1) return endOfNumber(text, at, number);
  const word = endOf(WORD, text, at);
  if (word !== -1) return endOfWord(text, at, word);
  const isFirst = at === 0 || /[\s([“"]/u.test(text.charAt(at - 1));
  const first = endOf(isFirst ? AFTER_SPACE : AFTER_MARK, text, at);
  return first !== -1 ? first : endOf(MARKS, text, at);
}

/** `5|pm` is cut before a unit. `4G` and `220a` stay whole. */
function endOfNumber(text: string, at: number, number: number): number {
  const word = endOf(WORD, text, number);
  if (word === -1) return number;
  const unit = text.slice(number, word);
  return UNITS.has(unit.toLowerCase()) || /^[ap]$/u.test(unit) ? number : at === number ? word : word;
}

/** Takes in the full stop of an abbreviation or an initial, and what is joined to a prefix. */
function endOfWord(text: string, at: number, end: number): number {
  const word = text.slice(at, end);
  if (text[end] === '-' && PREFIXES.has(word.toLowerCase())) {
    const joined = endOf(HYPHENATED, text, end);
    if (joined !== -1) return joined;
  }
  if (text[end] !== '.' || text[end + 1] === '.') return end;
  const isAbbreviation =
    ABBREVIATIONS.has(word) ||
    (/^(?:[Nn]o|[bcdmp])$/u.test(word) && endOf(BEFORE_NUMBER, text, end + 1) !== -1) ||
    (/^\p{Lu}$/u.test(word) && endOf(BEFORE_NAME, text, end + 1) !== -1);
  return isAbbreviation && endOf(BEFORE_END, text, end + 1) === -1 ? end + 1 : end;
}

/** Where a written word is cut: `do|n't`, `can|not`. */
function cutsOf(word: string): readonly number[] {
  const together = WRITTEN_TOGETHER.get(word.toLowerCase());
  if (together !== undefined) return [together];
  const clitic = CLITIC.exec(word.slice(-4));
  if (clitic === null || /^\p{N}/u.test(word)) return [];
  const cut = word.length - clitic[0].length;
  return cut > 0 ? [cut] : [];
}
