/** An array of numbers as PostgreSQL writes it: `{1,2}`. An array of arrays has to be sent as texts, which may differ in length. */
export const arrayLiteral = (numbers: readonly number[]): string => `{${numbers.join(',')}}`;
