import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADAS_TOKEN, BY_ADA } from '../write-token.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';

const CALL = 'Joe Biden spoke with Vladimir Putin on Tuesday.';
const CALL_ELSEWHERE = 'Vladimir Putin spoke with Joe Biden on Tuesday, the Kremlin said.';
const TROOPS = 'Russia moved troops towards Ukraine on 3 December 2021.';

let client: GraphqlClient;
beforeEach(async () => {
  client = await openGraphql({ writeTokens: ADAS_TOKEN, maxArticleBytes: 100_000 });
});
afterEach(() => client.close());

interface Ingested {
  readonly outcome: string;
  readonly article: {
    readonly id: string;
    readonly events: { readonly edges: readonly { node: ToldEvent }[] };
  };
}

interface ToldEvent {
  readonly id: string;
  readonly title: string;
  readonly mentions: readonly { readonly id: string }[];
}

interface ToldChange {
  readonly revision: number;
  readonly change: string;
  readonly id: string;
}

/** The data of a mutation that Ada sends; an error fails the test. */
async function write<Data>(query: string, variables: object = {}): Promise<Data> {
  const response = await client.post({ query, variables }, BY_ADA);
  expect(response.json().errors).toBeUndefined();
  return response.json().data;
}

const INGEST = `mutation($article: ArticleInput!, $anchor: Date) {
  ingestArticle(article: $article, anchor: $anchor) {
    outcome eventCount revision article { id title anchor { date basis } events { edges { node { id title mentions { id } } } } }
  }
}`;

async function ingest(text: string, more: object = {}): Promise<Ingested> {
  const { ingestArticle } = await write<{ ingestArticle: Ingested }>(INGEST, { article: { text, ...more } });
  return ingestArticle;
}

function eventOf({ article }: Ingested): ToldEvent {
  const [edge] = article.events.edges;
  if (edge === undefined) throw new Error('the article tells of no event');
  return edge.node;
}

