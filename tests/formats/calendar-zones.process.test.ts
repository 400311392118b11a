import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { addDays, requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { buildEvent, dayDate, spanDate } from '../store/build-event.ts';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { stored, writeEvents } from './write-events.ts';

/** Eleven hours behind UTC, fourteen ahead of it, and where days begin at one o'clock once a year. */
const ZONES = ['Pacific/Pago_Pago', 'UTC', 'Pacific/Kiritimati', 'America/Sao_Paulo'];
const READERS = ['ical.js', 'node-ical'];

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const PRINT_DAYS = fileURLToPath(new URL('print-calendar-days.ts', import.meta.url));

/** The first and the last day of each month since 2000, and the days on which clocks are changed. */
const DAYS = Array.from({ length: 12 * 30 }, (_, month) => month).flatMap((month) => {
  const first = requireCalendarDate(`${2000 + Math.floor(month / 12)}-${twoDigits((month % 12) + 1)}-01`);
  return [addDays(first, -1), first];
});
const CLOCK_CHANGES = ['2018-11-04', '2019-02-17', '2022-03-13', '2022-11-06'].map(requireCalendarDate);

describe.each(READERS)('%s sees the same days', (reader) => {
  test.each(ZONES)('where the zone of the reader is %s', async (zone) => {
    const days = [...DAYS, ...CLOCK_CHANGES];
    const events = [
      ...days.map((day, index) => stored(buildEvent(`day-${index}`, { date: dayDate(day) }))),
      stored(buildEvent('week', { date: spanDate('2021-12-13', '2021-12-19', 'WEEK') })),
    ];
    const printed = execFileSync(process.execPath, [PRINT_DAYS, reader], {
      env: { ...COMPILE_CACHE, PATH: process.env['PATH'], TZ: zone },
      input: (await writeEvents('ics', events)).text,
      encoding: 'utf8',
    });
    expect(JSON.parse(printed)).toEqual([
      ...days.map((day) => [day, addDays(day, 1), true]),
      ['2021-12-13', '2021-12-20', true],
    ]);
  });
});
