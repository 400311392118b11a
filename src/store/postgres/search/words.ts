import type { DerivedEvent } from '../../../domain/event/event.ts';
import { searchTextOf } from '../../sql/event-columns.ts';

/*
 * The words of texts, made here and not by the database, so that a search finds the same events on both back ends. They are
 * those of SQLite's tokenizer `unicode61 remove_diacritics 2` (https://sqlite.org/fts5.html#unicode61_tokenizer).
 */

const WORD_CHARACTER = /[\p{L}\p{N}\p{Co}]/u;
/** Combining marks that belong to the word before them. */
const MARK = /[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]/u;
const TOKEN = new RegExp(`${WORD_CHARACTER.source}(?:${WORD_CHARACTER.source}|${MARK.source})*`, 'gu');

/** A lexeme has at most 2046 bytes, and no character more than four. */
const LONGEST_WORD = 500;
/** https://www.postgresql.org/docs/current/textsearch-limitations.html */
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 255;
const MOST_BYTES = 1_000_000;

/** `Zürich's` gives `zurich` and `s`. */
export const wordsOf = (text: string): readonly string[] =>
  Array.from(text.matchAll(TOKEN), ([token]) => foldWord(token).slice(0, LONGEST_WORD));

/** Most words have letters and digits of ASCII alone. */
const foldWord = (token: string): string =>
  /^[0-9a-z]+$/i.test(token) ? token.toLowerCase() : Array.from(token, fold).join('');

/** Lower case. Latin letters lose their diacritics, marks fall away. */
function fold(character: string): string {
  if (!WORD_CHARACTER.test(character)) return '';
  const [base = character] = character.normalize('NFD');
  if (/[a-z]/i.test(base)) return base.toLowerCase();
  if (base === 'ſ') return 's';
  if (base === 'ı') return base;
  // The final sigma and the variants of Greek letters have one capital letter with the usual form.
  const upper = character.toUpperCase();
  const lower = ([...upper].length === 1 ? upper : character).toLowerCase();
  return [...lower].length === 1 ? lower : character;
}

/**
 * The `tsquery` that matches all words of a text. Each word is a phrase of its parts: `Putin's "red lines"` asks for `putin`
 * followed by `s`, and for `red` and `lines`. Null for a text without words.
 */
export function searchExpressionOf(text: string): string | null {
  const phrases = text
    .split(/[\s\0]+/u)
    .map((word) =>
      wordsOf(word)
        .map((part) => `'${part}'`)
        .join(' <-> '),
    )
    .filter((phrase) => phrase !== '');
  return phrases.length === 0 ? null : [...new Set(phrases)].map((phrase) => `(${phrase})`).join(' & ');
}

/** The `tsvector` of an event, as PostgreSQL itself writes it: the title with weight A, quotes with weight B. */
export function searchVectorOf(event: DerivedEvent): string {
  const { title, quotes } = searchTextOf(event);
  const positions = new Map<string, string[]>();
  let position = 0;
  let bytes = 0;
  const add = (text: string, weight: 'A' | 'B'): void => {
    for (const word of wordsOf(text)) {
      position += 1;
      const known = positions.get(word) ?? [];
      if (known.length >= MOST_POSITIONS || (position > LAST_POSITION && known.length > 0)) continue;
      if (known.length === 0) {
        bytes += Buffer.byteLength(word) + 4;
        if (bytes > MOST_BYTES) return;
        positions.set(word, known);
      }
      bytes += 2;
      known.push(`${Math.min(position, LAST_POSITION)}${weight}`);
    }
  };
  add(title, 'A');
  // No phrase goes on from the title into a quote.
  position += 1;
  add(quotes, 'B');
  return inOrderOfBytes([...positions.keys()])
    .map((word) => `'${word}':${positions.get(word)?.join(',')}`)
    .join(' ');
}

/** The order of UTF-16 is that of the bytes of UTF-8, but for characters of two code units. */
const inOrderOfBytes = (words: string[]): string[] =>
  words.some((word) => /[\ud800-\udfff]/.test(word))
    ? words.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    : words.sort();
