import { readFileSync } from 'node:fs';
import ical from 'node-ical';

/* Reads a calendar from standard input with node-ical and prints the civil days that its events have in the system's zone. */

const two = (number: number): string => String(number).padStart(2, '0');

const dayOf = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

const days = Object.values(ical.sync.parseICS(readFileSync(0, 'utf8'))).flatMap((part) =>
  part?.type === 'VEVENT' ? [[dayOf(part.start), dayOf(part.end ?? part.start), part.datetype]] : [],
);

console.log(JSON.stringify(days));
