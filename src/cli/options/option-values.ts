import { InvalidArgumentError, Option } from 'commander';
import type { MonthDay } from '../../domain/query/timeline-query.ts';
import { type CalendarDate, parseCalendarDate } from '../../domain/time/calendar-date.ts';

/** Reads the value of an option that takes a day. */
export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new InvalidArgumentError('It must be a day of the calendar, as YYYY-MM-DD.');
  return date;
}

/** Reads `12-21`. The filter checks that the month has such a day. */
export function monthDay(text: string): MonthDay {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  if (match === null) throw new InvalidArgumentError('It must be a month and a day, as MM-DD.');
  return { month: Number(match[1]), day: Number(match[2]) };
}

/** Reads a whole number. The use case checks its range. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** Reads a number such as 0.5. The use case checks its range. */
export function decimal(text: string): number {
  if (!/^\d{1,9}(\.\d{1,9})?$/.test(text)) throw new InvalidArgumentError('It must be a number such as 0.5.');
  return Number(text);
}

/** Collects the values of an option that may be given more than once. */
export const repeated = (value: string, previous: readonly string[] = []): readonly string[] => [
  ...previous,
  value,
];

/** An option that takes a word of a list, in any case and with `-` for `_`. Its help lists the words. */
export const wordOption = (flags: string, meaning: string, words: readonly string[], note = ''): Option =>
  new Option(flags, `${meaning}: ${words.join(', ')}${note}`).argParser(oneWord(words));

/** The same for an option that may be given more than once. */
export const repeatedWordOption = (
  flags: string,
  meaning: string,
  words: readonly string[],
  note: string,
): Option =>
  new Option(flags, `${meaning} ${words.join(', ')} (${note})`).argParser(
    (text, previous: readonly string[] = []) => [...previous, oneWord(words)(text)],
  );

/** Reads a word of a list in any case, `-` for `_`. */
export const oneWord =
  <Word extends string>(words: readonly Word[]) =>
  (text: string): Word => {
    const word = words.find((each) => each.toUpperCase() === text.toUpperCase().replaceAll('-', '_'));
    if (word === undefined) throw new InvalidArgumentError(`It must be one of ${words.join(', ')}.`);
    return word;
  };
