import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { requireCalendarDate } from '../../domain/time/calendar-date.ts';
import {
  type ArticleFormat,
  formatOfName,
  isDocumentFormat,
} from '../../ingestion/reading/article-format.ts';
import type { ReadOutcome } from '../../ingestion/reading/read-article.ts';
import type { BulkInput, Refusal } from '../../timeline/ingest/ingest-report.ts';
import { fileProblem, type Input } from './input-files.ts';
import { maxLineBytes, readLines } from './read-lines.ts';

/** How inputs are read. Without a `format`, the suffix of a file decides. */
export interface ReadSettings {
  readonly format: ArticleFormat | undefined;
  readonly maxArticleBytes: number;
}

/** The largest file that is read whole. NDJSON, which is read line by line, has no such limit. */
const MAX_WHOLE_BYTES = 200_000_000;

export const STDIN_NAME = 'standard input';

/** The articles of one input, one at a time, so that a bulk file is never held whole. A faulty input yields a rejection. */
export async function* readInput(input: Input, settings: ReadSettings): AsyncGenerator<BulkInput> {
  const name = input.kind === 'stdin' ? STDIN_NAME : input.name;
  try {
    if (input.kind === 'problem') yield rejected(name, input.reason);
    else if (isBulk(input, settings)) yield* readBulk(input, name, settings);
    else yield* await readWhole(input, name, settings);
  } catch (error) {
    yield rejected(name, fileProblem(error));
  }
}

/** Threads read documents. This thread loads the code of reading for bulk files and for what is refused. */
const loadReading = async () => (await import('../../ingestion/reading/read-article.ts')).readArticles;

type Readable = Exclude<Input, { kind: 'problem' }>;

/** Whether an input is read line by line. */
export const isBulk = (input: Readable, { format }: ReadSettings): boolean =>
  (format ?? (input.kind === 'file' ? formatOfName(input.name) : undefined)) === 'ndjson';

async function* readBulk(input: Readable, name: string, settings: ReadSettings): AsyncGenerator<ReadOutcome> {
  const chunks = input.kind === 'stdin' ? process.stdin : createReadStream(input.path);
  const { maxArticleBytes: maxBytes } = settings;
  const readArticles = await loadReading();
  let isEmpty = true;
  for await (const { number, bytes } of readLines(chunks, maxLineBytes(maxBytes))) {
    const lineName = `${name}:line ${number}`;
    isEmpty &&= bytes !== null && isBlank(bytes);
    if (bytes === null) yield rejected(lineName, 'the line is too long', 'ARTICLE_TOO_LARGE');
    else if (!isBlank(bytes))
      for (const outcome of readArticles({ name, bytes, sidecar: null, format: 'ndjson' }, { maxBytes }))
        yield outcome.kind === 'rejected' ? { ...outcome, name: lineName } : outcome;
  }
  if (isEmpty) yield rejected(name, 'no article in it');
}

async function readWhole(
  input: Readable,
  name: string,
  settings: ReadSettings,
): Promise<readonly BulkInput[]> {
  const { maxArticleBytes: maxBytes } = settings;
  const fromStdin = input.kind === 'stdin';
  if (!fromStdin && input.size > MAX_WHOLE_BYTES) return [tooLarge(name, `${input.size} bytes are`)];
  const bytes = fromStdin ? await readStdin() : await readFile(input.path);
  if (bytes === undefined) return [tooLarge(name, `more than ${MAX_WHOLE_BYTES} bytes are`)];
  const sidecar = fromStdin ? null : await readSidecar(input.path);
  const format = settings.format ?? (fromStdin ? 'txt' : formatOfName(name));
  const article = { name: fromStdin ? null : name, bytes, sidecar, ...(format !== undefined && { format }) };
  const today = requireCalendarDate(new Date().toISOString().slice(0, 10));
  const limits = { maxBytes, today };
  if (format === undefined || !isDocumentFormat(format) || bytes.length > maxBytes)
    return (await loadReading())(article, limits);
  return [{ kind: 'document', document: { ...article, format }, limits }];
}

/** Undefined where it is too long: the rest of it is not read. */
async function readStdin(): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    length += chunk.length;
    if (length > MAX_WHOLE_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `talks.txt` may have its metadata beside it, in `talks.meta.json`. */
async function readSidecar(path: string): Promise<Uint8Array | null> {
  if (extname(path).toLowerCase() !== '.txt') return null;
  const sidecar = `${path.slice(0, -'.txt'.length)}.meta.json`;
  try {
    return (await stat(sidecar)).isFile() ? await readFile(sidecar) : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

export const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x09);

const tooLarge = (name: string, size: string): ReadOutcome =>
  rejected(name, `${size} too many for one file`, 'ARTICLE_TOO_LARGE');

/** A refusal of an input as a whole, or of a line. */
export const rejected = (
  name: string,
  reason: string,
  code: 'BAD_ARTICLE' | 'ARTICLE_TOO_LARGE' = 'BAD_ARTICLE',
): Refusal => ({ kind: 'rejected', name, code, reason });
