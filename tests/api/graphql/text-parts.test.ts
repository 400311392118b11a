import { expect, test } from 'vitest';
import { TextParts } from '../../../src/api/graphql/execution/compiled/text-parts.ts';

const KB = 1024;

test('a text is one string as long as it is short', () => {
  const text = new TextParts();
  text.add('{"data":');
  text.add('null}');
  expect([text.all(), text.whole()]).toEqual([['{"data":null}'], '{"data":null}']);
});

test('a long one is several, each ended by what made it long', () => {
  const text = new TextParts();
  for (let n = 0; n < 50; n += 1) text.add('a'.repeat(4 * KB));
  expect(text.all().map(({ length }) => length / KB)).toEqual([32, 32, 32, 32, 32, 32, 8]);
  expect(text.whole()).toBe('a'.repeat(200 * KB));
});
