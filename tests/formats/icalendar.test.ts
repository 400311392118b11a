import fc from 'fast-check';
import ICAL from 'ical.js';
import ical from 'node-ical';
import { expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/domain/event/event.ts';
import { partsOf, requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { publishedDate } from '../../src/domain/time/edtf.ts';
import { requireEdtf } from '../../src/domain/time/read-edtf.ts';
import { hedgedDate } from '../../src/formats/event/hedge.ts';
import { plainLine } from '../../src/formats/text/plain-text.ts';
import { buildEvent, dayDate, spanDate } from '../store/build-event.ts';
import { anyEvents } from './any-event.ts';
import { stored, writeEvents } from './write-events.ts';

const component = (text: string) => new ICAL.Component(ICAL.parse(text));
const eventsOf = (text: string) =>
  component(text)
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each));

test('a day is an all-day event that ends before the next day', async () => {
  const event = stored(
    buildEvent('talks', { title: 'Talks, in Geneva; at last', date: dayDate('2021-12-31') }),
  );
  const { text } = await writeEvents('ics', [event]);
  expect(text.split('\r\n').slice(-16)).toEqual([
    'BEGIN:VEVENT',
    'UID:evt_talks@dateline',
    'DTSTAMP:20211221T000000Z',
    'LAST-MODIFIED:20211221T000000Z',
    'SEQUENCE:3',
    'DTSTART;VALUE=DATE:20211231',
    'DTEND;VALUE=DATE:20220101',
    String.raw`SUMMARY:Talks\, in Geneva\; at last`,
    String.raw`DESCRIPTION:2021-12-31 (2021-12-31)\n“They met (talks).” (one.txt)`,
    'CATEGORIES:CONSULT',
    'URL:https://timeline.example/events/evt_talks',
    'STATUS:CONFIRMED',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('a planned event is tentative, with its date and the word "planned" behind the title', async () => {
  const date = { ...spanDate('2022-01-01', '2022-03-31'), display: 'early 2022' };
  const event = stored(buildEvent('talks', { title: 'Talks', modality: 'PLANNED', date }));
  const { text } = await writeEvents('ics', [event]);
  expect(text).toContain('\r\nSTATUS:TENTATIVE\r\n');
  expect(text).toContain('\r\nSUMMARY:Talks (early 2022\\, planned)\r\n');
});

test('an event of which only the day of the report is known is tentative and called reported', async () => {
  const date = publishedDate(requireCalendarDate('2021-12-21'));
  const { text } = await writeEvents('ics', [stored(buildEvent('talks', { title: 'Talks', date }))]);
  expect(text).toContain('\r\nSTATUS:TENTATIVE\r\n');
  expect(text).toContain('\r\nSUMMARY:Reported: Talks\r\n');
  expect(text).toContain('\r\nDESCRIPTION:reported 21 December 2021 (2021-12-21~)\\n');
});

test('an open date acquires no end: it is left out, and the calendar says so', async () => {
  const events = [
    stored(buildEvent('since', { date: spanDate('2014-01-01', null, 'OPEN', 'AFTER') })),
    stored(buildEvent('day')),
  ];
  const { text, omitted } = await writeEvents('ics', events);
  expect(omitted).toBe(1);
  expect(text).toContain('DESCRIPTION:Left out: 1 event without a first and a last possible day.');
  expect(eventsOf(text).map(({ uid }) => uid)).toEqual(['evt_day@dateline']);
});

test('a day before our era is left out: a year of a calendar has no sign', async () => {
  const events = [
    stored(buildEvent('siege', { date: requireEdtf('-0479-09-20') })),
    stored(buildEvent('day')),
  ];
  const { text, omitted } = await writeEvents('ics', events);
  expect({ omitted, uids: eventsOf(text).map(({ uid }) => uid) }).toEqual({
    omitted: 1,
    uids: ['evt_day@dateline'],
  });
});

test('the last day of the calendar has no day after it: the event says how long it lasts', async () => {
  const { text } = await writeEvents('ics', [
    stored(buildEvent('end', { date: spanDate('9999-12-30', '9999-12-31') })),
  ]);
  expect(text).toContain('\r\nDURATION:P2D\r\n');
});

test('no line has more than 75 octets, every line ends with CRLF, and no character is split', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, async (events) => {
      const { text } = await writeEvents('ics', events);
      expect(text.endsWith('\r\n')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
      }
    }),
  );
});

/** The expected entry of an event in a calendar. An event with an open date has none. */
const entryOf = (event: TimelineEvent) => {
  const { id, revision, title, date, modality } = event;
  if (date.earliest === null || date.latest === null) return [];
  const isSureDay = date.precision === 'DAY' && modality !== 'PLANNED' && modality !== 'UNREAL';
  const dated = isSureDay ? plainLine(title) : `${plainLine(title)} (${hedgedDate(event)})`;
  const summary = date.role === 'PUBLISHED' ? `Reported: ${plainLine(title)}` : dated;
  return [{ uid: `${id}@dateline`, sequence: revision, summary, start: partsOf(date.earliest) }];
};

test('ical.js reads back any events, with their days and titles', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, async (events) => {
      const { text } = await writeEvents('ics', events);
      expect(
        eventsOf(text).map(({ uid, sequence, summary, startDate: { year, month, day } }) => ({
          uid,
          sequence,
          summary,
          start: { year, month, day },
        })),
      ).toEqual(events.flatMap(entryOf));
    }),
  );
});

test('node-ical reads the same events', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, async (events) => {
      const { text } = await writeEvents('ics', events);
      expect(
        Object.values(ical.sync.parseICS(text)).flatMap((part) =>
          part?.type === 'VEVENT'
            ? [{ uid: part.uid, sequence: Number(part.sequence), summary: part.summary }]
            : [],
        ),
      ).toEqual(events.flatMap(entryOf).map(({ start: _, ...entry }) => entry));
    }),
  );
});
