/** What the statements bind; SQLite has no booleans. */
export type BoundValue = string | number | null;

/** A piece of SQL with the values of its placeholders, in their order. */
export interface Clause {
  readonly sql: string;
  readonly values: readonly BoundValue[];
}

/** The conditions joined by AND; a condition that always holds where there are none. */
export function allOf(clauses: readonly Clause[]): Clause {
  return {
    sql: clauses.length === 0 ? 'TRUE' : clauses.map(({ sql }) => sql).join(' AND '),
    values: clauses.flatMap(({ values }) => values),
  };
}