describe('an article', () => {
  test('is ingested once', async () => {
    const article = { title: 'A call', publishedOn: '2021-12-21' };
    expect(await ingest(CALL, article)).toMatchObject({
      outcome: 'ADDED',
      eventCount: 1,
      revision: 1,
      article: { title: 'A call', anchor: { date: '2021-12-21', basis: 'METADATA' } },
    });
    expect(await ingest(CALL, article)).toMatchObject({ outcome: 'UNCHANGED', revision: 1 });
  });

  test('is read from another day and taken back', async () => {
    const { id } = (await ingest(CALL)).article;
    const anchored = await write(
      `mutation { reanchorArticle(id: "${id}", anchor: "2021-12-28") { outcome } }`,
    );
    expect(anchored).toEqual({ reanchorArticle: { outcome: 'REANCHORED' } });
    const gone = `mutation { retractArticle(id: "${id}", why: "withdrawn by the paper") {
      outcome withdrawnCount article { id current } } }`;
    expect(await write(gone)).toEqual({
      retractArticle: { outcome: 'RETRACTED', withdrawnCount: 1, article: { id, current: false } },
    });
  });

  test('may be larger than a query, but its query may not', async () => {
    const long = `${CALL} ${'And nothing else happened there. '.repeat(2500)}`;
    expect(await ingest(long)).toMatchObject({ outcome: 'ADDED' });
    const response = await client.post({ query: `{ __typename ${' '.repeat(70_000)} }` }, BY_ADA);
    expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  test('that cannot be read is the mistake of the client', async () => {
    const response = await client.post({ query: INGEST, variables: { article: { text: ' ' } } }, BY_ADA);
    expect(response.json().errors).toMatchObject([{ extensions: { code: 'BAD_ARTICLE' } }]);
  });
});

describe('an editor', () => {
  test('edits, hides and restores an event, and the trail tells it', async () => {
    const { id, title } = eventOf(await ingest(CALL));
    const edited = await write<{ editEvent: object }>(
      `mutation($id: ID!) { editEvent(id: $id, why: "clearer", set: {
        title: "A call", type: AGREE, actors: ["act_joe-biden", "Ada"], date: "2021-12-20/2021-12-21" }) {
        revision events { title type actors { name } date { edtf display } } } }`,
      { id },
    );
    expect(edited.editEvent).toEqual({
      revision: 2,
      events: [
        {
          title: 'A call',
          type: 'AGREE',
          actors: [{ name: 'Joe Biden' }, { name: 'Ada' }],
          date: { edtf: '2021-12-20/2021-12-21', display: '20–21 December 2021' },
        },
      ],
    });
    const late = await client.post(
      { query: `mutation { hideEvent(id: "${id}", why: "not news", revision: 1) { revision } }` },
      BY_ADA,
    );
    expect(late.json().errors).toMatchObject([{ extensions: { code: 'STALE_REVISION' } }]);
    await write(`mutation { hideEvent(id: "${id}", why: "not news", revision: 2) { events { id } } }`);
    const hidden = await client.ask(`{ event(id: "${id}") { id } events { totalCount } }`);
    expect(hidden.data).toEqual({ event: null, events: { totalCount: 0 } });
    const restored = await write<{ restoreEvent: object }>(
      `mutation { restoreEvent(id: "${id}", why: "it is") { events { title } } }`,
    );
    expect(restored.restoreEvent).toEqual({ events: [{ title }] });
    const trail = await client.ask(
      `{ auditTrail(about: "${id}") { edges { node { action by why before { title } } } } }`,
    );
    expect(trail.data).toMatchObject({
      auditTrail: {
        edges: [
          { node: { action: 'RESTORE', by: 'ada', why: 'it is', before: [{ title: 'A call' }] } },
          { node: { action: 'HIDE', by: 'ada', why: 'not news' } },
          { node: { action: 'EDIT', by: 'ada', why: 'clearer', before: [{ title }] } },
        ],
      },
    });
  });

  test('merges two events and splits them again, and the changes tell it', async () => {
    const call = eventOf(await ingest(CALL));
    const troops = eventOf(await ingest(TROOPS));
    await write(`mutation($ids: [ID!]!) { mergeEvents(ids: $ids, why: "one") { events { id } } }`, {
      ids: [call.id, troops.id],
    });
    const split = await write<{ splitEvent: { events: readonly object[] } }>(
      `mutation($id: ID!, $mentions: [ID!]!) { splitEvent(id: $id, mentions: $mentions, why: "two") {
        events { mentions { id } } } }`,
      { id: call.id, mentions: [troops.mentions[0]?.id] },
    );
    expect(split.splitEvent.events).toHaveLength(2);
    const { data } = await client.ask(
      '{ changes(since: 2) { edges { node { revision change id into event { title } } } } }',
    );
    const nodes = (data as { changes: { edges: readonly { node: ToldChange }[] } }).changes.edges.map(
      ({ node }) => node,
    );
    expect(nodes.map(({ revision, change }) => `${revision} ${change}`).sort()).toEqual([
      '3 CHANGED',
      '3 MERGED',
      '4 ADDED',
      '4 CHANGED',
    ]);
    expect(nodes.find(({ change }) => change === 'MERGED')).toMatchObject({
      id: troops.id,
      into: call.id,
      event: null,
    });
  });

  test('cannot edit a date that is none, or split off everything', async () => {
    const event = eventOf(await ingest(CALL));
    await ingest(CALL_ELSEWHERE, { publisher: 'Other' });
    const ask = async (query: string) =>
      (await client.post({ query }, BY_ADA)).json().errors[0].extensions.code;
    expect(
      await ask(`mutation { editEvent(id: "${event.id}", set: { date: "soon" }, why: "x") { revision } }`),
    ).toBe('BAD_DATE');
    expect(await ask(`mutation { splitEvent(id: "${event.id}", mentions: [], why: "x") { revision } }`)).toBe(
      'BAD_EDIT',
    );
    expect(await ask('mutation { hideEvent(id: "evt_none", why: "x") { revision } }')).toBe('NOT_FOUND');
  });
});

describe('who may not write', () => {
  test.each([
    ['without a token', {}, 401, 'UNAUTHORIZED'],
    ['with a wrong one', { authorization: 'Bearer wrong' }, 401, 'UNAUTHORIZED'],
  ])('%s is refused by status and code, and nothing runs', async (_, headers, status, code) => {
    const response = await client.post({ query: INGEST, variables: { article: { text: CALL } } }, headers);
    expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([status, code]);
    expect(response.headers['www-authenticate']).toBe('Bearer realm="dateline"');
    expect(await client.timeline.readRevision()).toBe(0);
  });

  test('by GET is refused with a token too', async () => {
    const query = encodeURIComponent('mutation { hideEvent(id: "evt_a", why: "x") { revision } }');
    const response = await client.app.inject({ url: `/graphql?query=${query}`, headers: BY_ADA });
    expect(response.statusCode).toBe(405);
  });

  test('may not send more than a query, whole or in pieces', async () => {
    const response = await client.post({ query: '{ __typename }', variables: { text: 'x'.repeat(70_000) } });
    expect(response.statusCode).toBe(413);
  });

  test('is told where writing is off', async () => {
    const closed = await openGraphql();
    const response = await closed.post(
      { query: 'mutation { hideEvent(id: "evt_a", why: "x") { revision } }' },
      BY_ADA,
    );
    expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([
      403,
      'WRITING_DISABLED',
    ]);
    await closed.close();
  });
});
