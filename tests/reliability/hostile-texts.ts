import { newsDocuments } from '../bench/news-documents.ts';

/** Texts of about so many code units, made to be dear: one sentence without an end, runs of one mark, words of time in rows. */
export type TextOfLength = (length: number) => string;

const repeated =
  (piece: string): TextOfLength =>
  (length) =>
    piece.repeat(Math.ceil(length / piece.length));

const counted =
  (sentence: (n: number) => string): TextOfLength =>
  (length) => {
    const first = sentence(0).length;
    return Array.from({ length: Math.ceil(length / first) }, (_, n) => sentence(n)).join('');
  };

/** A word of letters for a number: 0 is `a`, 26 is `ba`. */
export const wordOf = (n: number): string =>
  (n < 26 ? '' : wordOf(Math.floor(n / 26))) + String.fromCharCode(97 + (n % 26));

const nameOf = (n: number): string => `Kar${wordOf(n)} Len${wordOf(n * 7)}`;

const news = newsDocuments(400)
  .map(({ text }) => text)
  .join('\n\n');

/** Texts that are dear to read. */
export const TEXTS: Readonly<Record<string, TextOfLength>> = {
  news: (length) => news.slice(0, length),
  'one sentence without an end': repeated('the man and '),
  'one sentence full of days': repeated('ministers met on Tuesday and '),
  'one word': repeated('x'),
  'lines of a word': repeated('a\r\n'),
  'short sentences': repeated('He met. '),
  'full stops': repeated('. '),
  commas: repeated('a, '),
  'opening quotation marks': repeated('“he said ‘'),
  'closed quotations': repeated('“a ” '),
  'opening brackets': repeated('(a '),
  dashes: repeated('a - '),
  digits: repeated('12 '),
  years: repeated('2014 '),
  weekdays: repeated('Monday '),
  'days of a month': (length) => `May ${counted((n) => `${(n % 31) + 1}, `)(length)}`,
  'written days': repeated('May 12, '),
  'clock times': repeated('10:30 a.m. '),
  'groups of digits': repeated('1-'),
  'addresses of pages': repeated('http://a.b/c '),
  'abbreviated names': repeated('U.S. '),
  'capitalized words': counted((n) => `K${wordOf(n)} `),
  'quarters without an end': repeated('late quarter talks MOSCOW same '),
  'shifts of days': repeated('two days later '),
  'days that are none': repeated('30 February 2021 '),
  'wrong weekdays': repeated('Monday, December 21, 2021. '),
  'lines of a list': repeated('- Monday: talks\n'),
  'numbers of people': repeated('kill 12 a b c d on Tuesday '),
  'pointing words': repeated('These talks in May 2014 ended. '),
  surrogates: repeated('\ud83d'),
};

/** Texts whose mentions are dear to join, each with the same days and names in many. */
export const ACCOUNTS: Readonly<Record<string, TextOfLength>> = {
  'the same sentence': repeated('The minister met the president in Riga on Tuesday. '),
  'one day and one actor': counted(
    (n) => `Vladimir Putin said on Tuesday that plan ${wordOf((n * 7919) % 10_007)} was number ${n}. `,
  ),
  'one actor and acts of few words': counted(
    (n) =>
      `On Tuesday Vladimir Putin ${wordOf(n % 97)}ed the ${wordOf(n % 89)} ${wordOf(n % 83)} ${wordOf(n % 79)}. `,
  ),
  'one place and many people': counted((n) => `On Tuesday ${nameOf(n)} met in Riga. `),
  'one list': repeated('- Monday: talks\n'),
  'many days': counted((n) => `On ${(n % 28) + 1} May ${1900 + (n % 120)} Putin met Biden in Riga. `),
  'wide spans': counted((n) => `In ${1900 + (n % 120)} Putin met Biden on plan ${n}. `),
  'one sentence full of days': repeated('ministers met on Tuesday and '),
};
