import { assertNever, type ErrorCode } from '../../domain/errors.ts';
import type { ArticleSource } from '../../domain/event/article.ts';
import { ARTICLE_FORMATS, type ArticleFormat, formatOfName } from './article-format.ts';
import { readHtmlPage } from './formats/html-page.ts';
import { type ArticleRecordReading, readJsonArticles, readNdjsonArticles } from './formats/json-articles.ts';
import { readMarkdown } from './formats/markdown.ts';
import { readPlainText } from './formats/plain-text.ts';
import { type ArticleDraft, type Reading, refuse } from './formats/reading.ts';
import { applySidecar } from './formats/sidecar.ts';
import { toArticleSource } from './to-article-source.ts';

export type { ArticleFormat } from './article-format.ts';

/** The bytes of one file, and how they are to be read. */
export interface ArticleInput {
  /** The file's name or path as messages should show it; null for standard input. */
  readonly name: string | null;
  readonly bytes: Uint8Array;
  /** The bytes of `NAME.meta.json` beside the file, null where there is none. */
  readonly sidecar: Uint8Array | null;
  /** By the name's suffix where it is left out; plain text where there is no name. */
  readonly format?: ArticleFormat;
}

/** `name` is the input's, with `#3` or `:line 3` for a record of a bulk file; `reason` is lower case without a full stop. */
export type ReadOutcome =
  | { readonly kind: 'article'; readonly source: ArticleSource }
  | { readonly kind: 'rejected'; readonly name: string; readonly code: ErrorCode; readonly reason: string };

export interface ReadLimits {
  /** For a file that holds one article: all of it; for a record of a bulk file: its text, as UTF-8. */
  readonly maxBytes: number;
}

/**
 * A file's bytes → its articles, each read or rejected with a reason. Whatever the bytes are, this does not throw;
 * a bulk file may be larger than the limit, which then holds for each of its records.
 */
export function readArticles(input: ArticleInput, limits: ReadLimits): readonly ReadOutcome[] {
  const name = input.name ?? 'standard input';
  return readRecords(input, limits).map(({ place, draft }) => {
    const source = toArticleSource(draft, { file: baseNameOf(input.name), maxBytes: limits.maxBytes });
    return source.kind === 'read'
      ? { kind: 'article', source: source.value }
      : { kind: 'rejected', name: name + place, code: source.code, reason: source.reason };
  });
}

function readRecords(input: ArticleInput, limits: ReadLimits): readonly ArticleRecordReading[] {
  const format = input.format ?? (input.name === null ? 'txt' : formatOfName(input.name));
  switch (format) {
    case undefined:
      return [{ place: '', draft: refuse(`unknown format (known are ${ARTICLE_FORMATS.join(', ')})`) }];
    case 'json':
      return readJsonArticles(input.bytes);
    case 'ndjson':
      return readNdjsonArticles(input.bytes);
    default:
      return [{ place: '', draft: readSingle(input, format, limits) }];
  }
}

function readSingle(
  { name, bytes, sidecar }: ArticleInput,
  format: Exclude<ArticleFormat, 'json' | 'ndjson'>,
  { maxBytes }: ReadLimits,
): Reading<ArticleDraft> {
  if (bytes.length > maxBytes)
    return refuse(`${bytes.length} bytes, more than the ${maxBytes} allowed`, 'ARTICLE_TOO_LARGE');
  const draft = readFormat(bytes, format);
  return sidecar === null ? draft : applySidecar(draft, sidecar, name);
}

function readFormat(
  bytes: Uint8Array,
  format: Exclude<ArticleFormat, 'json' | 'ndjson'>,
): Reading<ArticleDraft> {
  switch (format) {
    case 'txt':
      return readPlainText(bytes);
    case 'md':
      return readMarkdown(bytes);
    case 'html':
      return readHtmlPage(bytes);
    default:
      return assertNever(format);
  }
}

const baseNameOf = (name: string | null): string | null => name?.split(/[/\\]/).at(-1) ?? null;
