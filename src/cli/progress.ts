const WIDTH = 24;

/** A bar at the bottom of a terminal that must be cleared before anything else is written. */
export interface Progress {
  advance(): void;
  draw(): void;
  clear(): void;
}

/** Shows a bar while a person watches standard error and there is more than one input; else nothing. */
export function openProgress(total: number): Progress {
  const isWatched = process.stderr.isTTY && total > 1;
  const write = (text: string): void => {
    if (isWatched) process.stderr.write(text);
  };
  let done = 0;
  const draw = (): void => {
    const filled = Math.round((WIDTH * done) / total);
    write(`\r[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${done}/${total}`);
  };
  return {
    draw,
    advance: () => {
      done += 1;
      draw();
    },
    clear: () => write('\r\u001B[K'),
  };
}
