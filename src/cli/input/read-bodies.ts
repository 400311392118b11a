import { createReadStream } from 'node:fs';
import { readDocument } from '../../ingestion/reading/read-article.ts';
import type { ArticleTask } from '../../timeline/ingest/article-queue.ts';
import type { BulkInput, Refusal } from '../../timeline/ingest/ingest-report.ts';
import { fileProblem, type Input } from './input-files.ts';
import { isBlank, isBulk, type ReadSettings, readInput, rejected, STDIN_NAME } from './read-inputs.ts';
import { maxLineBytes, readLines } from './read-lines.ts';

/** An article as it goes into the queue: its bytes, which the worker reads, or an article that had to be read before. */
export interface QueuedBody {
  readonly kind: 'body';
  readonly task: Pick<ArticleTask, 'name' | 'place' | 'format' | 'charset'>;
  readonly body: Uint8Array;
}

/** The articles of one input for the queue. The lines of NDJSON are not read, so that a bulk file goes in fast. */
export async function* readBodies(
  input: Input,
  settings: ReadSettings,
): AsyncGenerator<QueuedBody | Refusal> {
  if (input.kind !== 'problem' && isBulk(input, settings)) return yield* readLinesOf(input, settings);
  for await (const found of readInput(input, settings)) yield toBody(found);
}

async function* readLinesOf(
  input: Exclude<Input, { kind: 'problem' }>,
  { maxArticleBytes }: ReadSettings,
): AsyncGenerator<QueuedBody | Refusal> {
  const isFile = input.kind === 'file';
  const name = isFile ? input.name : null;
  try {
    const chunks = isFile ? createReadStream(input.path) : process.stdin;
    for await (const { number, bytes } of readLines(chunks, maxLineBytes(maxArticleBytes))) {
      const place = `:line ${number}`;
      if (bytes === null)
        yield rejected((name ?? STDIN_NAME) + place, 'the line is too long', 'ARTICLE_TOO_LARGE');
      else if (!isBlank(bytes)) yield { kind: 'body', task: { name, place, format: 'ndjson' }, body: bytes };
    }
  } catch (error) {
    yield rejected(name ?? STDIN_NAME, fileProblem(error));
  }
}

function toBody(found: BulkInput): QueuedBody | Refusal {
  if (found.kind === 'rejected') return found;
  if (found.kind === 'article') {
    const body = Buffer.from(JSON.stringify(found.source));
    return { kind: 'body', task: { name: found.source.file, format: 'SOURCE' }, body };
  }
  const { document, limits } = found;
  if (document.sidecar !== null) return toBody(readDocument(document, limits));
  return { kind: 'body', task: { name: document.name, format: document.format }, body: document.bytes };
}
