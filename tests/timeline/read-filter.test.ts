import { readFile } from 'node:fs/promises';
import { buildSchema, isInputObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { filterProperties } from '../../src/api/rest/events/event-query.ts';
import { TimelineError } from '../../src/domain/errors.ts';
import { FILTER_FIELDS, type FilterInput } from '../../src/timeline/filter/filter-fields.ts';
import { readFilter } from '../../src/timeline/filter/read-filter.ts';
import { answerUsage } from '../support/answer-usage.ts';

test('a date of EDTF is a range, with the match that is asked for', () => {
  expect(readFilter({ date: '2021-12', match: 'WITHIN' })).toEqual({
    range: { from: '2021-12-01', to: '2021-12-31', match: 'WITHIN' },
  });
  expect(readFilter({ date: '2014~' })).toEqual({
    range: { from: '2014-01-01', to: '2014-12-31', match: 'OVERLAPS' },
  });
  expect(readFilter({ date: '2021-12-21/..' })).toEqual({
    range: { from: '2021-12-21', to: null, match: 'OVERLAPS' },
  });
});

test('null means the same as leaving a field out', () => {
  const nothing = Object.fromEntries(Object.keys(FILTER_FIELDS).map((name) => [name, null]));
  expect(readFilter(nothing)).toEqual({});
});

test.each<[string, FilterInput, string]>([
  ['two ranges', { date: '2021', to: '2021-12-31' }, 'date'],
  ['a date that is none', { date: 'soon' }, 'date'],
  ['a date of 65 characters', { date: '2021'.padEnd(65) }, 'date'],
  ['a first day that is none', { from: '2021-02-30' }, 'from'],
  ['a last day that is none', { to: '2021-12' }, 'to'],
  ['a day without its month', { onThisDate: '21' }, 'onThisDate'],
  ['a match without a range', { match: 'WITHIN' }, 'match'],
  ['an inclusion without a day', { include: 'EXACT' }, 'include'],
  ['a day of knowledge that is none', { asOf: 'now' }, 'asOf'],
])('%s is refused by the name of the field', (_, input, field) => {
  expect(fieldBlamedBy(() => readFilter(input))).toBe(field);
});

function fieldBlamedBy(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    if (error instanceof TimelineError) return error.details['field'];
  }
  return undefined;
}

test('GraphQL takes exactly these fields, described alike, and joins filters besides', async () => {
  const schema = buildSchema(await readFile('schema/timeline.graphql', 'utf8'));
  const type = schema.getType('EventFilter');
  const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  expect(fields.map(({ name }) => name)).toEqual([...Object.keys(FILTER_FIELDS), 'and', 'or', 'not']);
  for (const [name, { description }] of Object.entries(FILTER_FIELDS))
    expect(fields.find((field) => field.name === name)?.description?.replaceAll('\n', ' ')).toContain(
      description,
    );
});

test('REST takes exactly these parameters', () => {
  expect(Object.keys(filterProperties)).toEqual(Object.keys(FILTER_FIELDS));
});

test('the command line takes exactly these options', async () => {
  const { stdout } = await answerUsage(['export', '--help']);
  const flags = [...stdout.matchAll(/^ {2}--([a-z-]+) <[^>]+> /gm)].map(([, flag]) => flag);
  const expected = Object.keys(FILTER_FIELDS).map((name) => name.replace(/[A-Z]/g, '-$&').toLowerCase());
  expect(flags.filter((flag) => expected.includes(flag ?? ''))).toEqual(expected);
});
