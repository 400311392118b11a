import { counted } from '../../formats/text/plain-text.ts';

const WIDTH = 24;

/** A line at the bottom of a terminal that must be cleared before anything else is written. */
export interface Progress {
  /** How many inputs are done, how many articles have come out of them. */
  draw(done: number, articles: number): void;
  clear(): void;
}

/** Shows a bar while a person watches standard error, else nothing. A bulk file moves the count, not the bar. */
export function openProgress(total: number): Progress {
  const write = (text: string): void => {
    if (process.stderr.isTTY) process.stderr.write(text);
  };
  return {
    draw: (done, articles) => {
      const filled = Math.round((WIDTH * done) / total);
      const bar = '#'.repeat(filled) + '-'.repeat(WIDTH - filled);
      write(`\r[${bar}] ${done}/${total}, ${counted(articles, 'article')}`);
    },
    clear: () => write('\r\u001B[K'),
  };
}
