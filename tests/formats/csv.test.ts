import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildEvent } from '../store/build-event.ts';
import { anyEvents } from './any-event.ts';
import { stored, writeEvents } from './write-events.ts';

const read = (text: string): readonly Record<string, string>[] =>
  parse(text, { columns: true, record_delimiter: '\r\n' });

test('a record has an event, below a header with the names of its columns', async () => {
  const { text } = await writeEvents('csv', [stored(buildEvent('a', { title: 'He said "no", twice' }))]);
  expect(text).toBe(
    [
      'id,revision,title,edtf,earliest,latest,precision,role,display,type,modality,actors,places,confidence,sourceCount,sources,quote,url',
      'evt_a,3,"He said ""no"", twice",2021-12-21,2021-12-21,2021-12-21,DAY,ON,2021-12-21,CONSULT,ASSERTED,,,0.9,1,one.txt,They met (a).,https://timeline.example/v1/events/evt_a',
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

test('csv-parse reads back whatever events there are, and finds no cell that begins as a formula does', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, async (events) => {
      const rows = read((await writeEvents('csv', events)).text);
      expect(rows.map(({ id, edtf, revision }) => [id, edtf, revision])).toEqual(
        events.map(({ id, date, revision }) => [id, date.edtf, String(revision)]),
      );
      for (const cell of rows.flatMap((row) => Object.values(row)))
        expect(cell).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
    }),
  );
});
