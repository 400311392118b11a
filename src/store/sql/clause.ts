/** What the statements bind; SQLite has no booleans. */
export type BoundValue = string | number | null;

/** A piece of SQL with the values of its placeholders, in their order. */
export interface Clause {
  readonly sql: string;
  readonly values: readonly BoundValue[];
}

/** The conditions joined by AND; a condition that always holds where there are none. None of them has a bare OR. */
export function allOf(clauses: readonly Clause[]): Clause {
  return {
    sql: clauses.length === 0 ? 'TRUE' : clauses.map(({ sql }) => sql).join(' AND '),
    values: clauses.flatMap(({ values }) => values),
  };
}

/** The conditions joined by OR; there is at least one. */
export const oneOf = (clauses: readonly Clause[]): Clause => ({
  sql: `(${clauses.map(({ sql }) => `(${sql})`).join(' OR ')})`,
  values: clauses.flatMap(({ values }) => values),
});

/** What compares with a column that is null is neither true nor false, and then does not hold: most dates have no one day of a year. */
export const negated = ({ sql, values }: Clause): Clause => ({ sql: `(${sql}) IS NOT TRUE`, values });
