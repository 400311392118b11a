import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageInfoJson } from '../../../src/api/rest/paging.ts';
import { eventJson } from '../../../src/formats/event/event-json.ts';
import { openRest, type RestClient } from './rest-client.ts';
import { ARTICLE, dayEvent, dayEvents, saveChange } from './stored-events.ts';

const EVENTS = [
  dayEvent('leap', '2020-02-29'),
  dayEvent('earlier', '2019-12-21'),
  dayEvent('later', '2021-12-21'),
  dayEvent('planned', '2022-12-21', { modality: 'PLANNED' }),
];

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest();
  await saveChange(rest.store, { events: EVENTS });
});

afterAll(() => rest.close());

describe('on this date', () => {
  const idsOf = (answer: unknown) => (answer as { events: { id: string }[] }).events.map(({ id }) => id);

  test('are the events of that day of any year, oldest first, without plans', async () => {
    expect(idsOf(await rest.get('/v1/on-this-date/12/21'))).toEqual(['evt_earlier', 'evt_later']);
  });

  test('can be 29 February', async () => {
    expect(idsOf(await rest.get('/v1/on-this-date/02/29'))).toEqual(['evt_leap']);
  });

  test('names the day and where the page lies', async () => {
    const page = await rest.timeline.listOnThisDate({ month: 12, day: 21 }, { first: 1 });
    expect(await rest.get('/v1/on-this-date/12/21?limit=1')).toEqual({
      month: 12,
      day: 21,
      today: '2021-12-22',
      events: page.edges.map(({ node }) => ({ ...eventJson(node), yearsAgo: 2 })),
      pageInfo: pageInfoJson(page.pageInfo),
    });
  });
});

describe('the timeline as one document', () => {
  test('has its name, anchor, revision and the selected events', async () => {
    const { edges } = await rest.timeline.listEvents({ filter: { modalities: ['PLANNED'] } });
    expect(await rest.get('/v1/timeline.json?modality=PLANNED')).toEqual({
      name: 'Dateline',
      anchor: '2021-12-21',
      revision: 1,
      events: edges.map(({ node }) => eventJson(node)),
      next: null,
    });
  });

  test('says where it goes on', async () => {
    const { next } = (await rest.get('/v1/timeline.json?limit=3')) as { next: string };
    const rest_ = (await rest.get(next)) as { events: { id: string }[]; next: null };
    expect([rest_.events.map(({ id }) => id), rest_.next]).toEqual([['evt_planned'], null]);
  });

  test('holds more events than a page of the use case, in both directions', async () => {
    const many = await openRest();
    await saveChange(many.store, { events: dayEvents(250) });
    const read = async (url: string | undefined) => {
      const response = await many.request(url ?? '');
      const prev = /<([^>]+)>; rel="prev"/.exec(String(response.headers['link']))?.[1];
      const { events, next } = response.json() as { events: { id: string }[]; next: string };
      return { ids: events.map(({ id }) => id), next, prev };
    };
    const first = await read('/v1/timeline.json?limit=150');
    const second = await read(first.next);
    const back = await read(second.prev);
    expect([...first.ids, ...second.ids]).toEqual(dayEvents(250).map(({ id }) => id));
    expect(back.ids).toEqual(first.ids);
    await many.close();
  });
});

describe('articles', () => {
  const summary = {
    id: 'art_first',
    file: 'first.txt',
    title: 'Talks & <trouble>',
    publisher: 'Dateline',
    url: 'https://example.org/first',
    publishedOn: null,
    language: 'en',
    basedOn: { publisher: null, url: 'https://example.org/wire' },
    anchor: { date: '2021-12-21', basis: 'DEFAULT' },
    ruleSet: 'test',
    current: true,
    eventCount: 4,
    warnings: ARTICLE.warnings,
  };

  test('are listed without their texts', async () => {
    expect(await rest.get('/v1/articles')).toEqual({
      articles: [summary],
      pageInfo: pageInfoJson((await rest.timeline.listArticles({})).pageInfo),
    });
  });

  test('keep their text to themselves unless the operator allows it', async () => {
    expect(await rest.get('/v1/articles/art_first')).toEqual({ ...summary, text: null });
  });

  test('are served whole where the operator allows it', async () => {
    const open = await openRest({ articleText: 'full' });
    await saveChange(open.store, { events: EVENTS });
    expect(await open.get('/v1/articles/art_first')).toEqual({ ...summary, text: ARTICLE.text });
    await open.close();
  });

  test('have no text once they are taken back, as in GraphQL', async () => {
    const open = await openRest({ articleText: 'full' });
    await saveChange(open.store, { events: EVENTS });
    await open.timeline.retractArticle(ARTICLE.id, { by: 'test', why: null });
    const query = encodeURIComponent('{ article(id: "art_first") { text current } }');
    expect(await open.get('/v1/articles/art_first')).toMatchObject({ text: null, current: false });
    expect(await open.get(`/graphql?query=${query}`)).toMatchObject({
      data: { article: { text: null, current: false } },
    });
    await open.close();
  });
});

test('actors come with the names that find them', async () => {
  expect(await rest.get('/v1/actors')).toEqual({
    actors: [{ id: 'act_russia', name: 'Russia', aliases: ['Kremlin'], eventCount: 4 }],
    pageInfo: pageInfoJson((await rest.timeline.listActors({})).pageInfo),
  });
});

describe('resolving a text', () => {
  const TEXT = 'They met on Friday.';
  const URL_TEXT = encodeURIComponent(TEXT);

  test('by GET reads it against the timeline’s anchor', async () => {
    expect(await rest.get(`/v1/resolve?text=${URL_TEXT}`)).toEqual({
      anchor: { date: '2021-12-21', basis: 'DEFAULT' },
      expressions: await rest.timeline.resolveText(TEXT),
    });
  });

  test('by POST gives the same', async () => {
    const response = await rest.request('/v1/resolve', {
      method: 'POST',
      payload: { text: TEXT },
    });
    expect(response.json()).toEqual(await rest.get(`/v1/resolve?text=${URL_TEXT}`));
  });

  test('reads it against an anchor that is given', async () => {
    expect(await rest.get(`/v1/resolve?text=${URL_TEXT}&anchor=2021-12-27`)).toMatchObject({
      anchor: { date: '2021-12-27', basis: 'OVERRIDE' },
      expressions: [{ timex: { value: '2021-12-24' } }],
    });
  });

  test.each([
    ['NEWS', '2021-12'],
    ['NARRATIVE', '1812-12'],
  ])('in mode %s reads a bare month as %s, by GET and by POST', async (mode, value) => {
    const text = 'The army left in October 1812. It came back in December.';
    const found = await rest.get(`/v1/resolve?text=${encodeURIComponent(text)}&mode=${mode}`);
    expect(found).toMatchObject({ expressions: [{ timex: { value: '1812-10' } }, { timex: { value } }] });
    const response = await rest.request('/v1/resolve', { method: 'POST', payload: { text, mode } });
    expect(response.json()).toEqual(found);
  });

  test('of nothing gives nothing', async () => {
    expect(await rest.get('/v1/resolve?text=')).toMatchObject({ expressions: [] });
  });
});
