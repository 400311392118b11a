import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleId } from '../../src/domain/event/ids.ts';
import { type GraphqlClient, openGraphql } from '../api/graphql/graphql-client.ts';
import { ARTICLE, saveChange } from '../api/rest/stored-events.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { fastestOnThread, withThreadCpu } from './thread-cpu.ts';

const ARTICLES = 60;
const LENGTH = usualOrLong(400_000, 2_000_000);

let client: GraphqlClient;

beforeAll(async () => {
  client = await openGraphql({ articleText: 'full' });
  for (let n = 0; n < ARTICLES; n += 1)
    await saveChange(client.store, {
      article: { ...ARTICLE, id: articleId(`art_${n}`), url: null, text: String(n % 10).repeat(LENGTH) },
    });
});

afterAll(() => client.close());

const lists = (fields: string): string =>
  `{ ${Array.from({ length: 20 }, (_, n) => `a${n}: articles(first: ${ARTICLES}) { edges { node { ${fields} } } }`).join(' ')} }`;

describe('twenty lists of long articles', () => {
  test('read no text that is not asked for', async () => {
    const query = lists('id title language warnings { code }');
    const before = process.memoryUsage().heapUsed;
    const { value, milliseconds } = await fastestOnThread(() => client.ask(query));
    expect(value.errors).toBeUndefined();
    // 15 MB a run and at most three runs, where the texts of one run have 480 MB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150_000_000);
    // 60 ms.
    expect(milliseconds).toBeLessThan(180);
  });

  test('are refused with their texts, of which few are read', async () => {
    const before = process.memoryUsage().heapUsed;
    const { value, milliseconds } = await withThreadCpu(() => client.ask(lists('text')));
    expect(value).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }], data: null });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
    expect(milliseconds).toBeLessThan(300);
  });

  test('and a few texts are answered whole', async () => {
    const { data } = await client.ask('{ articles(first: 3) { edges { node { text } } } }');
    const lengths = Object(data).articles.edges.map(
      ({ node }: { node: { text: string } }) => node.text.length,
    );
    expect(lengths).toEqual([LENGTH, LENGTH, LENGTH]);
  });
});
