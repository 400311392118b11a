import {
  defaultFieldResolver,
  type ExecutionResult,
  GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';
import type { GraphqlContext } from '../graphql-context.ts';
import { limitError, QUERY_LIMITS } from './query-limits.ts';

type Resolver = GraphQLFieldResolver<unknown, GraphqlContext>;

/** The resolver beneath each one that counts; undefined where graphql-js' default resolver is. */
const UNCOUNTED = new WeakMap<Resolver, Resolver | undefined>();

/**
 * Makes every list of objects in an answer count its entries before they are resolved. Beyond `QUERY_LIMITS.nodes` all further
 * lists are empty, so that the execution soon ends, and `completeResult` refuses the answer. An error thrown here instead
 * could end the process: graphql-js forgets the promises of a list in which an entry throws. To be called when the schema has
 * its resolvers.
 */
export function countEntries(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type)) || !isCompositeType(getNamedType(field.type))) continue;
      const resolve: Resolver = field.resolve ?? defaultFieldResolver;
      const counting: Resolver = (source, args, context, info) => {
        if (hasTooManyEntries(context)) return [];
        const list: unknown = resolve(source, args, context, info);
        return list instanceof Promise
          ? list.then((entries: unknown) => counted(entries, context))
          : counted(list, context);
      };
      UNCOUNTED.set(counting, field.resolve);
      field.resolve = counting;
    }
  }
}

function counted(list: unknown, context: GraphqlContext): unknown {
  if (!Array.isArray(list)) return list;
  context.cost.entries += list.length;
  return hasTooManyEntries(context) ? [] : list;
}

const hasTooManyEntries = ({ cost }: GraphqlContext): boolean => cost.entries > QUERY_LIMITS.nodes;

/** Counts what an asynchronous resolver is about to do as so many entries; throws where the answer has too many. */
export function takeEntries(context: GraphqlContext, count: number): void {
  context.cost.entries += count;
  if (hasTooManyEntries(context)) throw REFUSED;
}

/**
 * One error for all fields of an answer that is refused. It has a path, so that graphql-js makes no other error of it, with a
 * stack for each field.
 */
const REFUSED = new GraphQLError('the answer has too many entries', { path: [] });

/** Whether a field is more than a property of the object that it is asked of. */
export function hasOwnResolver({ resolve }: GraphQLField<unknown, GraphqlContext>): boolean {
  const own = resolve && UNCOUNTED.has(resolve) ? UNCOUNTED.get(resolve) : resolve;
  return own !== undefined;
}

/** The result; a refusal without data where it has too many entries. No list of an answer is cut. */
export const completeResult = <Result extends object>(
  result: Result,
  context: GraphqlContext,
): Result | ExecutionResult =>
  hasTooManyEntries(context) ? { errors: [tooManyEntries()], data: null } : result;

/** The shortest text of an entry, with its comma: `{"a":1},`. */
const SHORTEST_ENTRY = 8;

/** Whether the JSON of an answer could have too many entries. Brackets in strings may count as entries. */
export const mayHaveTooManyEntries = (json: string): boolean =>
  json.length > QUERY_LIMITS.nodes * SHORTEST_ENTRY &&
  occurrencesIn(json, '[{') + occurrencesIn(json, '},{') > QUERY_LIMITS.nodes;

function occurrencesIn(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}

const tooManyEntries = () =>
  limitError(
    `the answer has more than ${QUERY_LIMITS.nodes} entries: ask for shorter lists or fewer of them`,
  );
