import type { Database } from 'better-sqlite3';
import { TimelineError } from '../../../domain/errors.ts';
import type { BoundValue } from '../../sql/clause.ts';
import { articleColumnsOf, MUTABLE_ARTICLE_COLUMNS } from '../../sql/columns/article-columns.ts';
import type { ArticleWriter } from '../../sql/save-order.ts';

const SAVE = `
  INSERT INTO articles (id, recorded_at, ${MUTABLE_ARTICLE_COLUMNS.join(', ')})
  VALUES (@id, @revision, @revision, NULL, NULL, @file, @title, @publisher, @source, @url, @publishedOn, @language, @basedOn,
    @anchorDate, @anchorBasis, @ruleSet, @warnings, @text, row_checksum(@text))
  ON CONFLICT (id) DO UPDATE SET ${MUTABLE_ARTICLE_COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`;

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
      save.run({ ...articleColumnsOf(article), revision });
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
