import { describe, expect, test } from 'vitest';
import { readGraphqlBody, readGraphqlSearch } from '../../../src/api/graphql/http/graphql-request.ts';
import { RequestRefusal } from '../../../src/api/graphql/http/request-refusal.ts';
import { responseMediaType } from '../../../src/api/graphql/http/response-media-type.ts';

const GRAPHQL = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

describe('the Accept header', () => {
  test.each([
    [undefined, JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['text/html', JSON_TYPE],
    [JSON_TYPE, JSON_TYPE],
    [GRAPHQL, GRAPHQL],
    ['Application/GraphQL-Response+JSON; charset=utf-8', GRAPHQL],
    [`${GRAPHQL}, ${JSON_TYPE};q=0.9`, GRAPHQL],
    [`${JSON_TYPE}, ${GRAPHQL}`, GRAPHQL],
    [`${JSON_TYPE}, ${GRAPHQL};q=0.5`, JSON_TYPE],
    [`${GRAPHQL};q=0, ${JSON_TYPE}`, JSON_TYPE],
    [`${GRAPHQL};q=nonsense`, JSON_TYPE],
  ])('%s is answered in %s', (accept, expected) => {
    expect(responseMediaType(accept)).toBe(expected);
  });
});

describe('the parameters of a request', () => {
  test('a body may leave out all but the query', () => {
    expect(readGraphqlBody({ query: '{ a }' })).toEqual({
      query: '{ a }',
      operationName: undefined,
      variables: {},
    });
  });

  test('a search carries variables as JSON in text', () => {
    expect(readGraphqlSearch({ query: '{ a }', operationName: 'A', variables: '{"n":1}' })).toEqual({
      query: '{ a }',
      operationName: 'A',
      variables: { n: 1 },
    });
  });

  test.each([
    [{}, 'the parameter query is missing'],
    [{ query: '' }, 'the parameter query is missing'],
    [{ query: ['{ a }', '{ b }'] }, 'the parameter query is not a text'],
    [{ query: '{ a }', variables: '{' }, 'the parameter variables is not JSON'],
    [{ query: '{ a }', variables: '[1]' }, 'the parameter variables is not a map'],
    [{ query: '{ a }', variables: ['{}', '{}'] }, 'the parameter variables is given more than once'],
    [{ query: '{ a }', extensions: '1' }, 'the parameter extensions is not a map'],
  ])('the search %j is refused: %s', (search, message) => {
    expect(() => readGraphqlSearch(search)).toThrow(new RequestRefusal('BAD_REQUEST', message));
  });
});
