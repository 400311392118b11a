import type { Span } from '../domain/event/mention.ts';
import { ABBREVIATIONS, PREFIXES, TITLES, UNITS, WRITTEN_TOGETHER } from './token-words.ts';

/** A word or a mark of a text: `form` is the text from `start` to `end` (UTF-16, end exclusive). */
export interface TextToken extends Span {
  readonly form: string;
  /** Whether it is one written word with the token before, as `n't` in `don't`. */
  readonly fused: boolean;
}

const ALNUM = String.raw`[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]`;
/** The rest of an address, without the marks that end the sentence around it. */
const REST = String.raw`[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’…]`;
const SUFFIX =
  'com|org|net|edu|gov|mil|int|info|biz|co|uk|us|de|fr|eu|ru|ua|ca|au|nz|io|tv|html?|pdf|docx?|xlsx?|pptx?|txt|csv|jpe?g|png|gif|zip|exe|php|url';
const at = ({ raw }: TemplateStringsArray, ...values: readonly string[]): RegExp =>
  new RegExp(String.raw({ raw }, ...values), 'uy');

const SPACE = at`\s+`;
/** Nearly all words: letters, then a space or a mark that is never inside a word. */
const PLAIN_WORD = at`[\p{L}\p{M}\u00ad\u200c\u200d]+(?=[\s,;!?)\]"”]|$)`;

/**
 * Tokens with marks inside, in order of precedence. Each pattern either takes the characters that it reads or reads
 * few of them. A long run is therefore not read again from each of its characters.
 */
const WITH_MARKS: readonly RegExp[] = [
  /** `https://a.org/b`, `www.a.org`. */
  at`(?:(?:[Hh]ttps?|HTTPS?|ftp)://|mailto:|[Ww]{3}\.)${REST}`,
  /** `a.b@c.org`. */
  at`[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*`,
  /** `example.org/page`, `report.pdf`. */
  at`[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}(?:\.[\p{L}\p{N}_-]{1,63}){0,6}\.(?:${SUFFIX}|${SUFFIX.toUpperCase()}|Com|Org|Net)(?!${ALNUM})(?:/${REST})?`,
  /** `p.m.`, `U.S.`, `Ph.D.`. */
  at`(?:\p{L}(?:\.\p{L})+|Ph\.D|M\.Sc)(?!${ALNUM})\.?`,
  /** `US$`. */
  at`\p{Lu}{1,3}\$`,
  /** `AT&T`, `w/o`. */
  at`\p{L}{1,4}&\p{L}{1,4}(?!${ALNUM})|\p{L}/\p{L}(?![\p{L}\p{N}/])`,
  /** `2021-12-21`, `713-654-0365`, `571-9571`, `77415-0027`, `3-5213`. */
  at`\p{N}{1,4}-\p{N}{1,4}-\p{N}{1,4}(?:-\p{N}{4})?(?![\p{N}-])|(?:(?:\p{N}{3}/)?\p{N}{3}|\p{N}{5}|\p{N})-\p{N}{4}(?![\p{N}-])`,
  /** `16/11/2004`, `9/11`. */
  at`\p{N}{1,4}/\p{N}{1,2}/\p{N}{1,4}(?!\p{N})|(?:[1-9]|1[0-2])/(?:[0-2]\p{N}|3[01])(?!\p{N})`,
  /** `1960s`, `50's`, `21st`. */
  at`\p{N}+(?:s|0['’]s|st|nd|rd|th)(?!${ALNUM})`,
  /** `alt.animals.cat`. */
  at`\p{Ll}{2,20}(?:\.\p{Ll}{2,20}){2,}(?!\p{L})`,
];

const NUMBER = at`\p{N}+(?:[.,:]\p{N}+)*`;
const WORD = at`${ALNUM}+(?:['’${'`'}_]${ALNUM}+)*`;
const HYPHENATED = at`-${ALNUM}+(?!${ALNUM}|-)`;
/** After a space: `'72`, `'em`, `.15`, `+44`, `:-)`, `(a)`. */
const AFTER_SPACE = at`['’](?:\p{N}\p{N}s?|em|til|cause)(?!${ALNUM})|[.+]\p{N}+|[:;=]-?[)(DPpO/](?=\s|$)|\^_\^|\(\p{Ll}\)(?=\s)`;
/** `”|’s`. */
const AFTER_MARK = at`['’]s(?!${ALNUM})`;
/** `...`, `?!`, `--`, an emoji with its modifiers, `#name`; else one character. */
const MARK = at`[!?.…]{2,}|[-=]{3,}|‘’|([^\p{L}\p{N}\s()[\]{},;:])\1+|\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}\p{Extended_Pictographic}\u200d]*|[@#]\p{L}+|[\s\S]`;

