import { pipeline, type Readable } from 'node:stream';
import { CODERS } from './coders.ts';
import type { ContentCoding } from './content-coding.ts';

type Coder = ReturnType<(typeof CODERS)[ContentCoding]['stream']>;

/**
 * A stream in a coding. Its first piece is sent on at once, so that a reader sees that something comes; what a stream had
 * to say before it broke is sent before the connection is cut.
 */
export function codeStream(source: AsyncIterable<string | Buffer>, coding: ContentCoding): Readable {
  const coder = CODERS[coding].stream();
  // What breaks off has been logged where it did; here it only has to end the answer.
  pipeline(flushing(source, coder), coder, () => {});
  return coder;
}

/** The pipeline asks for the next piece when the coder has the one before it. */
async function* flushing(
  source: AsyncIterable<string | Buffer>,
  coder: Coder,
): AsyncGenerator<string | Buffer> {
  let isFirst = true;
  try {
    for await (const piece of source) {
      yield piece;
      if (isFirst) coder.flush();
      isFirst = false;
    }
  } catch (error) {
    await new Promise<void>((resolve) => coder.flush(resolve));
    throw error;
  }
}
