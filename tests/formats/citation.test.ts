import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/domain/event/event.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { requireEdtf } from '../../src/domain/time/read-edtf.ts';
import { DEFAULT_RECORD } from '../../src/domain/timeline-record.ts';
import type { CitationFormat } from '../../src/formats/citation/citation-item.ts';
import { citeEvent } from '../../src/formats/citation/cite-event.ts';
import { buildArticle, buildEvent, buildMention, spanDate } from '../store/build-event.ts';
import { anyEvents } from './any-event.ts';
import { stored } from './write-events.ts';

const SETTING = {
  record: DEFAULT_RECORD,
  origin: 'https://timeline.example',
  accessedOn: requireCalendarDate('2026-11-25'),
};

const EVENT = stored(
  buildEvent('talks', {
    title: 'Ministers are to “meet” & talk',
    modality: 'PLANNED',
    date: spanDate('2022-01-01', '2022-03-31'),
    mentions: [
      buildMention('a', {
        article: buildArticle('a', {
          title: 'Talks ahead',
          publisher: 'Evening Sample',
          url: 'https://news.example/a_b',
          publishedOn: requireCalendarDate('2021-12-06'),
        }),
      }),
      buildMention('b', { article: buildArticle('b') }),
    ],
  }),
  7,
);

const cite = (format: CitationFormat, event: TimelineEvent = EVENT): string =>
  citeEvent(event, format, SETTING);

test('a line for people has the date with its hedge, the revision, the address, the day of access and the sources', () => {
  expect(cite('txt')).toBe(
    'Ministers are to “meet” & talk (2022-01-01/2022-03-31, planned). Dateline, revision 7. https://timeline.example/events/evt_talks?revision=7 (accessed 25 November 2026). Sources: Talks ahead, Evening Sample, 2021-12-06, https://news.example/a_b; b.txt.\n',
  );
});

test('a mark in a title turns the direction of no other words', () => {
  expect(cite('txt', { ...EVENT, title: '\u202eMinisters \u2067meet' })).toMatch(/^Ministers meet \(/);
});

test('a BibTeX entry has them too, and its key names the revision', () => {
  expect(cite('bib')).toBe(
    [
      '@misc{evt_talks-7,',
      '\tyear = {2021},',
      '\tmonth = {12},',
      '\tnote = {Revision 7, accessed 2026-11-25. Sources: Talks ahead, Evening Sample, 2021-12-06, https://news.example/a\\_b; b.txt},',
      '\tpublisher = {Dateline},',
      '\ttitle = {Ministers are to “meet” \\& talk (2022-01-01/2022-03-31, planned)},',
      '\turl = {https://timeline.example/events/evt_talks?revision=7},',
      '}\n',
    ].join('\n'),
  );
});

test('BibTeX keeps letters of all scripts and takes no sign for a command', () => {
  const event = stored(buildEvent('marks', { title: String.raw`У Києві: 5 % {more} \ $1 a_b` }));
  expect(cite('bib', event)).toContain(
    String.raw`title = {У Києві: 5 \% \textbraceleft{}more\textbraceright{} \textbackslash{} \$1 a\_b (2021-12-21)}`,
  );
});

test('CSL-JSON has the date of the event, of the latest article and of access', () => {
  expect(JSON.parse(cite('csl.json'))).toEqual([
    {
      id: 'evt_talks-7',
      type: 'webpage',
      title: 'Ministers are to “meet” & talk (2022-01-01/2022-03-31, planned)',
      'container-title': 'Dateline',
      language: 'en',
      version: '7',
      'event-date': {
        'date-parts': [
          [2022, 1, 1],
          [2022, 3, 31],
        ],
      },
      issued: { 'date-parts': [[2021, 12, 21]] },
      accessed: { 'date-parts': [[2026, 11, 25]] },
      URL: 'https://timeline.example/events/evt_talks?revision=7',
      note: 'Sources: Talks ahead, Evening Sample, 2021-12-06, https://news.example/a_b; b.txt',
    },
  ]);
});

test('a date that is open at an end is written in words alone', () => {
  const open = stored(buildEvent('since', { date: spanDate('2014-01-01', null) }));
  expect(JSON.parse(cite('csl.json', open))[0]).not.toHaveProperty('event-date');
});

test.each([
  ['2014', [[2014]]],
  ['2014/2016', [[2014], [2016]]],
  ['2021-10', [[2021, 10]]],
  [
    '2021-10/2021-12',
    [
      [2021, 10],
      [2021, 12],
    ],
  ],
  [
    '2021-12-01/2021-12-10',
    [
      [2021, 12, 1],
      [2021, 12, 10],
    ],
  ],
  ['199X', [[1990], [1999]]],
  ['18XX', [[1800], [1899]]],
])('CSL-JSON has %s as fine as it is', (edtf, parts) => {
  expect(eventDateIn(edtf)).toEqual({ 'date-parts': parts });
});

test.each([
  ['2020-22', { 'date-parts': [[2020]], season: 2 }],
  ['2020-24', { 'date-parts': [[2020]], season: 4 }],
  ['2014-05~', { 'date-parts': [[2014, 5]], circa: true }],
])('CSL-JSON says of %s that it is a season, or about', (edtf, expected) => {
  expect(eventDateIn(edtf)).toEqual(expected);
});

function eventDateIn(edtf: string): unknown {
  const event = stored(buildEvent('dated', { date: requireEdtf(edtf) }));
  return JSON.parse(cite('csl.json', event))[0]['event-date'];
}

test('a text that looks like markup of CSL stays a text', () => {
  const event = stored(buildEvent('markup', { title: 'An <i>old</i> < new quarrel' }));
  expect(cite('txt', event)).toMatch(
    /^An <i>old<\/i> < new quarrel \(2021-12-21\)\. Dateline, revision 3\. /,
  );
  expect(cite('bib', event)).toContain(
    String.raw`title = {An \textless{}i>old\textless{}/i> \textless{} new quarrel (2021-12-21)}`,
  );
  expect(JSON.parse(cite('csl.json', event))[0].title).toBe('An ‹i>old‹/i> < new quarrel (2021-12-21)');
});

describe('for any event', () => {
  const eachEvent = (check: (event: TimelineEvent) => void): void =>
    fc.assert(fc.property(anyEvents, (events) => events.forEach(check)));
  const addressOf = ({ id, revision }: TimelineEvent): string =>
    `https://timeline.example/events/${id}?revision=${revision}`;

  test('its line is one line with address, revision and day of access', () => {
    eachEvent((event) => {
      expect(cite('txt', event)).toMatch(/^[^\n]+\n$/);
      expect(cite('txt', event)).toContain(
        `Dateline, revision ${event.revision}. ${addressOf(event)} (accessed 25 November 2026). Sources:`,
      );
    });
  });

  test('its BibTeX is one entry with its address', () => {
    eachEvent((event) => {
      const read = new Cite(cite('bib', event)).format('data', { format: 'object' });
      expect(read).toMatchObject([
        { 'citation-key': `${event.id}-${event.revision}`, URL: addressOf(event) },
      ]);
    });
  });

  test('its CSL-JSON is read back by the library as it was written', () => {
    eachEvent((event) => {
      const written = JSON.parse(cite('csl.json', event));
      const [read] = new Cite(cite('csl.json', event)).format('data', { format: 'object' });
      expect(read).toMatchObject({ ...written[0] });
    });
  });
});
