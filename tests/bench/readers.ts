import { casual } from 'chrono-node';
import type { DatedText } from '../eval/read-gold.ts';
import { resolveText } from '../support/resolve-text.ts';

/** Reads the time expressions of a text and keeps nothing. */
export type Reader = (document: DatedText) => void;

export const readWithResolver: Reader = ({ text, dct }) => {
  resolveText(text, dct);
};

/** chrono-node as its users call it: the whole text at once, with its casual parsers. */
export const readWithChrono: Reader = ({ text, dct }) => {
  casual.parse(text, new Date(`${dct}T12:00:00Z`));
};
