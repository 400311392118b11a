export const ARTICLE_FORMATS = ['txt', 'md', 'html', 'json', 'ndjson'] as const;

/** The format of an article's bytes; `json` and `ndjson` may hold many articles. */
export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];

/** A format of one article. */
export type DocumentFormat = Exclude<ArticleFormat, 'json' | 'ndjson'>;

export const isDocumentFormat = (format: ArticleFormat): format is DocumentFormat =>
  format !== 'json' && format !== 'ndjson';

const FORMAT_BY_SUFFIX: Readonly<Record<string, ArticleFormat>> = {
  txt: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
};

/** `talks/001.MD` → `md`; undefined for any other suffix. */
export const formatOfName = (name: string): ArticleFormat | undefined =>
  FORMAT_BY_SUFFIX[/\.([A-Za-z]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
