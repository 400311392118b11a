import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageInfoJson } from '../../../src/api/rest/paging.ts';
import { EventSchema } from '../../../src/api/rest/schemas/served-schema.ts';
import { eventId } from '../../../src/domain/event/ids.ts';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import { eventJson } from '../../../src/formats/event/event-json.ts';
import { openRest, type RestClient } from './rest-client.ts';
import { ARTICLE, dayEvent, MOSCOW, saveChange, storedEvent } from './stored-events.ts';

const EVENTS = [
  storedEvent('year', {
    edtf: '2014',
    earliest: requireCalendarDate('2014-01-01'),
    latest: requireCalendarDate('2014-12-31'),
    precision: 'YEAR',
    role: 'WITHIN',
    display: '2014',
  }),
  dayEvent('meeting', '2021-12-17', { type: 'CONSULT', places: [MOSCOW] }),
  dayEvent('warning', '2021-12-21', { type: 'THREATEN', title: 'A warning is heard', modality: 'REPORTED' }),
  storedEvent(
    'talks',
    {
      edtf: '2022-01/2022-03',
      earliest: requireCalendarDate('2022-01-01'),
      latest: requireCalendarDate('2022-03-31'),
      precision: 'YEAR_PART',
      role: 'WITHIN',
      display: 'early 2022',
    },
    { modality: 'PLANNED', type: 'CONSULT' },
  ),
];

let rest: RestClient;

beforeAll(async () => {
  rest = await openRest();
  await saveChange(rest.store, { events: EVENTS });
});

afterAll(() => rest.close());

async function idsAt(url: string): Promise<readonly string[]> {
  const { events } = (await rest.get(url)) as { events: { id: string }[] };
  return events.map(({ id }) => id.replace('evt_', ''));
}

describe('an event', () => {
  test('is answered exactly as exports write it', async () => {
    const [event] = await rest.timeline.getEvents([eventId('evt_meeting')]);
    expect(await rest.get('/v1/events/evt_meeting')).toEqual(event && eventJson(event));
  });

  test('has the fields of its schema and no others', async () => {
    const event = (await rest.get('/v1/events/evt_meeting')) as object;
    expect(Object.keys(event)).toEqual(Object.keys(EventSchema.properties));
    expect(EventSchema.required).toEqual(Object.keys(EventSchema.properties));
  });

  test('has its date, its place and its account', async () => {
    const date = {
      edtf: '2021-12-17',
      earliest: '2021-12-17',
      latest: '2021-12-17',
      precision: 'DAY',
      role: 'ON',
    };
    expect(await rest.get('/v1/events/evt_meeting')).toEqual({
      id: 'evt_meeting',
      revision: 1,
      title: 'The minister speaks: meeting',
      date: { ...date, display: 'the day 2021-12-17' },
      type: 'CONSULT',
      modality: 'ASSERTED',
      actors: [{ id: 'act_russia', name: 'Russia', role: 'ACTOR' }],
      places: [{ id: 'plc_moscow', name: 'Moscow' }],
      confidence: 0.75,
      sourceCount: 1,
      conflicts: [],
      titleKind: 'CLAUSE',
      subject: null,
      mentions: [
        {
          id: 'men_meeting',
          article: {
            id: 'art_first',
            file: 'first.txt',
            title: 'Talks & <trouble>',
            publisher: 'Dateline',
            url: 'https://example.org/first',
            publishedOn: null,
          },
          quote: { exact: 'On Tuesday the minister spoke in Moscow.', start: 0, end: 40 },
          timex: { text: 'On Tuesday', start: 0, end: 10, type: 'DATE', value: '2021-12-17', mod: null },
          date,
          anchor: { date: '2021-12-21', basis: 'DEFAULT' },
          rule: 'weekday/same-or-last',
          datedBy: null,
          type: 'CONSULT',
          typePattern: null,
          actors: [{ id: 'act_russia', name: 'Russia', role: 'ACTOR' }],
          modality: 'ASSERTED',
          confidence: 0.5,
        },
      ],
    });
  });
});

