import { readFile } from 'node:fs/promises';
import { buildSchema, GraphQLEnumType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { QUERY_LIMITS } from '../../../src/api/graphql/limits/query-limits.ts';
import { CITATION_FORMATS } from '../../../src/api/graphql/resolvers/citation.ts';
import { WARNING_CODES } from '../../../src/domain/event/article.ts';
import { AUDIT_ACTIONS, PURGE_REASONS } from '../../../src/domain/event/audit.ts';
import { CHANGE_KINDS } from '../../../src/domain/event/change.ts';
import { CONFLICT_FIELDS } from '../../../src/domain/event/conflict.ts';
import { EVENT_TYPES } from '../../../src/domain/event/event-type.ts';
import { JOIN_BASES, TIME_OUTCOMES } from '../../../src/domain/event/explanation.ts';
import { MODALITIES, PARTICIPANT_ROLES, TITLE_KINDS } from '../../../src/domain/event/mention.ts';
import { JOB_STATES } from '../../../src/domain/job-state.ts';
import {
  EVENT_ORDERS,
  FACET_NAMES,
  MONTH_DAY_INCLUSIONS,
  RANGE_MATCHES,
} from '../../../src/domain/query/timeline-query.ts';
import { ANCHOR_BASES } from '../../../src/domain/time/anchor.ts';
import { DATE_ROLES, PRECISIONS } from '../../../src/domain/time/event-date.ts';
import { DIRECTIONS, RESOLUTION_MODES, type Reference } from '../../../src/domain/time/resolution.ts';
import { TIMEX_MODS, TIMEX_TYPES } from '../../../src/domain/time/timex.ts';
import { INGEST_OUTCOMES } from '../../../src/timeline/ingest/ingest-report.ts';
import { BUCKET_UNITS } from '../../../src/timeline/read/timeline-reading.ts';
import { PURGE_OUTCOMES, RETRACTION_OUTCOMES } from '../../../src/timeline/timeline-writing.ts';
import { undescribed } from './undescribed.ts';

const sdl = await readFile(new URL('../../../schema/timeline.graphql', import.meta.url), 'utf8');
const schema = buildSchema(sdl);

/** A record needs every key of its union and allows no other, so the compiler keeps these lists complete. */
const keysOf = <Key extends string>(record: Record<Key, true>): readonly string[] => Object.keys(record);

const ENUMS: Readonly<Record<string, readonly string[]>> = {
  EventOrder: EVENT_ORDERS,
  RangeMatch: RANGE_MATCHES,
  MonthDayInclusion: MONTH_DAY_INCLUSIONS,
  FacetName: FACET_NAMES,
  BucketUnit: BUCKET_UNITS,
  Precision: PRECISIONS,
  ConflictField: CONFLICT_FIELDS,
  DateRole: DATE_ROLES,
  EventType: EVENT_TYPES,
  Modality: MODALITIES,
  ParticipantRole: PARTICIPANT_ROLES,
  AnchorBasis: ANCHOR_BASES,
  TitleKind: TITLE_KINDS,
  TimeOutcome: TIME_OUTCOMES,
  JobState: JOB_STATES,
  JoinBasis: JOIN_BASES,
  TimexType: TIMEX_TYPES,
  TimexMod: TIMEX_MODS,
  ResolutionMode: RESOLUTION_MODES,
  Direction: DIRECTIONS,
  ReferenceKind: keysOf<Reference['kind']>({ ANCHOR: true, EXPRESSION: true, NONE: true }),
  ChangeKind: CHANGE_KINDS,
  CitationFormat: Object.keys(CITATION_FORMATS),
  AuditAction: AUDIT_ACTIONS,
  IngestOutcome: INGEST_OUTCOMES,
  RetractOutcome: RETRACTION_OUTCOMES,
  PurgeOutcome: PURGE_OUTCOMES,
  PurgeReason: PURGE_REASONS,
  WarningCode: WARNING_CODES,
};

const enumTypes = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLEnumType => type instanceof GraphQLEnumType && !type.name.startsWith('__'),
);

test('every enum of the contract has a counterpart in the domain', () => {
  expect(enumTypes.map(({ name }) => name).sort()).toEqual(Object.keys(ENUMS).sort());
});

test.each(enumTypes)('the enum %s has the values of the domain, in the same order', (type) => {
  expect(type.getValues().map(({ name }) => name)).toEqual(ENUMS[type.name]);
});

describe('descriptions', () => {
  test('every type, field, argument and enum value of the contract says more than its name', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  test.each([
    [
      'the schema itself',
      '"Where an answer is looked for." type Query { "How many there are now." count: Int }',
      'schema',
    ],
    ['a type', 'type Query { count: Int }', 'Query'],
    ['a field', 'type Query { count: Int }', 'Query.count'],
    [
      'a description that repeats the name',
      'type Query { "The event count." eventCount: Int }',
      'Query.eventCount',
    ],
    ['an argument', 'type Query { "Those found." events(first: Int): Int }', 'Query.events(first:)'],
    ['an input field', 'input Filter { from: Int } type Query { f(filter: Filter): Int }', 'Filter.from'],
    ['an enum value', 'enum Order { DATE } type Query { order: Order }', 'Order.DATE'],
    ['a directive', 'directive @cost on FIELD type Query { count: Int }', '@cost'],
  ])('the check finds %s without one', (_, planted, coordinate) => {
    expect(undescribed(buildSchema(planted))).toContain(coordinate);
  });
});

test('the contract names the limits that are in force', () => {
  const { body, tokens, depth, aliases, directives, fragments, rootFields, nodes } = QUERY_LIMITS;
  const description = schema.description?.replaceAll('\n', ' ');
  expect(description).toContain(
    `${body / 1024} KiB (a writer's may hold an article besides), ${tokens.toLocaleString('en')} tokens, ${depth} levels, ${aliases} aliases, ` +
      `${directives} directives, ${fragments} fragments, ${rootFields} root fields and a price of ${nodes.toLocaleString('en')} entries`,
  );
});

test('lists of nodes are connections with non-null edges and nodes', () => {
  for (const name of ['Event', 'Article', 'Actor']) {
    expect(fieldType(`${name}Connection`, 'edges')).toBe(`[${name}Edge!]!`);
    expect(fieldType(`${name}Edge`, 'node')).toBe(`${name}!`);
    expect(fieldType(`${name}Connection`, 'pageInfo')).toBe('PageInfo!');
  }
});

function fieldType(typeName: string, fieldName: string): string {
  const type = schema.getType(typeName);
  return type && 'getFields' in type ? String(type.getFields()[fieldName]?.type) : '';
}
