/** What XML 1.0 (section 2.2) has no way to write, and what means nothing in any text: control and non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** A text as every format can hold it: without control characters but tab and line ends, half surrogates replaced by U+FFFD. */
export const plainText = (text: string): string => text.toWellFormed().replaceAll(UNWRITABLE, '');

/** As `plainText`, on one line: each run of white space is one space. */
export const plainLine = (text: string): string => plainText(text).replaceAll(/\s+/g, ' ').trim();

/** `counted(1, 'event')` → `1 event`, `counted(3, 'event')` → `3 events`. */
export const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as XML and HTML hold it, in an element or in a quoted attribute. */
export const xmlText = (text: string): string =>
  plainText(text).replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
