import { TimelineError } from '../../../domain/errors.ts';
import { connectReader } from '../connection.ts';

/** An article as `schema/article.schema.json` has it, but for the first field. */
export interface ArticleText {
  readonly isAnchoredByHand: boolean;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly publishedOn: string | null;
  readonly language: string;
  readonly basedOn: unknown;
  readonly text: string;
}

type TextRow = Omit<ArticleText, 'isAnchoredByHand' | 'publishedOn' | 'basedOn'> & {
  readonly published_on: string | null;
  readonly based_on: string | null;
  readonly anchor_basis: string;
};

/**
 * The current articles of a database of any version, in the order of their first saving. It is read without a migration: all that
 * it needs is a table of articles with their texts.
 */
export function* readTexts(file: string): Generator<ArticleText> {
  const database = connectReader(file);
  try {
    const columns = database
      .prepare<[], string>("SELECT c.name FROM pragma_table_info('articles') c")
      .pluck()
      .all();
    if (!columns.includes('text'))
      throw new TimelineError('BAD_CONFIG', `there are no articles of Dateline in ${file}`);
    const rows = database.prepare<[], TextRow>(
      `SELECT a.text, a.title, a.publisher, a.url, a.published_on, a.language, a.based_on, a.anchor_basis
      FROM articles a WHERE a.text IS NOT NULL ORDER BY a.rowid`,
    );
    for (const {
      text,
      title,
      publisher,
      url,
      published_on,
      language,
      based_on,
      anchor_basis,
    } of rows.iterate())
      yield {
        isAnchoredByHand: anchor_basis === 'OVERRIDE',
        title,
        publisher,
        url,
        publishedOn: published_on,
        language,
        basedOn: based_on === null ? null : JSON.parse(based_on),
        text,
      };
  } finally {
    database.close();
  }
}
