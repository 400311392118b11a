const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The longest line for an article in JSON. A byte may take six (`\u0000`); the rest is room for other fields. */
export const maxLineBytes = (maxArticleBytes: number): number => maxArticleBytes * 8;

/** A line without its end. `bytes` is null for a line longer than the limit, which is not held in memory. */
export interface InputLine {
  /** Counted from 1. */
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** Cuts a stream of bytes into lines, with no more than one line and one chunk in memory. */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<InputLine> {
  const pending = new PendingLine(maxBytes);
  let number = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      pending.append(chunk.subarray(start, end));
      number += 1;
      yield { number, bytes: pending.take() };
      start = end + 1;
    }
    pending.append(chunk.subarray(start));
  }
  if (!pending.isEmpty) yield { number: number + 1, bytes: pending.take() };
}

/** The beginning of a line whose end has not come yet. */
class PendingLine {
  readonly #maxBytes: number;
  #parts: Uint8Array[] = [];
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  append(part: Uint8Array): void {
    this.#length += part.length;
    if (this.#length > this.#maxBytes) this.#parts = [];
    else this.#parts.push(part);
  }

  take(): Uint8Array | null {
    const line = this.#length > this.#maxBytes ? null : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#length = 0;
    return line?.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
  }
}
