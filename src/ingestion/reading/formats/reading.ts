import type { ErrorCode } from '../../../domain/errors.ts';
import type { ArticleMetadata } from '../../../domain/event/article.ts';

/** Why something was not read: lower case, no full stop, naming the offending value. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: ErrorCode;
  readonly reason: string;
}

/** What a reader makes of its input. Bad input is a value here, never an exception. */
export type Reading<T> = { readonly kind: 'read'; readonly value: T } | Refusal;

/** An article's text and what the source says about it, before its language is looked at. */
export interface ArticleDraft {
  readonly text: string;
  readonly fields: ArticleFields;
}

/** The fields of `schema/article.schema.json` but the text, as domain values. Absent: the source does not say. */
export type ArticleFields = { readonly [Field in keyof ArticleMetadata]?: ArticleMetadata[Field] };

export const read = <T>(value: T): Reading<T> => ({ kind: 'read', value });

export const refuse = (reason: string, code: ErrorCode = 'BAD_ARTICLE'): Refusal => ({
  kind: 'refused',
  code,
  reason,
});
