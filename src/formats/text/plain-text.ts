/** Control characters and non-characters. XML 1.0 (section 2.2) cannot write them, and they mean nothing in a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern finds the characters to remove
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** A text that every format can hold. Control characters other than tab and line ends go; half surrogates become U+FFFD. */
export const plainText = (text: string): string => text.toWellFormed().replaceAll(UNWRITABLE, '');

/** Marks that turn the direction of all that follows: embeddings, overrides and isolates of Unicode's bidirectional algorithm. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * As `plainText`, on one line that stands among other words: each run of white space is one space, and no mark turns the
 * words around it.
 */
export const plainLine = (text: string): string =>
  plainText(text).replaceAll(TURNS, '').replaceAll(/\s+/g, ' ').trim();

/** `counted(1, 'event')` → `1 event`, `counted(3, 'event')` → `3 events`. */
export const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;

/** A message as a sentence: `there is no event "x"` → `There is no event "x".` */
export const sentenceOf = (message: string): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.?!]$/.test(message) ? '' : '.'}`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text escaped for XML and HTML, in an element or in a quoted attribute. */
export const xmlText = (text: string): string =>
  plainText(text).replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
