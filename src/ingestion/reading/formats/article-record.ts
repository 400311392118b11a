import { Compile } from 'typebox/schema';
import type { ArticleOrigin } from '../../../domain/event/article.ts';
import { type CalendarDate, parseCalendarDate } from '../../../domain/time/calendar-date.ts';
import { normalizeUrl } from '../identify-article.ts';
import { ARTICLE_SCHEMA, METADATA_SCHEMA, type MetadataRecord } from './article-schema.ts';
import { oneLine, toLineFeeds } from './decode-text.ts';
import { type ArticleDraft, type ArticleFields, type Reading, read, refuse } from './reading.ts';
import { complain, describeValue } from './schema-complaint.ts';

const articleValidator = Compile(ARTICLE_SCHEMA);
const metadataValidator = Compile(METADATA_SCHEMA);

/** Checks a record of bulk input against `schema/article.schema.json`. */
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

/** Checks the fields of a sidecar or of front matter: those of the schema without the text. */
export function toArticleFields(value: unknown): Reading<ArticleFields> {
  if (metadataValidator.Check(value)) return fieldsOf(value);
  return refuse(complain(metadataValidator.Errors(value)[1], value, Object.keys(METADATA_SCHEMA.properties)));
}

/** JSON escapes can spell characters that UTF-8 text cannot hold. */
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

/** The day of publication in a piece of metadata. `impossible` is a day that does not exist, such as 2021-02-30. */
export type PublicationDay =
  | { readonly kind: 'day'; readonly date: CalendarDate }
  | { readonly kind: 'impossible'; readonly day: string }
  | { readonly kind: 'other' };

/** ISO 8601 or RFC 3339: a day, alone or with a time of day and an offset. A space may replace the T. */
const ISO_DAY =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ][0-2]\d:[0-5]\d(?::[0-6]\d(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** `2021-12-21` and `2021-12-21T23:30:00-05:00` → 2021-12-21: the civil day as written, never moved to another time zone. */
export function readPublicationDay(text: string): PublicationDay {
  const day = ISO_DAY.exec(text.trim())?.groups?.['day'];
  if (day === undefined) return { kind: 'other' };
  const date = parseCalendarDate(day);
  return date === undefined ? { kind: 'impossible', day } : { kind: 'day', date };
}
