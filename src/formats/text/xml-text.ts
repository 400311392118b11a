import { plainText } from './plain-text.ts';

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
