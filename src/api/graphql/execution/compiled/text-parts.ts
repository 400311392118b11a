/**
 * UTF-16 code units, of which V8 keeps each in two bytes where one of them is no Latin-1. Strings of more than 128 KB it keeps
 * apart from all others, where one costs many times what its text does.
 */
const LONG = 32 * 1024;

/** An answer as it is being written: strings that are sent one behind the other. */
export class TextParts {
  readonly #parts: string[] = [];
  #last = '';

  add(text: string): void {
    this.#last += text;
    if (this.#last.length < LONG) return;
    this.#parts.push(this.#last);
    this.#last = '';
  }

  all(): readonly string[] {
    return [...this.#parts, this.#last];
  }

  whole(): string {
    return this.all().join('');
  }
}
