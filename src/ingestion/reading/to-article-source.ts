import type { ArticleSource } from '../../domain/event/article.ts';
import { detectForeignLanguage, nameOfLanguage } from './detect-language.ts';
import { type ArticleDraft, type Reading, read, refuse } from './formats/reading.ts';

const ENGLISH = 'en';
const SOMETHING_TO_READ = /[^\s\p{Cc}\p{Cf}]/u;

/** The last checks, the same for every format: some text, not too much of it, in English. */
export function toArticleSource(
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
