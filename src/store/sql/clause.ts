/** A value of a placeholder. Booleans are stored as 1 and 0. Only PostgreSQL takes lists. */
export type BoundValue = string | number | null | readonly (string | null)[] | readonly (number | null)[];

/** A piece of SQL with the values of its placeholders, in their order. */
export interface Clause {
  readonly sql: string;
  readonly values: readonly BoundValue[];
}

/** The conditions joined by AND; TRUE where there are none. No condition may have a bare OR. */
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

/** NOT would leave out the rows where the condition is null, such as the many events without a month and day. */
export const negated = ({ sql, values }: Clause): Clause => ({ sql: `(${sql}) IS NOT TRUE`, values });

/** The clauses as one, by UNION ALL. The order of its rows is not defined. */
export const unionOf = (clauses: readonly Clause[]): Clause => ({
  sql: clauses.map(({ sql }) => sql).join(' UNION ALL '),
  values: clauses.flatMap(({ values }) => values),
});
