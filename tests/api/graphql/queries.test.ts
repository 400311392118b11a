import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventId } from '../../../src/domain/event/ids.ts';
import { dayEvent, saveChange } from '../rest/stored-events.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';
import { saveAccounts } from './stored-accounts.ts';

let client: GraphqlClient;

beforeAll(async () => {
  client = await openGraphql();
  await saveAccounts(client.store);
});

afterAll(() => client.close());

/** The ids of the events that a field answers with, without their prefix. */
async function eventNames(field: string): Promise<readonly string[]> {
  const { data, errors } = await client.ask(`{ list: ${field} { edges { node { id } } } }`);
  expect(errors).toBeUndefined();
  const list = (data as { list: { edges: readonly { node: { id: string } }[] } }).list;
  return list.edges.map(({ node }) => node.id.replace('evt_', ''));
}

describe('event', () => {
  test('tells everything about an event and its accounts', async () => {
    const { data } = await client.ask(`{
      event(id: "evt_meeting") {
        __typename id revision recordedAt title type modality confidence sourceCount
        date { edtf earliest latest precision role display }
        actors { id name }
        places { id name }
        mentions {
          id title type modality confidence rule
          quote { exact prefix suffix start end }
          clause { start end }
          timex { text start end type value mod }
          date { edtf }
          anchor { date basis }
          article { id title publisher url publishedOn file }
          actors { name }
          places { name }
          event { id }
        }
      }
    }`);
    expect(data).toEqual({
      event: {
        __typename: 'Event',
        id: 'evt_meeting',
        revision: 2,
        recordedAt: 2,
        title: 'The minister speaks: meeting',
        type: 'CONSULT',
        modality: 'ASSERTED',
        confidence: 0.75,
        sourceCount: 2,
        date: {
          edtf: '2021-12-21',
          earliest: '2021-12-21',
          latest: '2021-12-21',
          precision: 'DAY',
          role: 'ON',
          display: 'the day 2021-12-21',
        },
        actors: [{ id: 'act_russia', name: 'Russia' }],
        places: [{ id: 'plc_moscow', name: 'Moscow' }],
        mentions: [
          {
            id: 'men_meeting',
            title: 'The minister speaks: meeting',
            type: 'CONSULT',
            modality: 'ASSERTED',
            confidence: 0.5,
            rule: 'weekday/same-or-last',
            quote: {
              exact: 'On Tuesday the minister spoke in Moscow.',
              prefix: '',
              suffix: ' The talks are to go on early ne',
              start: 0,
              end: 40,
            },
            clause: { start: 0, end: 39 },
            timex: { text: 'On Tuesday', start: 0, end: 10, type: 'DATE', value: '2021-12-21', mod: null },
            date: { edtf: '2021-12-21' },
            anchor: { date: '2021-12-21', basis: 'DEFAULT' },
            article: {
              id: 'art_first',
              title: 'Talks & <trouble>',
              publisher: 'Dateline',
              url: 'https://example.org/first',
              publishedOn: null,
              file: 'first.txt',
            },
            actors: [{ name: 'Russia' }],
            places: [{ name: 'Moscow' }],
            event: { id: 'evt_meeting' },
          },
          {
            id: 'men_undated',
            title: 'The minister speaks: meeting',
            type: 'CONSULT',
            modality: 'REPORTED',
            confidence: 0.5,
            rule: null,
            quote: { exact: 'They met there.', prefix: '😀 ', suffix: '', start: 3, end: 18 },
            clause: { start: 3, end: 17 },
            timex: null,
            date: null,
            anchor: { date: '2021-12-27', basis: 'METADATA' },
            article: {
              id: 'art_second',
              title: null,
              publisher: 'Evening Sample',
              url: null,
              publishedOn: '2021-12-27',
              file: null,
            },
            actors: [{ name: 'Russia' }],
            places: [{ name: 'Moscow' }],
            event: { id: 'evt_meeting' },
          },
        ],
      },
    });
  });

  test('a mention has the selectors of Web Annotation, counted in UTF-16 code units', async () => {
    const { data } = await client.ask(`{
      node(id: "men_undated") {
        ... on Mention {
          selectors {
            ... on TextQuoteSelector { type exact prefix suffix }
            ... on TextPositionSelector { type start end }
          }
        }
      }
    }`);
    expect(data).toEqual({
      node: {
        selectors: [
          { type: 'TextQuoteSelector', exact: 'They met there.', prefix: '😀 ', suffix: '' },
          { type: 'TextPositionSelector', start: 3, end: 18 },
        ],
      },
    });
  });

  test.each(['evt_nobody', 'art_first', 'nonsense', ''])('there is no event "%s"', async (id) => {
    expect(await client.ask('query($id: ID!) { event(id: $id) { id } }', { id })).toEqual({
      data: { event: null },
    });
  });
});

