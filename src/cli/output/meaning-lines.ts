import type { EventDate } from '../../domain/time/event-date.ts';
import type { Timex } from '../../domain/time/timex.ts';
import { labelledLine } from './text-table.ts';

/** What an expression means: a line for people, and one in the words of the standards. */
export const meaningLines = (timex: Timex, date: EventDate | null): readonly string[] => [
  labelledLine('means', date === null ? dateless(timex) : `${date.display}: ${daysOf(date)}`),
  labelledLine('written', [...(date === null ? [] : [edtfOf(date)]), timexOf(timex)].join(', ')),
];

const edtfOf = ({ edtf, role, precision }: EventDate): string => `EDTF ${edtf} (${role}, ${precision})`;

const timexOf = ({ type, value, mod }: Timex): string =>
  ['TIMEX3', type, value, ...(mod === null ? [] : [mod])].join(' ');

/** The first and the last day, and how what happened lies between them. */
function daysOf({ earliest, latest, role }: EventDate): string {
  if (earliest === null) return latest === null ? 'on no known day' : `on ${latest} at the latest`;
  if (latest === null) return `on ${earliest} at the earliest`;
  if (earliest === latest) return `on ${earliest}`;
  return `${role === 'SPANS' ? 'all the time' : 'at some time'} from ${earliest} to ${latest}`;
}

/** What it is that has no date of its own. */
function dateless({ type, value }: Timex): string {
  if (type === 'DURATION') return 'a length of time, not a date';
  if (type === 'SET') return 'a time that comes again and again, not one date';
  const reference = /^(PAST|PRESENT|FUTURE)_REF$/.exec(value)?.[1];
  if (reference !== undefined) return `the ${reference.toLowerCase()}, without a date`;
  return /^\d/.test(value) ? 'the end of the range before it' : 'a time to which no days belong';
}
