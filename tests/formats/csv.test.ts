import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/domain/event/event.ts';
import { sourceLine, sourcesOf } from '../../src/formats/event/sources.ts';
import { plainText } from '../../src/formats/text/plain-text.ts';
import { buildEvent } from '../store/build-event.ts';
import { anyEvents } from './any-event.ts';
import { stored, writeEvents } from './write-events.ts';

const read = (text: string): readonly Record<string, string>[] =>
  parse(text, { columns: true, record_delimiter: '\r\n' });

/** The beginnings of cells that a spreadsheet computes. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;

test('a record has an event, below a header with the names of its columns', async () => {
  const { text } = await writeEvents('csv', [stored(buildEvent('a', { title: 'He said "no", twice' }))]);
  expect(text).toBe(
    [
      'id,revision,title,edtf,earliest,latest,precision,role,display,type,modality,actors,places,confidence,sourceCount,sources,quote,url',
      'evt_a,3,"He said ""no"", twice",2021-12-21,2021-12-21,2021-12-21,DAY,ON,2021-12-21,CONSULT,ASSERTED,,,0.9,1,one.txt,They met (a).,https://timeline.example/events/evt_a',
      '',
    ].join('\r\n'),
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', ' =1', '\n=1', '\uff1d1', '\uff0b1', '\uff0d1', '\uff201'])(
  'the cell %j is defused, so that no spreadsheet computes it',
  async (title) => {
    const { text } = await writeEvents('csv', [stored(buildEvent('a', { title }))]);
    expect(read(text)[0]?.['title']).toBe(`'${title}`);
  },
);

/** The expected cell of a text: the text without control characters, with a quote before a formula. */
const cellOf = (text: string): string =>
  FORMULA.test(plainText(text)) ? `'${plainText(text)}` : plainText(text);

/** The expected record of an event. */
const recordOf = (event: TimelineEvent): Readonly<Record<string, string>> => {
  const { id, revision, date, mentions } = event;
  const cells = {
    title: event.title,
    edtf: date.edtf,
    earliest: date.earliest ?? '',
    latest: date.latest ?? '',
    precision: date.precision,
    role: date.role,
    display: date.display,
    type: event.type,
    modality: event.modality,
    actors: event.actors.map(({ name }) => name).join('; '),
    places: event.places.map(({ name }) => name).join('; '),
    confidence: String(event.confidence),
    sourceCount: String(event.sourceCount),
    sources: sourcesOf(event).map(sourceLine).join('; '),
    quote: mentions[0]?.quote.exact ?? '',
    url: `https://timeline.example/events/${id}`,
  };
  const defused = Object.entries(cells).map(([column, text]) => [column, cellOf(text)]);
  return { id, revision: String(revision), ...Object.fromEntries(defused) };
};

test('csv-parse reads back every field of any events', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, async (events) => {
      const rows = read((await writeEvents('csv', events)).text);
      expect(rows).toEqual(events.map(recordOf));
      for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(FORMULA);
    }),
  );
});
