import type { ErrorCode } from '../../../domain/errors.ts';
import type { ArticleMetadata } from '../../../domain/event/article.ts';

/** Why input was not read. The reason is lower case, without a full stop, and names the offending value. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: ErrorCode;
  readonly reason: string;
}

/** The result of a reader. Bad input is a value here, never an exception. */
export type Reading<T> = { readonly kind: 'read'; readonly value: T } | Refusal;

/** An article's text and metadata, before its language is checked. */
export interface ArticleDraft {
  readonly text: string;
  readonly fields: ArticleFields;
}

/** The fields of `schema/article.schema.json` without the text, as domain values. A field that the source lacks is absent. */
export type ArticleFields = { readonly [Field in keyof ArticleMetadata]?: ArticleMetadata[Field] };

export const read = <T>(value: T): Reading<T> => ({ kind: 'read', value });

export const refuse = (reason: string, code: ErrorCode = 'BAD_ARTICLE'): Refusal => ({
  kind: 'refused',
  code,
  reason,
});
