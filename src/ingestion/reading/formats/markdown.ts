import { readPublicationDay, toArticleFields } from './article-record.ts';
import { METADATA_SCHEMA } from './article-schema.ts';
import { decodeDeclared } from './declared-charset.ts';
import { readFrontMatter } from './front-matter.ts';
import { type ArticleDraft, type ArticleFields, type Reading, read, refuse } from './reading.ts';

const OPENING = /^---[^\S\n]*\n/;
const CLOSING = /^(?:---|\.\.\.)[^\S\n]*$/m;
const LEADING_BLANK_LINES = /^(?:[^\S\n]*\n)+/;

/** Other programs' names for `publishedOn`, read only where they hold a day. */
const PUBLICATION_ALIASES = ['date', 'published'];

/**
 * A `.md` file: YAML front matter between two lines `---`, then the text with its Markdown marks. Blank lines before the
 * text are dropped. Fields of front matter that the schema lacks (`tags`, `layout`, …) are ignored.
 */
export function readMarkdown(bytes: Uint8Array, charset: string | null): Reading<ArticleDraft> {
  const decoded = decodeDeclared(bytes, charset);
  if (decoded.kind === 'refused') return decoded;
  const opening = OPENING.exec(decoded.value)?.[0];
  if (opening === undefined) return read({ text: decoded.value, fields: {} });
  const rest = decoded.value.slice(opening.length);
  const closing = CLOSING.exec(rest);
  if (closing === null) return refuse('front matter: opened by --- but not closed by another');
  const fields = readFields(rest.slice(0, closing.index));
  if (fields.kind === 'refused') return refuse(`front matter: ${fields.reason}`, fields.code);
  const text = rest.slice(closing.index + closing[0].length).replace(LEADING_BLANK_LINES, '');
  return read({ text, fields: fields.value });
}

function readFields(yaml: string): Reading<ArticleFields> {
  const mapping = readFrontMatter(yaml);
  if (mapping.kind === 'refused') return mapping;
  const fields = new Map(
    [...mapping.value].filter(([name]) => Object.hasOwn(METADATA_SCHEMA.properties, name)),
  );
  const alias = PUBLICATION_ALIASES.map((name) => mapping.value.get(name)).find(isDay);
  if (!fields.has('publishedOn') && alias !== undefined) fields.set('publishedOn', alias);
  return toArticleFields(Object.fromEntries(fields));
}

const isDay = (value: unknown): boolean =>
  typeof value === 'string' && readPublicationDay(value).kind !== 'other';
