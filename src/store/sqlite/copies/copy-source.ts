import type { Statement } from 'better-sqlite3';
import type { CopiedRow, CopiedTable } from '../../copy/copied-tables.ts';
import type { CopySource } from '../../copy/copy-timeline.ts';
import { pageStatement } from '../../copy/page-statement.ts';
import { SOURCE_STATE, type StateRow, stateOf } from '../../copy/source-state.ts';
import type { Migration } from '../../sql/migrations.ts';
import { refuseOutdated } from '../apply-migrations.ts';
import { connectReader } from '../connection.ts';
import { answer } from '../sqlite-errors.ts';

/** The timeline of a file. A transaction keeps its state until the source is closed. */
export function openCopySource(file: string, migrations: readonly Migration[]): Promise<CopySource> {
  return answer(() => {
    const database = connectReader(file);
    try {
      refuseOutdated(database, migrations);
      database.exec('BEGIN');
      const state = stateOf(database.prepare<[], StateRow>(SOURCE_STATE).get());
      const statements = new Map<string, Statement<unknown[], CopiedRow>>();
      const statementOf = (table: CopiedTable, isFirst: boolean): Statement<unknown[], CopiedRow> => {
        const sql = pageStatement(table, {}, isFirst);
        const statement = statements.get(sql) ?? database.prepare<unknown[], CopiedRow>(sql);
        statements.set(sql, statement);
        return statement;
      };
      return {
        ...state,
        read: (table, after, rows) =>
          answer(() => statementOf(table, after === null).all(...(after ?? []), rows)),
        close: () => answer(() => void database.close()),
      };
    } catch (error) {
      database.close();
      throw error;
    }
  });
}
