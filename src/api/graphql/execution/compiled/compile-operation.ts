import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  isNonNullType,
  isObjectType,
  Kind,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import { type EventId, eventId, kindOfId } from '../../../../domain/event/ids.ts';
import type { Caller } from '../../../../domain/query/timeline-query.ts';
import type { EventQuery, Timeline } from '../../../../timeline/timeline.ts';
import type { OperationCost } from '../../graphql-context.ts';
import { answerableSizeGuard, costExtension } from '../../limits/answerable-size.ts';
import { mayHaveTooManyEntries } from '../../limits/count-entries.ts';
import { histogramQueryOf } from '../../resolvers/counts.ts';
import {
  type EventsInput,
  eventsQueryOf,
  type OnThisDateInput,
  onThisDateQueryOf,
} from '../../resolvers/event-queries.ts';
import { argumentReader, variableCoercer } from './coerced-values.ts';
import { connectionTextOf } from './connection-text.ts';
import { shapeOf } from './event-shape.ts';
import { histogramTextOf } from './histogram-text.ts';
import { type FragmentLookup, keyOf, plainFieldsOf } from './object-text.ts';

/** The JSON text of the answer, or the errors that graphql-js would answer with. */
export type CompiledResult = string | ExecutionResult;

/** Answers an operation, and notes its price; undefined for values that it leaves to the resolvers. */
export type CompiledOperation = (
  variables: Values,
  cost: OperationCost,
  caller: Caller,
) => Promise<CompiledResult | undefined>;

/** The text of the operation's one field; undefined for arguments that it leaves to the resolvers. */
type FieldText = (args: Values, caller: Caller) => Promise<string | undefined>;

/** Values as graphql-js coerced them by the schema, which gives them their types. */
type Values = Record<string, unknown>;

/** The surroundings of a field that is compiled. */
interface Source {
  readonly timeline: Timeline;
  readonly schema: GraphQLSchema;
  readonly fragments: FragmentLookup;
}

/**
 * Compiles a validated operation to one read of documents and the text of its answer; undefined where it asks for more than
 * documents have. The operation must have one field at the root: an event, a list of events, or a histogram.
 */
export function compileOperation(
  timeline: Timeline,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledOperation | undefined {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  if (operation.operation !== 'query' || (operation.directives?.length ?? 0) > 0) return undefined;
  const [node, ...others] = plainFieldsOf(operation.selectionSet, 'Query', fragments) ?? [];
  const field = node && schema.getQueryType()?.getFields()[node.name.value];
  if (node === undefined || field === undefined || others.length > 0) return undefined;
  const fieldText = compileField({ timeline, schema, fragments }, field, node);
  if (fieldText === undefined) return undefined;
  const key = keyOf(node);
  const requireAnswerable = answerableSizeGuard(schema, document, operation);
  const begin = `{"data":{${JSON.stringify(key)}:`;
  const coerce = variableCoercer(schema, operation);
  const readArguments = argumentReader(field, node);
  return async (given, cost, caller) => {
    const coerced = coerce(given);
    if (coerced === undefined) return undefined;
    cost.price = requireAnswerable(coerced);
    const extensions = costExtension(cost.price);
    try {
      const text = await fieldText(readArguments(coerced), caller);
      if (text === undefined) return undefined;
      const answer = `${begin}${text}},"extensions":${JSON.stringify(extensions)}}`;
      return mayHaveTooManyEntries(answer) ? undefined : answer;
    } catch (error) {
      const data = isNonNullType(field.type) ? null : { [key]: null };
      return { errors: [locatedError(error, node, [key])], data, extensions };
    }
  };
}

function compileField(
  source: Source,
  { name }: GraphQLField<unknown, unknown>,
  { selectionSet }: FieldNode,
): FieldText | undefined {
  if (selectionSet === undefined) return undefined;
  switch (name) {
    case 'event':
      return compileEvent(source, selectionSet);
    case 'events':
      return compileList(source, selectionSet, (args: EventsInput) => eventsQueryOf(args));
    case 'onThisDate':
      return compileList(source, selectionSet, (args: OnThisDateInput) =>
        onThisDateQueryOf(source.timeline, args),
      );
    case 'histogram':
      return compileHistogram(source, selectionSet);
    default:
      return undefined;
  }
}

type SelectionSet = NonNullable<FieldNode['selectionSet']>;

function compileEvent(
  { timeline, schema, fragments }: Source,
  selectionSet: SelectionSet,
): FieldText | undefined {
  const type = schema.getType('Event');
  const shape = isObjectType(type) ? shapeOf(selectionSet, type, fragments) : undefined;
  if (shape === undefined) return undefined;
  const texts = timeline.asJson(shape);
  return async (args) => {
    const id = presentEventIdOf(args);
    return id && ((await texts.getEvent(id)) ?? 'null');
  };
}

/** The id of an event as it is now; undefined for an event of the past, and for an id of something else. */
function presentEventIdOf({ id, ...past }: Values): EventId | undefined {
  const asksNow = Object.values(past).every((value) => value === null || value === undefined);
  return asksNow && typeof id === 'string' && kindOfId(id) === 'event' ? eventId(id) : undefined;
}

function compileHistogram(
  { timeline, fragments }: Source,
  selectionSet: SelectionSet,
): FieldText | undefined {
  const textOf = histogramTextOf(selectionSet, fragments);
  return (
    textOf &&
    (async (args, caller) => textOf(await timeline.countByPeriod({ ...histogramQueryOf(args), caller })))
  );
}

function compileList(
  { timeline, schema, fragments }: Source,
  selectionSet: SelectionSet,
  queryOf: (args: Values) => EventQuery,
): FieldText | undefined {
  const page = connectionTextOf(schema, selectionSet, fragments);
  if (!page) return undefined;
  const texts = timeline.asJson(page.node);
  return async (args, caller) => page.textOf(await texts.listEvents({ ...queryOf(args), caller }));
}
