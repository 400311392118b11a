import { toArticleDraft } from './article-record.ts';
import { parseJson } from './decode-text.ts';
import { type ArticleDraft, type Reading, refuse } from './reading.ts';

/** A record of a bulk file. `place` follows the file's name in messages; it is empty where the file is the record. */
export interface ArticleRecordReading {
  readonly place: string;
  readonly draft: Reading<ArticleDraft>;
}

const NEWLINE = 0x0a;

/** A `.json` file: one article, an array of them, or `{ "articles": […] }`. Places count from 1: `#3`. */
export function readJsonArticles(bytes: Uint8Array): readonly ArticleRecordReading[] {
  const value = parseJson(bytes);
  if (value.kind === 'refused') return [{ place: '', draft: value }];
  const records = recordsOf(value.value);
  if (records === undefined) return [{ place: '', draft: toArticleDraft(value.value) }];
  if (records.length === 0) return [{ place: '', draft: refuse('no article in it') }];
  return records.map((record, index) => ({ place: `#${index + 1}`, draft: toArticleDraft(record) }));
}

/** A `.ndjson` or `.jsonl` file: an article a line, blank lines skipped. A bad line does not affect others. */
export function readNdjsonArticles(bytes: Uint8Array): readonly ArticleRecordReading[] {
  const readings: ArticleRecordReading[] = [];
  let number = 0;
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    const line = bytes.subarray(start, end);
    start = end + 1;
    number += 1;
    if (!isBlank(line)) readings.push({ place: `:line ${number}`, draft: readRecord(line) });
  }
  return readings.length > 0 ? readings : [{ place: '', draft: refuse('no article in it') }];
}

function readRecord(line: Uint8Array): Reading<ArticleDraft> {
  const value = parseJson(line);
  return value.kind === 'refused' ? value : toArticleDraft(value.value);
}

function recordsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const isList = typeof value === 'object' && value !== null && Object.keys(value).join() === 'articles';
  return isList && 'articles' in value && Array.isArray(value.articles) ? value.articles : undefined;
}

const isBlank = (line: Uint8Array): boolean =>
  line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
