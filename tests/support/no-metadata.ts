import type { ArticleMetadata } from '../../src/domain/event/article.ts';

/** Of an article that says nothing about itself. */
export const NO_METADATA: ArticleMetadata & { readonly file: null } = {
  title: null,
  publisher: null,
  url: null,
  publishedOn: null,
  language: 'en',
  basedOn: null,
  file: null,
};
