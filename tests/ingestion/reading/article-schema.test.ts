import { readFileSync } from 'node:fs';
import { expect, expectTypeOf, test } from 'vitest';
import type { ArticleMetadata } from '../../../src/domain/event/article.ts';
import { ARTICLE_SCHEMA, type ArticleRecord } from '../../../src/ingestion/reading/formats/article-schema.ts';
import { readOne } from './read-one.ts';

const committed: unknown = JSON.parse(
  readFileSync(new URL('../../../schema/article.schema.json', import.meta.url), 'utf8'),
);

test('schema/article.schema.json is the schema that articles are checked against', () => {
  expect(committed).toEqual(ARTICLE_SCHEMA);
});

test('the schema has the fields of the domain and the text', () => {
  expectTypeOf<keyof ArticleRecord>().toEqualTypeOf<keyof ArticleMetadata | 'text'>();
});

test.each(ARTICLE_SCHEMA.examples)('an example of the schema is an article: %j', (example) => {
  expect(readOne('a.json', JSON.stringify(example)).text).toBe(example.text);
});
