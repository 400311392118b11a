import type { Article } from '../../../domain/event/article.ts';
import { foldName } from '../../../domain/event/fold-name.ts';
import type { BoundValue } from '../clause.ts';

/** The columns that a later save of the same id may change. */
export const MUTABLE_ARTICLE_COLUMNS = [
  'revision',
  'superseded_by',
  'retracted_at',
  'file',
  'title',
  'publisher',
  'source',
  'url',
  'published_on',
  'language',
  'based_on',
  'anchor_date',
  'anchor_basis',
  'rule_set',
  'warnings',
  'text',
  'text_key',
];

/** The values of an article under the names that the statements bind. */
export const articleColumnsOf = (article: Article): Readonly<Record<string, BoundValue>> => ({
  id: article.id,
  file: article.file,
  title: article.title,
  publisher: article.publisher,
  source: article.publisher === null ? null : foldName(article.publisher),
  url: article.url,
  publishedOn: article.publishedOn,
  language: article.language,
  basedOn: article.basedOn === null ? null : JSON.stringify(article.basedOn),
  anchorDate: article.anchor.date,
  anchorBasis: article.anchor.basis,
  ruleSet: article.ruleSet,
  warnings: JSON.stringify(article.warnings),
  text: article.text,
});
