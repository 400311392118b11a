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
import type { EventQuery, Timeline } from '../../../../timeline/timeline.ts';
import { answerableSizeGuard, costExtension } from '../../limits/answerable-size.ts';
import { histogramQueryOf } from '../../resolvers/counts.ts';
import { argumentReader } from './argument-reader.ts';
import { connectionTextOf } from './connection-text.ts';
import { EVENT_LISTS, eventIdOf } from './event-roots.ts';
import { shapeOf } from './event-shape.ts';
import { histogramTextOf } from './histogram-text.ts';
import { type FragmentLookup, plainFieldsOf } from './plain-fields.ts';
import { TextParts } from './text-parts.ts';
import { variableCoercer } from './variable-coercer.ts';

/** The JSON text of the answer, or what went wrong, as graphql-js would say it. */
export type CompiledResult = TextParts | ExecutionResult;

/** Answers an operation; undefined for values that it leaves to the resolvers. */
export type CompiledOperation = (variables: Record<string, unknown>) => Promise<CompiledResult | undefined>;

/** Writes the value of the one field that a compiled operation has; false for arguments that it leaves to the resolvers. */
type WriteField = (args: Record<string, unknown>, text: TextParts) => Promise<boolean>;

/** What compiling knows. */
interface Source {
  readonly timeline: Timeline;
  readonly schema: GraphQLSchema;
  readonly fragments: FragmentLookup;
}

/**
 * An operation that has passed validation as one read of documents and the writing of its answer; undefined for one that
 * asks for more than documents have. One field at the root is compiled: an event, a list of events, or a histogram.
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
  const write = compileField({ timeline, schema, fragments }, field, node);
  if (write === undefined) return undefined;
  const key = node.alias?.value ?? node.name.value;
  const requireAnswerable = answerableSizeGuard(schema, document, operation);
  const begin = `{"data":{${JSON.stringify(key)}:`;
  const coerce = variableCoercer(schema, operation);
  const readArguments = argumentReader(field, node);
  return async (given) => {
    const coerced = coerce(given);
    if (coerced === undefined) return undefined;
    const extensions = costExtension(requireAnswerable(coerced));
    const text = new TextParts();
    text.add(begin);
    try {
      if (!(await write(readArguments(coerced), text))) return undefined;
      text.add(`},"extensions":${JSON.stringify(extensions)}}`);
      return text;
    } catch (error) {
      const data = isNonNullType(field.type) ? null : { [key]: null };
      return { errors: [locatedError(error, node, [key])], data, extensions };
    }
  };
}

function compileField(
  source: Source,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): WriteField | undefined {
  if (field.name === 'event') return compileEvent(source, node);
  if (field.name === 'histogram') return compileHistogram(source, node);
  const list = EVENT_LISTS[field.name];
  return list && compileList(source, node, list);
}

function compileEvent(
  { timeline, schema, fragments }: Source,
  { selectionSet }: FieldNode,
): WriteField | undefined {
  const type = schema.getType('Event');
  const shape = selectionSet && isObjectType(type) ? shapeOf(selectionSet, type, fragments) : undefined;
  if (shape === undefined) return undefined;
  const texts = timeline.asJson(shape);
  return async (args, text) => {
    const id = eventIdOf(args);
    if (id === undefined) return false;
    text.add((await texts.getEvent(id)) ?? 'null');
    return true;
  };
}

function compileHistogram(
  { timeline, fragments }: Source,
  { selectionSet }: FieldNode,
): WriteField | undefined {
  const write = selectionSet && histogramTextOf(selectionSet, fragments);
  return (
    write &&
    (async (args, text) => {
      write(await timeline.countByPeriod(histogramQueryOf(args)), text);
      return true;
    })
  );
}

function compileList(
  { timeline, schema, fragments }: Source,
  { selectionSet }: FieldNode,
  queryOf: (timeline: Timeline, args: Record<string, unknown>) => EventQuery,
): WriteField | undefined {
  const page = selectionSet && connectionTextOf(schema, selectionSet, fragments);
  if (!page) return undefined;
  const texts = timeline.asJson(page.node);
  return async (args, text) => {
    page.write(await texts.listEvents(queryOf(timeline, args)), text);
    return true;
  };
}