describe('events', () => {
  test.each([
    ['events', ['parade', 'thaw', 'meeting', 'vote', 'fair']],
    ['events(orderBy: DATE_DESC)', ['fair', 'vote', 'meeting', 'thaw', 'parade']],
    ['events(filter: { from: "2021-12-21", to: "2021-12-21" })', ['thaw', 'meeting']],
    ['events(filter: { from: "2021-12-21", to: "2021-12-31", match: WITHIN })', ['meeting']],
    ['events(filter: { from: "2021-12-01", to: "2022-01-01", match: STARTS })', ['thaw', 'meeting', 'vote']],
    ['events(filter: { to: "2020-01-01" })', ['parade']],
    ['events(filter: { type: [PROTEST, CONSULT] })', ['parade', 'meeting']],
    ['events(filter: { precision: [OPEN] })', ['thaw']],
    ['events(filter: { modality: [PLANNED] })', ['vote', 'fair']],
    ['events(filter: { actor: ["kremlin"], precision: [DAY] })', ['parade', 'meeting', 'fair']],
    ['events(filter: { place: ["plc_moscow"] })', ['meeting']],
    ['events(filter: { article: ["art_second"] })', ['meeting']],
    ['events(filter: { text: "TRACTORS parade" })', ['parade']],
    [
      'events(orderBy: null, filter: { type: [], actor: null, match: null, text: "" })',
      ['parade', 'thaw', 'meeting', 'vote', 'fair'],
    ],
    ['onThisDate(month: 12, day: 21)', ['parade', 'meeting']],
    ['onThisDate(month: 2, day: 29)', []],
  ])('%s answers with %j', async (field, names) => {
    expect(await eventNames(field)).toEqual(names);
  });

  test.each([
    ['events', 5],
    ['events(first: 0, filter: { modality: [PLANNED] })', 2],
    ['onThisDate(month: 12, day: 21, first: 1)', 2],
  ])('the total count of %s is %i', async (field, totalCount) => {
    expect(await client.ask(`{ list: ${field} { totalCount } }`)).toEqual({ data: { list: { totalCount } } });
  });

  test('an enum and a filter may come as variables', async () => {
    const { data } = await client.ask(
      'query($f: EventFilter, $o: EventOrder!) { events(filter: $f, orderBy: $o, last: 1) { edges { node { id } } } }',
      { f: { from: '2021-12-21', type: ['CONSULT'] }, o: 'RECORDED' },
    );
    expect(data).toEqual({ events: { edges: [{ node: { id: 'evt_meeting' } }] } });
  });
});

describe('node and nodes', () => {
  test.each([
    ['evt_vote', 'Event'],
    ['men_vote', 'Mention'],
    ['art_second', 'Article'],
    ['act_russia', 'Actor'],
  ])('%s is of type %s', async (id, type) => {
    expect(await client.ask('query($id: ID!) { node(id: $id) { __typename id } }', { id })).toEqual({
      data: { node: { __typename: type, id } },
    });
  });

  test('nodes keeps the order of the ids, with null for what is no node', async () => {
    const ids = ['act_russia', 'evt_none', 'evt_vote', 'plc_moscow', 'men_none', 'evt_vote'];
    expect(await client.ask('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toEqual({
      data: { nodes: [{ id: 'act_russia' }, null, { id: 'evt_vote' }, null, null, { id: 'evt_vote' }] },
    });
  });
});