describe('the list of events', () => {
  test.each([
    ['without a filter, by date', '', ['year', 'meeting', 'warning', 'talks']],
    ['the other way round', 'order=-date', ['talks', 'warning', 'meeting', 'year']],
    ['that could lie in a range', 'from=2021-12-17&to=2022-01-01', ['meeting', 'warning', 'talks']],
    ['that surely lie in a range', 'from=2021-12-17&to=2022-01-01&match=WITHIN', ['meeting', 'warning']],
    ['that begin in a range', 'from=2014-01-01&to=2014-06-01&match=STARTS', ['year']],
    ['from a day on', 'from=2021-12-18', ['warning', 'talks']],
    ['of a type', 'type=THREATEN', ['warning']],
    ['of either type', 'type=THREATEN&type=CONSULT', ['meeting', 'warning', 'talks']],
    ['of a type and a modality', 'type=CONSULT&modality=PLANNED', ['talks']],
    ['of a precision', 'precision=YEAR&precision=YEAR_PART', ['year', 'talks']],
    ['of an actor by alias', 'actor=kremlin&type=THREATEN', ['warning']],
    ['of an actor by id', 'actor=act_russia&type=THREATEN', ['warning']],
    ['at a place', 'place=moscow', ['meeting']],
    ['told of by an article', `article=${ARTICLE.id}&type=THREATEN`, ['warning']],
    ['told of by an article that does not exist', 'article=art_none', []],
    ['with words in the title', 'text=warning', ['warning']],
    ['with a text of no words', 'text=%E2%80%A6', []],
    ['of a date of EDTF', 'date=2021-12-17/2022-01&match=WITHIN', ['meeting', 'warning']],
    ['on a day of any year', 'onThisDate=12-17', ['meeting']],
    ['that could lie on a day of any year', 'onThisDate=01-31&include=POSSIBLE', ['year', 'talks']],
    ['without an actor', 'actorNone=Russia', []],
    ['with all actors', 'actorAll=russia&actorAll=Kremlin&type=THREATEN', ['warning']],
    ['of a source', 'source=DATELINE&type=THREATEN', ['warning']],
    ['that are sure enough', 'minConfidence=0.75&minSources=1&type=THREATEN', ['warning']],
    ['with any text whatever', `text=${encodeURIComponent('"NEAR( OR -')}`, []],
  ])('holds those %s', async (_, query, expected) => {
    expect(await idsAt(`/v1/events?${query}`)).toEqual(expected);
  });

  test('answers as exports write events, with where the page lies', async () => {
    const page = await rest.timeline.listEvents({ first: 2 });
    expect(await rest.get('/v1/events?limit=2')).toEqual({
      events: page.edges.map(({ node }) => eventJson(node)),
      pageInfo: pageInfoJson(page.pageInfo),
    });
  });
});

describe('what became of an event', () => {
  let gone: RestClient;

  beforeAll(async () => {
    gone = await openRest();
    const events = [
      dayEvent('kept', '2021-12-17'),
      dayEvent('same', '2021-12-17'),
      dayEvent('lost', '2021-12-18'),
    ];
    await saveChange(gone.store, { events });
    await saveChange(gone.store, {
      events: [dayEvent('kept', '2021-12-17', { title: 'Told anew' })],
      merged: [{ from: eventId('evt_same'), into: eventId('evt_kept') }],
      withdrawn: [eventId('evt_lost')],
    });
  });

  afterAll(() => gone.close());

  test('a merged one leads to the one that stayed', async () => {
    const response = await gone.request('/v1/events/evt_same');
    expect([response.statusCode, response.headers.location, response.body]).toEqual([
      308,
      '/v1/events/evt_kept',
      '',
    ]);
  });

  test('a withdrawn one is gone, since a revision', async () => {
    const response = await gone.request('/v1/events/evt_lost');
    expect(response.statusCode).toBe(410);
    expect(response.json()).toMatchObject({ code: 'WITHDRAWN', revision: 2 });
  });

  test('a version is answered as it was cited', async () => {
    expect(await gone.get('/v1/events/evt_kept?revision=1')).toMatchObject({
      revision: 1,
      title: 'The minister speaks: kept',
    });
  });

  test('a merged one can still be read as it was cited', async () => {
    expect(await gone.get('/v1/events/evt_same?revision=1')).toMatchObject({ id: 'evt_same', revision: 1 });
  });

  test('a withdrawn one has no version after its end', async () => {
    expect((await gone.request('/v1/events/evt_lost?revision=2')).statusCode).toBe(404);
  });
});