const BEFORE_NAME = at`\s*[\p{Lu},)]`;
const BEFORE_NUMBER = at`\s*(?:\p{N}|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)`;
/** After the last word of a line, a full stop is the sentence's. */
const BEFORE_END = at`["”'’)\]]*[^\S\n]*(?:\n|$)`;
/** "its a pity", "its because": no possessive stands before these words. */
const NOT_POSSESSED = `an? the this that these those my your his her our their you he she we they everyone anyone everything
  anything nothing all both in on for from at by to of with about between as like because if when where what who how why not been
  also just now really simply definitely probably getting`;
const ITS = at`[Ii]ts(?=\s+(?:${NOT_POSSESSED.trim().split(/\s+/u).join('|')})\s)`;
/** "Lets go" is an appeal, "Lets them go" is not. */
const LETS = at`Lets(?=\s+(?!(?:the|them|an?|you|us|him|her|me|it|their|its|his)\s)\p{Ll})`;
const CLITIC = /(?:[nN]['’][tT]|['’`](?:s|S|m|M|d|D|ll|LL|ve|VE|re|RE))$/u;

/** Where the pattern's match at a place ends; -1 where it does not match. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const follows = (pattern: RegExp, text: string, start: number): boolean => endOf(pattern, text, start) !== -1;

/**
 * The words and marks of a text in the manner of Universal Dependencies: `do|n't`, `Peru|'s`, `all|-|day`, `5|pm`,
 * `p.m.`. The work grows with the length of the text.
 */
export function tokenize(text: string): readonly TextToken[] {
  const tokens: TextToken[] = [];
  for (let start = 0; start < text.length; ) {
    const space = endOf(SPACE, text, start);
    if (space !== -1) {
      start = space;
      continue;
    }
    const end = endOfToken(text, start);
    const form = text.slice(start, end);
    const cut = follows(ITS, text, start) ? 2 : follows(LETS, text, start) ? 3 : cutOf(form);
    if (cut > 0) tokens.push({ form: form.slice(0, cut), start, end: start + cut, fused: false });
    tokens.push({ form: form.slice(cut), start: start + cut, end, fused: cut > 0 });
    start = end;
  }
  return tokens;
}

function endOfToken(text: string, start: number): number {
  const plain = endOf(PLAIN_WORD, text, start);
  if (plain !== -1) return plain;
  for (const pattern of WITH_MARKS) {
    const end = endOf(pattern, text, start);
    if (end !== -1) return text[end - 1] === '.' && follows(BEFORE_END, text, end) ? end - 1 : end;
  }
  const number = endOf(NUMBER, text, start);
  if (number !== -1) return endOfNumber(text, number);
  const word = endOf(WORD, text, start);
  if (word !== -1) return endOfWord(text, start, word);
  const isFirst = start === 0 || /[\s([“"]/u.test(text.charAt(start - 1));
  const special = endOf(isFirst ? AFTER_SPACE : AFTER_MARK, text, start);
  return special !== -1 ? special : endOf(MARK, text, start);
}

/** `5|pm` is cut before a unit. `4G` and `220a` stay whole. */
function endOfNumber(text: string, number: number): number {
  const word = endOf(WORD, text, number);
  const unit = text.slice(number, word).toLowerCase();
  return word === -1 || UNITS.has(unit) || /^[ap]\.m/u.test(text.slice(number, number + 3)) ? number : word;
}

/** Adds the full stop of an abbreviation or an initial, and the word after a prefix. */
function endOfWord(text: string, start: number, end: number): number {
  const word = text.slice(start, end);
  if (text[end] === '-' && PREFIXES.has(word.toLowerCase())) {
    const joined = endOf(HYPHENATED, text, end);
    return joined === -1 ? end : joined;
  }
  const isAbbreviation =
    text[end] === '.' &&
    text[end + 1] !== '.' &&
    (isShort(text, word, end) || TITLES.has(word) || ABBREVIATIONS.has(word));
  return isAbbreviation && !follows(BEFORE_END, text, end + 1) ? end + 1 : end;
}

/** `No. 10`, `b. 1950`, `John F. Roe`. */
const isShort = (text: string, word: string, end: number): boolean =>
  (/^(?:[Nn]o|[bcdmp])$/u.test(word) && follows(BEFORE_NUMBER, text, end + 1)) ||
  (/^\p{Lu}$/u.test(word) && follows(BEFORE_NAME, text, end + 1));

/** Where a written word is cut in two: `do|n't`, `can|not`. 0 where it is not cut. */
function cutOf(form: string): number {
  const clitic = /^\p{N}/u.test(form) ? null : CLITIC.exec(form.slice(-3));
  return clitic === null ? (WRITTEN_TOGETHER.get(form.toLowerCase()) ?? 0) : form.length - clitic[0].length;
}
