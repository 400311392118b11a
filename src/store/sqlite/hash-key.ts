import { hash } from 'node:crypto';

/** Hexadecimal digits of 48 bits, which a number holds exactly. */
const DIGITS = 12;

/** A number that stands for a text in an index; two texts with the same one are to be told apart by whoever finds them. */
export const hashKey = (text: string): number =>
  Number.parseInt(hash('sha1', text, 'hex').slice(0, DIGITS), 16);
