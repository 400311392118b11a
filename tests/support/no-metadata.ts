import type { ArticleMetadata } from '../../src/domain/event/article.ts';

/** The metadata of an article that has none. */
export const NO_METADATA: ArticleMetadata & { readonly file: null } = {
  title: null,
  publisher: null,
  url: null,
  publishedOn: null,
  language: 'en',
  basedOn: null,
  file: null,
};