describe('articles', () => {
  test('an article tells what it says of itself and how it was read', async () => {
    const { data } = await client.ask(`{
      article(id: "art_first") {
        id title publisher url publishedOn language file current ruleSet text eventCount
        basedOn { publisher url }
        anchor { date basis }
        warnings { code message start end }
        events(last: 1) { totalCount edges { node { id } } }
      }
    }`);
    expect(data).toEqual({
      article: {
        id: 'art_first',
        title: 'Talks & <trouble>',
        publisher: 'Dateline',
        url: 'https://example.org/first',
        publishedOn: null,
        language: 'en',
        file: 'first.txt',
        current: true,
        ruleSet: 'test',
        text: null,
        eventCount: 5,
        basedOn: { publisher: null, url: 'https://example.org/wire' },
        anchor: { date: '2021-12-21', basis: 'DEFAULT' },
        warnings: [{ code: 'UNRESOLVED_EXPRESSION', message: '"one day" names no day', start: 0, end: 7 }],
        events: { totalCount: 5, edges: [{ node: { id: 'evt_fair' } }] },
      },
    });
  });

  test('the article of a mention is the whole article', async () => {
    const { data } = await client.ask(
      '{ node(id: "men_undated") { ... on Mention { article { anchor { basis } eventCount current } } } }',
    );
    expect(data).toEqual({
      node: { article: { anchor: { basis: 'METADATA' }, eventCount: 1, current: true } },
    });
  });

  test('articles come in the order they were read', async () => {
    const { data } = await client.ask(
      '{ articles { edges { node { id } } } article(id: "evt_vote") { id } }',
    );
    expect(data).toEqual({
      articles: { edges: [{ node: { id: 'art_second' } }, { node: { id: 'art_first' } }] },
      article: null,
    });
  });

  test('the full text is served only where the operator allows it', async () => {
    const open = await openGraphql({ articleText: 'full' });
    await saveAccounts(open.store);
    const { data } = await open.ask('{ article(id: "art_second") { text } }');
    await open.close();
    expect(data).toEqual({ article: { text: '😀 They met there.' } });
  });
});

describe('actors', () => {
  test('an actor has its names and its events', async () => {
    const { data } = await client.ask(`{
      actor(id: "act_russia") {
        name aliases eventCount
        events(first: 1, orderBy: DATE_DESC) { edges { node { id } } pageInfo { hasNextPage } }
      }
      actors { edges { node { id } } }
    }`);
    expect(data).toEqual({
      actor: {
        name: 'Russia',
        aliases: ['Kremlin'],
        eventCount: 4,
        events: { edges: [{ node: { id: 'evt_fair' } }], pageInfo: { hasNextPage: true } },
      },
      actors: { edges: [{ node: { id: 'act_russia' } }] },
    });
  });

  test('the actor of an event is the whole actor', async () => {
    const { data } = await client.ask('{ event(id: "evt_meeting") { actors { aliases eventCount } } }');
    expect(data).toEqual({ event: { actors: [{ aliases: ['Kremlin'], eventCount: 4 }] } });
  });
});

test('the timeline describes itself', async () => {
  const { ruleSet } = await client.timeline.describe();
  const { data } = await client.ask(
    '{ timeline { name revision defaultAnchor ruleSet articleCount eventCount earliest latest } }',
  );
  expect(data).toEqual({
    timeline: {
      name: 'Dateline',
      revision: 2,
      defaultAnchor: '2021-12-21',
      ruleSet,
      articleCount: 2,
      eventCount: 5,
      earliest: '2019-12-21',
      latest: '2022-12-21',
    },
  });
});

