import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { DatedText } from '../eval/read-gold.ts';
import { cpuTime } from './cpu-time.ts';
import { type Reader, readWithChrono, readWithResolver } from './readers.ts';

/** In kB of 1000 UTF-16 code units. */
const SIZES = [1, 10, 100, 1000, 10_000];
const CHRONO_UP_TO = 100;
/** The kB that texts of each size have together, so that short and long texts have the same content. */
const TOTAL = 1000;
const ANCHOR = requireCalendarDate('2021-12-21');

/** The time of both readers for a text of some length. */
export interface GrowthRow {
  readonly size: number;
  /** Milliseconds of CPU time a kB. */
  readonly resolver: number;
  /** Null for long texts: chrono-node is quadratic. */
  readonly chrono: number | null;
}

/** The same documents as many short texts, fewer longer ones and one long one. */
export function measureGrowth(documents: readonly DatedText[]): readonly GrowthRow[] {
  const warmUp = piecesOf(documents, 10, TOTAL);
  warmUp.forEach(readWithResolver);
  warmUp.forEach(readWithChrono);
  return SIZES.map((size) => {
    const pieces = piecesOf(documents, size, Math.max(size, TOTAL));
    return {
      size,
      resolver: timePerKilobyte(readWithResolver, pieces),
      chrono: size <= CHRONO_UP_TO ? timePerKilobyte(readWithChrono, pieces) : null,
    };
  });
}

const timePerKilobyte = (read: Reader, pieces: readonly DatedText[]): number =>
  cpuTime(() => pieces.forEach(read)) / pieces.reduce((length, { text }) => length + text.length / 1000, 0);

function piecesOf(documents: readonly DatedText[], size: number, total: number): readonly DatedText[] {
  const text = longText(documents, total * 1000);
  return Array.from({ length: total / size }, (_, index) => ({
    id: String(index),
    dct: ANCHOR,
    text: text.slice(index * size * 1000, (index + 1) * size * 1000),
  }));
}

/** All documents one after the other, repeated up to `length` code units. */
function longText(documents: readonly DatedText[], length: number): string {
  const once = documents.map(({ text }) => `${text}\n\n`).join('');
  return once.repeat(Math.ceil(length / once.length)).slice(0, length);
}
