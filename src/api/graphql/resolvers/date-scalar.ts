import { GraphQLError, Kind, print, type ValueNode } from 'graphql';
import { type CalendarDate, requireCalendarDate } from '../../../domain/time/calendar-date.ts';

/** The SDL's `Date`: a text outside, a `CalendarDate` inside; `BAD_DATE` for days that do not exist. */
export const dateScalar = {
  serialize: (date: CalendarDate): string => date,
  parseValue: (value: unknown): CalendarDate => requireCalendarDate(textOf(value)),
  parseLiteral: (node: ValueNode): CalendarDate => {
    if (node.kind !== Kind.STRING)
      throw new GraphQLError(`${print(node)} is not a day written as "YYYY-MM-DD"`, { nodes: node });
    return requireCalendarDate(node.value);
  },
};

function textOf(value: unknown): string {
  if (typeof value !== 'string')
    throw new GraphQLError(`${JSON.stringify(value)} is not a day written as "YYYY-MM-DD"`);
  return value;
}