describe('resolve', () => {
  const QUERY = `query($text: String!, $anchor: Date) {
    resolve(text: $text, anchor: $anchor) { text start end timex { type value mod } date { edtf role } direction reference { kind } reason }
  }`;

  test('tells what the expressions of a text mean, against the default anchor', async () => {
    const { data } = await client.ask(QUERY, { text: 'They met last week.' });
    expect(data).toEqual({
      resolve: [
        {
          text: 'last week',
          start: 9,
          end: 18,
          timex: { type: 'DATE', value: '2021-W50', mod: null },
          date: { edtf: '2021-12-13/2021-12-19', role: 'WITHIN' },
          direction: 'PAST',
          reference: { kind: 'ANCHOR' },
          reason: null,
        },
      ],
    });
  });

  test('takes another anchor', async () => {
    const { data } = await client.ask(QUERY, { text: 'They met last week.', anchor: '2024-02-29' });
    expect(data).toMatchObject({ resolve: [{ timex: { value: '2024-W08' } }] });
  });

  test.each([
    [null, '2021-12'],
    ['NEWS', '2021-12'],
    ['NARRATIVE', '1812-12'],
  ])('in mode %s a bare month is read as %s', async (mode, value) => {
    const { data } = await client.ask(
      'query($text: String!, $mode: ResolutionMode) { resolve(text: $text, mode: $mode) { timex { value } } }',
      { text: 'The army left in October 1812. It came back in December.', mode },
    );
    expect(data).toEqual({ resolve: [{ timex: { value: '1812-10' } }, { timex: { value } }] });
  });

  test('says why, what else was weighed, and the words that were counted from', async () => {
    const { data } = await client.ask(
      'query($text: String!) { resolve(text: $text) { because alternatives { value because } reference { kind text start end } } }',
      { text: 'They met on Friday, and two days later.' },
    );
    expect(data).toEqual({
      resolve: [
        {
          because: 'a weekday alone is the latest one up to the anchor, the anchor’s own day included',
          alternatives: [{ value: '2021-12-24', because: 'nothing in its clause points ahead' }],
          reference: { kind: 'ANCHOR', text: null, start: null, end: null },
        },
        {
          because: 'it is counted from what the text named before',
          alternatives: [],
          reference: { kind: 'EXPRESSION', text: 'Friday', start: 12, end: 18 },
        },
      ],
    });
  });
});

describe('events that live on elsewhere', () => {
  let moved: GraphqlClient;

  beforeAll(async () => {
    moved = await openGraphql();
    await saveChange(moved.store, {
      events: [dayEvent('kept', '2021-12-01'), dayEvent('gone', '2021-12-01')],
    });
    await saveChange(moved.store, {
      events: [dayEvent('kept', '2021-12-01', { title: 'Told anew' })],
      merged: [{ from: eventId('evt_gone'), into: eventId('evt_kept') }],
    });
  });

  afterAll(() => moved.close());

  test('the id of a merged event leads to the one that stayed', async () => {
    expect(await moved.ask('{ event(id: "evt_gone") { id } node(id: "evt_gone") { id } }')).toEqual({
      data: { event: { id: 'evt_kept' }, node: { id: 'evt_kept' } },
    });
  });

  test('an event can be asked for as it stood at an earlier revision', async () => {
    const query =
      '{ now: event(id: "evt_kept") { title } before: event(id: "evt_kept", revision: 1) { title } }';
    expect(await moved.ask(query)).toEqual({
      data: { now: { title: 'Told anew' }, before: { title: 'The minister speaks: kept' } },
    });
  });

  test('a withdrawn event is gone', async () => {
    await saveChange(moved.store, { withdrawn: [eventId('evt_kept')] });
    expect(await moved.ask('{ event(id: "evt_kept") { id } }')).toEqual({ data: { event: null } });
  });
});
