import { assertNever, type ErrorCode } from '../../domain/errors.ts';
import type { ArticleSource } from '../../domain/event/article.ts';
import { addDays, type CalendarDate, requireCalendarDate } from '../../domain/time/calendar-date.ts';
import { ARTICLE_FORMATS, type ArticleFormat, type DocumentFormat, formatOfName } from './article-format.ts';
import { detectForeignLanguage, nameOfLanguage } from './detect-language.ts';
import { toArticleFields } from './formats/article-record.ts';
import { decodeDeclared } from './formats/declared-charset.ts';
import { parseJson } from './formats/decode-text.ts';
import { type PageSettings, readHtmlPage } from './formats/html-page.ts';
import { type ArticleRecordReading, readJsonArticles, readNdjsonArticles } from './formats/json-articles.ts';
import { readMarkdown } from './formats/markdown.ts';
import { type ArticleDraft, type Reading, read, refuse } from './formats/reading.ts';

const ENGLISH = 'en';
const END_OF_TIME = requireCalendarDate('9999-12-30');
const SOMETHING_TO_READ = /[^\s\p{Cc}\p{Cf}]/u;

/** The bytes of a file and their format. */
export interface ArticleInput {
  /** The file's name or path for messages; null for standard input. */
  readonly name: string | null;
  readonly bytes: Uint8Array;
  /** The bytes of `NAME.meta.json` beside the file, null where there is none. */
  readonly sidecar: Uint8Array | null;
  /** By default the format of the name's suffix, or plain text where there is no name. */
  readonly format?: ArticleFormat;
  /** The charset that came with the bytes; JSON is always UTF-8. */
  readonly charset?: string;
}

/** `name` is the input's, with `#3` or `:line 3` for a record of a bulk file. `reason` is lower case without a full stop. */
export type ReadOutcome =
  | { readonly kind: 'article'; readonly source: ArticleSource }
  | { readonly kind: 'rejected'; readonly name: string; readonly code: ErrorCode; readonly reason: string };

export interface ReadLimits {
  /** The size of a file with one article, or of the UTF-8 text of a record of a bulk file. */
  readonly maxBytes: number;
  /** The present day. A page has no later day of publication than the next, which may have begun elsewhere. */
  readonly today?: CalendarDate;
}

/**
 * A file's bytes → its articles, each read or rejected with a reason. No bytes make it throw. The limit holds
 * for each record of a bulk file, not for the file.
 */
export function readArticles(input: ArticleInput, limits: ReadLimits): readonly ReadOutcome[] {
  return readRecords(input, limits).map((record) => toOutcome(input, limits, record));
}

/** The bytes of one article. */
export interface ArticleDocument extends ArticleInput {
  readonly format: DocumentFormat;
}

export const readDocument = (document: ArticleDocument, limits: ReadLimits): ReadOutcome =>
  toOutcome(document, limits, { place: '', draft: readSingle(document, document.format, limits) });

function toOutcome(
  { name }: ArticleInput,
  { maxBytes }: ReadLimits,
  { place, draft }: ArticleRecordReading,
): ReadOutcome {
  const source = toArticleSource(draft, { file: baseNameOf(name), maxBytes });
  return source.kind === 'read'
    ? { kind: 'article', source: source.value }
    : {
        kind: 'rejected',
        name: (name ?? 'standard input') + place,
        code: source.code,
        reason: source.reason,
      };
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
  { name, bytes, sidecar, charset }: ArticleInput,
  format: DocumentFormat,
  { maxBytes, today = END_OF_TIME }: ReadLimits,
): Reading<ArticleDraft> {
  if (bytes.length > maxBytes)
    return refuse(`${bytes.length} bytes, more than the ${maxBytes} allowed`, 'ARTICLE_TOO_LARGE');
  const draft = readFormat(bytes, format, { charset: charset ?? null, lastDay: addDays(today, 1) });
  return sidecar === null ? draft : applySidecar(draft, sidecar, name);
}

function readFormat(
  bytes: Uint8Array,
  format: DocumentFormat,
  settings: PageSettings,
): Reading<ArticleDraft> {
  switch (format) {
    case 'txt':
      return readPlainText(bytes, settings.charset);
    case 'md':
      return readMarkdown(bytes, settings.charset);
    case 'html':
      return readHtmlPage(bytes, settings);
    default:
      return assertNever(format);
  }
}

/** A `.txt` file: the whole file is the article's text. */
function readPlainText(bytes: Uint8Array, charset: string | null): Reading<ArticleDraft> {
  const text = decodeDeclared(bytes, charset);
  return text.kind === 'refused' ? text : read({ text: text.value, fields: {} });
}

/** Fields of `NAME.meta.json` replace those of the article `NAME.txt`. A bad sidecar rejects the article. */
function applySidecar(
  draft: Reading<ArticleDraft>,
  bytes: Uint8Array,
  name: string | null,
): Reading<ArticleDraft> {
  if (draft.kind === 'refused') return draft;
  const value = parseJson(bytes);
  const fields = value.kind === 'refused' ? value : toArticleFields(value.value);
  if (fields.kind === 'refused') return refuse(`sidecar ${sidecarOf(name)}: ${fields.reason}`, fields.code);
  return read({ text: draft.value.text, fields: { ...draft.value.fields, ...fields.value } });
}

/** `reports/talks.txt` → `talks.meta.json`. */
const sidecarOf = (name: string | null): string =>
  `${(name ?? '').replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')}.meta.json`;

/** The last checks of every format: the text is not empty, not too large, and English. */
function toArticleSource(
  draft: Reading<ArticleDraft>,
  { file, maxBytes }: { readonly file: string | null; readonly maxBytes: number },
): Reading<ArticleSource> {
  if (draft.kind === 'refused') return draft;
  const { text, fields } = draft.value;
  if (!SOMETHING_TO_READ.test(text)) return refuse('the text is empty');
  const size = Buffer.byteLength(text);
  if (size > maxBytes)
    return refuse(`${size} bytes of text, more than the ${maxBytes} allowed`, 'ARTICLE_TOO_LARGE');
  const language = fields.language ?? ENGLISH;
  const foreign = foreignLanguageOf(text, language);
  if (foreign !== null) return refuse(`${foreign}; only English is read`, 'LANGUAGE_NOT_SUPPORTED');
  const { title = null, publisher = null, url = null, publishedOn = null, basedOn = null } = fields;
  return read({ text, file, title, publisher, url, publishedOn, language, basedOn });
}

function foreignLanguageOf(text: string, declared: string): string | null {
  if (!/^en(?:-|$)/i.test(declared)) return `the language is given as ${nameOfLanguage(declared)}`;
  const detected = detectForeignLanguage(text);
  return detected === null ? null : `the text looks like ${nameOfLanguage(detected)}`;
}

const baseNameOf = (name: string | null): string | null => name?.split(/[/\\]/).at(-1) ?? null;
