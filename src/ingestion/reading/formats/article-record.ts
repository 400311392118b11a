import { Compile } from 'typebox/schema';
import type { ArticleOrigin } from '../../../domain/event/article.ts';
import { normalizeUrl } from '../normalize-url.ts';
import { ARTICLE_SCHEMA, METADATA_SCHEMA, type MetadataRecord } from './article-schema.ts';
import { oneLine, toLineFeeds } from './decode-text.ts';
import { readPublicationDay } from './published-on.ts';
import { type ArticleDraft, type ArticleFields, type Reading, read, refuse } from './reading.ts';
import { complain, describeValue } from './schema-complaint.ts';

const articleValidator = Compile(ARTICLE_SCHEMA);
const metadataValidator = Compile(METADATA_SCHEMA);

/** One record of bulk input, checked against `schema/article.schema.json`. */
export function toArticleDraft(value: unknown): Reading<ArticleDraft> {
  if (!articleValidator.Check(value))
    return refuse(complain(articleValidator.Errors(value)[1], value, Object.keys(ARTICLE_SCHEMA.properties)));
  const { text: written, ...record } = value;
  const text = toLineFeeds(written.replace(/^\uFEFF/, ''));
  const flaw = flawOf(text);
  if (flaw !== null) return refuse(`/text: ${flaw}`);
  const fields = fieldsOf(record);
  return fields.kind === 'refused' ? fields : read({ text, fields: fields.value });
}

/** The fields of a sidecar or of front matter: those of the schema but the text. */
export function toArticleFields(value: unknown): Reading<ArticleFields> {
  if (metadataValidator.Check(value)) return fieldsOf(value);
  return refuse(complain(metadataValidator.Errors(value)[1], value, Object.keys(METADATA_SCHEMA.properties)));
}

/** JSON can spell what no UTF-8 text holds. */
function flawOf(text: string): string | null {
  if (!text.isWellFormed()) return 'holds half a surrogate pair, which is no character';
  const nul = text.indexOf('\0');
  return nul < 0 ? null : `not a text: NUL character at position ${nul}`;
}

function fieldsOf(record: MetadataRecord): Reading<ArticleFields> {
  const url = addressOf('/url', record.url);
  if (url.kind === 'refused') return url;
  const basedOn = originOf(record.basedOn);
  if (basedOn.kind === 'refused') return basedOn;
  const day = readPublicationDay(record.publishedOn ?? '');
  if (typeof record.publishedOn === 'string' && day.kind !== 'day')
    return refuse(
      `/publishedOn: ${describeValue(record.publishedOn)} is not a day ${day.kind === 'impossible' ? 'of the calendar' : 'written as YYYY-MM-DD'}`,
    );
  return read({
    ...(record.title != null && { title: oneLine(record.title) }),
    ...(record.publisher != null && { publisher: oneLine(record.publisher) }),
    ...(record.language != null && { language: record.language.replaceAll('_', '-') }),
    ...(url.value !== null && { url: url.value }),
    ...(basedOn.value !== null && { basedOn: basedOn.value }),
    ...(day.kind === 'day' && { publishedOn: day.date }),
  });
}

function originOf(record: MetadataRecord['basedOn']): Reading<ArticleOrigin | null> {
  if (record == null) return read(null);
  const url = addressOf('/basedOn/url', record.url);
  if (url.kind === 'refused') return url;
  return read({ publisher: record.publisher == null ? null : oneLine(record.publisher), url: url.value });
}

function addressOf(pointer: string, text: string | null | undefined): Reading<string | null> {
  if (text == null) return read(null);
  const url = normalizeUrl(text);
  return url === undefined
    ? refuse(`${pointer}: ${describeValue(text)} is no http or https address`)
    : read(url);
}
