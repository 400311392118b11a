import type { Database } from 'better-sqlite3';
import { TimelineError } from '../../../domain/errors.ts';
import type { Article } from '../../../domain/event/article.ts';
import { foldName } from '../../../domain/event/fold-name.ts';
import type { BoundValue } from '../../sql/clause.ts';
import type { ArticleWriter } from '../../sql/save-order.ts';

/** The columns that a later save of the same id may change. */
const MUTABLE = [
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

const SAVE = `
  INSERT INTO articles (id, recorded_at, ${MUTABLE.join(', ')})
  VALUES (@id, @revision, @revision, NULL, NULL, @file, @title, @publisher, @source, @url, @publishedOn, @language, @basedOn,
    @anchorDate, @anchorBasis, @ruleSet, @warnings, @text, row_checksum(@text))
  ON CONFLICT (id) DO UPDATE SET ${MUTABLE.map((column) => `${column} = excluded.${column}`).join(', ')}`;

const SUPERSEDE = 'UPDATE articles SET superseded_by = ?, revision = ?, text = NULL WHERE id = ?';

const RETRACT = `
  UPDATE articles SET retracted_at = @revision, revision = @revision, text = NULL
  WHERE id = @id AND superseded_by IS NULL AND retracted_at IS NULL`;

export function articleWriter(database: Database): ArticleWriter {
  const save = database.prepare<Record<string, BoundValue>>(SAVE);
  const supersede = database.prepare<[string, number, string]>(SUPERSEDE);
  const retract = database.prepare<{ id: string; revision: number }>(RETRACT);
  return {
    save: (article, revision) => {
      save.run({ ...columnsOf(article), revision });
    },
    supersede: (old, by, revision) => {
      if (supersede.run(by, revision, old).changes === 0)
        throw new TimelineError('NOT_FOUND', `there is no article "${old}" to supersede`);
    },
    retract: (id, revision) => {
      if (retract.run({ id, revision }).changes === 0)
        throw new TimelineError('NOT_FOUND', `there is no article "${id}" to retract`);
    },
  };
}

const columnsOf = (article: Article): Record<string, BoundValue> => ({
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
