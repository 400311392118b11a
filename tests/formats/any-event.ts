import fc from 'fast-check';
import type { TimelineEvent } from '../../src/domain/event/event.ts';
import { EVENT_TYPES } from '../../src/domain/event/event-type.ts';
import { actorId, placeId } from '../../src/domain/event/ids.ts';
import { MODALITIES } from '../../src/domain/event/mention.ts';
import { addDays, requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { publishedDate } from '../../src/domain/time/edtf.ts';
import { DATE_ROLES, type EventDate, PRECISIONS } from '../../src/domain/time/event-date.ts';
import { buildArticle, buildEvent, buildMention } from '../store/build-event.ts';
import { GENEVA, MOSCOW, stored } from './write-events.ts';

/** Code units of every kind, with half surrogates, control characters and the markup of all formats among them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '=1+1',
        ']]>',
        '<b>',
        '&',
        '"',
        "'",
        ',',
        ';',
        '\\',
        '\r\n',
        '\n',
        '\t',
        '\u0000',
        '\ud800',
        '\udc00',
        '\u202e',
        '\u2066',
        '\u2028',
        '\ufeff',
        '\uffff',
        '😀',
        'é',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

const anyDay = fc
  .integer({ min: 0, max: 3_652_058 })
  .map((days) => addDays(requireCalendarDate('0001-01-01'), days));

const anyDate: fc.Arbitrary<EventDate> = fc
  .record({
    days: fc.tuple(anyDay, anyDay).map((days) => days.toSorted()),
    open: fc.constantFrom('NO', 'START', 'END'),
    precision: fc.constantFrom(...PRECISIONS.filter((each) => each !== 'OPEN' && each !== 'DAY')),
    role: fc.constantFrom(...DATE_ROLES),
  })
  .map(({ days, open, precision, role }) => {
    const earliest = open === 'START' ? null : (days[0] ?? null);
    const latest = open === 'END' ? null : (days[1] ?? null);
    const isDay = earliest !== null && earliest === latest;
    if (role === 'PUBLISHED') return publishedDate(earliest ?? latest ?? requireCalendarDate('2021-12-21'));
    return {
      edtf: isDay ? earliest : `${earliest ?? '..'}/${latest ?? '..'}`,
      earliest,
      latest,
      precision: open === 'NO' ? (isDay ? 'DAY' : precision) : 'OPEN',
      role,
      display: `from ${earliest} to ${latest}`,
    };
  });

const anyUrl = fc.option(fc.webUrl({ withFragments: true, withQueryParameters: true }));

/** An article's text and metadata. */
const anyAccount = fc.record({
  quote: anyText,
  article: fc.record({
    title: fc.option(anyText),
    publisher: fc.option(anyText),
    url: anyUrl,
    file: fc.option(anyText),
    publishedOn: fc.option(anyDay),
  }),
});

/** Any event that the program could have made. */
const anyEvent: fc.Arbitrary<TimelineEvent> = fc
  .record({
    title: anyText,
    date: anyDate,
    accounts: fc.array(anyAccount, { minLength: 1, maxLength: 3 }),
    names: fc.array(anyText, { maxLength: 3 }),
    places: fc.subarray([MOSCOW, GENEVA, { id: placeId('plc_nowhere'), name: 'Nowhere, "not" on; any map' }]),
    type: fc.constantFrom(...EVENT_TYPES),
    modality: fc.constantFrom(...MODALITIES),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    revision: fc.nat(),
  })
  .map(({ accounts, names, revision, ...fields }) => {
    const actors = names.map((name, index) => ({
      id: actorId(`act_${index}`),
      name,
      role: 'ACTOR' as const,
    }));
    const mentions = accounts.map(({ quote, article }, index) =>
      buildMention(String(index), {
        date: fields.date,
        sentence: quote,
        article: buildArticle(String(index), article),
      }),
    );
    return stored(buildEvent('a', { ...fields, actors, mentions, sourceCount: mentions.length }), revision);
  });

/** Up to five entries, each with an id of its own. */
export const anyEvents: fc.Arbitrary<readonly TimelineEvent[]> = fc
  .array(anyEvent, { maxLength: 5 })
  .map((events) => events.map((event, index) => ({ ...event, id: buildEvent(String(index)).id })));
