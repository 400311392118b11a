import { check } from '@placemarkio/check-geojson';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { eventJson } from '../../src/formats/event/event-json.ts';
import { buildEvent, buildMention, dayDate, spanDate } from '../store/build-event.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { anyEvents } from './any-event.ts';
import { GENEVA, MOSCOW, stored, writeEvents } from './write-events.ts';

const documentLoader = (url: string): Promise<never> => Promise.reject(new Error(`${url} would be fetched`));

describe('JSON and NDJSON', () => {
  test('hold the events as REST gives them, for any events', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, async (events) => {
        const expected = JSON.parse(JSON.stringify(events.map(eventJson)));
        const document = JSON.parse((await writeEvents('json', events)).text);
        expect(document).toEqual({
          name: 'A timeline',
          anchor: '2021-12-21',
          revision: 7,
          events: expected,
          next: null,
        });
        const lines = (await writeEvents('ndjson', events)).text.split('\n');
        expect(lines.pop()).toBe('');
        expect(lines.map((line) => JSON.parse(line))).toEqual(expected);
      }),
    );
  });
});

describe('GeoJSON', () => {
  test('has a feature for each event with a place on the map, longitude first, and counts the others', async () => {
    const events = [
      stored(buildEvent('one', { places: [MOSCOW] })),
      stored(buildEvent('two', { places: [MOSCOW, GENEVA] })),
      stored(buildEvent('nowhere')),
    ];
    const { text, omitted } = await writeEvents('geojson', events);
    expect(omitted).toBe(1);
    expect(JSON.parse(text)).toMatchObject({
      type: 'FeatureCollection',
      coordinatesSource: 'a test',
      omittedWithoutCoordinates: 1,
      omitted: 'Left out: 1 event at no place whose coordinates are known.',
      features: [
        { id: 'evt_one', geometry: { type: 'Point', coordinates: [37.62, 55.76] } },
        {
          id: 'evt_two',
          geometry: {
            type: 'MultiPoint',
            coordinates: [
              [37.62, 55.76],
              [6.15, 46.2],
            ],
          },
        },
      ],
    });
  });

  test('is valid by RFC 7946, for any events', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, async (events) => {
        const { text, omitted } = await writeEvents('geojson', events);
        const collection = check(text);
        expect(collection).toMatchObject({ type: 'FeatureCollection' });
        expect(JSON.parse(text).features).toHaveLength(events.length - (omitted ?? 0));
      }),
    );
  });
});

describe('JSON-LD', () => {
  test('has a start only for a day; any other date is an EDTF expression', async () => {
    const { text } = await writeEvents('jsonld', [
      stored(buildEvent('day')),
      stored(buildEvent('span', { date: spanDate('2021-12-01', '2021-12-20', 'MONTH_PART') })),
    ]);
    const [day, span] = JSON.parse(text)['@graph'];
    expect([day.startDate, day.endDate, day.temporalCoverage]).toEqual([
      '2021-12-21',
      '2021-12-21',
      undefined,
    ]);
    expect([span.startDate, span.temporalCoverage]).toEqual([undefined, '2021-12-01/2021-12-20']);
  });

  test('counts the positions of a quote in code points: a character outside the basic plane is one', async () => {
    const text = 'A 😀 rose. They met (a).';
    const base = buildMention('a');
    const quote = { ...base.quote, start: text.indexOf('They'), end: text.length };
    const event = stored(buildEvent('a', { mentions: [{ ...base, quote }] }));
    const document = JSON.parse((await writeEvents('jsonld', [event], { text })).text);
    const annotation = document['@graph'][0].subjectOf[1];
    expect(annotation['oa:hasTarget']['oa:hasSelector'][1]).toEqual({
      '@type': 'oa:TextPositionSelector',
      'oa:start': { '@type': 'xsd:nonNegativeInteger', '@value': 10 },
      'oa:end': { '@type': 'xsd:nonNegativeInteger', '@value': 23 },
    });
  });

  test('expands without fetching anything, for any events', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, async (events) => {
        const { text } = await writeEvents('jsonld', events);
        const nodes = await jsonld.expand(JSON.parse(text), { documentLoader });
        expect(nodes.map((node) => node['@type'])).toEqual(events.map(() => ['https://schema.org/Event']));
      }),
      { numRuns: usualOrLong(20, 50) },
    );
  });
});

describe('TimelineJS', () => {
  test('a slide has its date in words, no finer than it is known, and keeps its id', async () => {
    const month = { ...spanDate('2021-12-01', '2021-12-31', 'MONTH'), display: 'December 2021' };
    const early = { ...spanDate('2021-12-01', '2021-12-10', 'MONTH_PART'), display: 'early December 2021' };
    const { text } = await writeEvents('timelinejs.json', [
      stored(buildEvent('day', { title: 'A <script>', actors: [] })),
      stored(buildEvent('month', { date: month, modality: 'PLANNED' })),
      stored(buildEvent('early', { date: early })),
    ]);
    const slides: readonly Record<string, unknown>[] = JSON.parse(text).events;
    expect(
      slides.map(({ unique_id, start_date, end_date, display_date }) => [
        unique_id,
        start_date,
        end_date,
        display_date,
      ]),
    ).toEqual([
      ['evt_day', { year: 2021, month: 12, day: 21 }, undefined, '2021-12-21'],
      ['evt_month', { year: 2021, month: 12 }, undefined, 'December 2021, planned'],
      [
        'evt_early',
        { year: 2021, month: 12, day: 1 },
        { year: 2021, month: 12, day: 10 },
        'early December 2021',
      ],
    ]);
    expect(slides[0]).toMatchObject({ text: { headline: 'A &lt;script&gt;' } });
  });

  test('an event with role SPANS is an era too, and slides are grouped by the facet asked for', async () => {
    const date = spanDate('2021-11-01', '2021-12-20', 'RANGE', 'SPANS');
    const { text } = await writeEvents(
      'timelinejs.json',
      [stored(buildEvent('a', { title: 'A strike', date, places: [MOSCOW] }))],
      {
        group: 'place',
      },
    );
    expect(JSON.parse(text)).toMatchObject({
      events: [{ unique_id: 'evt_a', group: 'Moscow' }],
      eras: [
        {
          start_date: { year: 2021, month: 11, day: 1 },
          end_date: { year: 2021, month: 12, day: 20 },
          text: { headline: 'A strike' },
        },
      ],
    });
  });

  test('an open date is left out, and the title slide says so', async () => {
    const open = stored(buildEvent('until', { date: spanDate(null, '2021-12-20', 'OPEN', 'BEFORE') }));
    const { text, omitted } = await writeEvents('timelinejs.json', [
      open,
      stored(buildEvent('day', { date: dayDate('2021-12-21') })),
    ]);
    expect(omitted).toBe(1);
    expect(JSON.parse(text).title.text.text).toBe(
      'Left out: 1 event without a first and a last possible day.',
    );
    expect(JSON.parse(text).events).toHaveLength(1);
  });

  test('is JSON in which no text of an event is markup, for any events', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, async (events) => {
        const { text } = await writeEvents('timelinejs.json', events, { group: 'actor' });
        for (const { start_date, text: words } of JSON.parse(text).events) {
          expect(start_date.year).toBeGreaterThan(0);
          expect(words.headline).not.toMatch(/[<>"]/);
          expect(words.text.replaceAll(/<\/?p>|<a href="[^"<>]*">|<\/a>/g, '')).not.toMatch(/[<>]/);
        }
      }),
    );
  });
});
