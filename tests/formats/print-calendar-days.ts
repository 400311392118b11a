import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import ical from 'node-ical';

/*
 * Reads a calendar from standard input with the library that the argument names. Prints the civil days of its events in
 * the system's zone: start, exclusive end, and whether they are dates.
 */

type Days = readonly [start: string, end: string, isDate: boolean];

const two = (number: number): string => String(number).padStart(2, '0');

const dayOf = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

const READERS: Readonly<Record<string, (text: string) => readonly Days[]>> = {
  'ical.js': (text) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component))
      .map(({ startDate, endDate }) => [
        dayOf(startDate.toJSDate()),
        dayOf(endDate.toJSDate()),
        startDate.isDate && endDate.isDate,
      ]),
  'node-ical': (text) =>
    Object.values(ical.sync.parseICS(text)).flatMap((part) =>
      part?.type === 'VEVENT'
        ? [[dayOf(part.start), dayOf(part.end ?? part.start), part.datetype === 'date']]
        : [],
    ),
};

const read = READERS[process.argv[2] ?? ''];
if (read === undefined) throw new Error(`no reader is named ${process.argv[2]}`);
console.log(JSON.stringify(read(readFileSync(0, 'utf8'))));
