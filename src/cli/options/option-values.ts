import { InvalidArgumentError } from 'commander';
import type { MonthDay } from '../../domain/query/timeline-query.ts';
import { type CalendarDate, parseCalendarDate } from '../../domain/time/calendar-date.ts';

/** Reads the value of an option that takes a day. */
export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new InvalidArgumentError('It must be a day of the calendar, as YYYY-MM-DD.');
  return date;
}

/** Reads `12-21`; that the month has such a day is for the filter to check. */
export function monthDay(text: string): MonthDay {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  if (match === null) throw new InvalidArgumentError('It must be a month and a day, as MM-DD.');
  return { month: Number(match[1]), day: Number(match[2]) };
}

/** Reads a whole number; its range is for the use case to check. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** Reads a number such as 0.5; its range is for the use case to check. */
export function decimal(text: string): number {
  if (!/^\d{1,9}(\.\d{1,9})?$/.test(text)) throw new InvalidArgumentError('It must be a number such as 0.5.');
  return Number(text);
}

/** Collects the values of an option that may be given more than once. */
export const repeated = (value: string, previous: readonly string[] = []): readonly string[] => [
  ...previous,
  value,
];

/** Reads one of a list of words in any case, `-` for `_`; collects repetitions. */
export const repeatedWord =
  <Word extends string>(words: readonly Word[]) =>
  (text: string, previous: readonly Word[] = []): readonly Word[] => [...previous, oneWord(words)(text)];

/** Reads one of a list of words in any case, `-` for `_`. */
export const oneWord =
  <Word extends string>(words: readonly Word[]) =>
  (text: string): Word => {
    const word = words.find((each) => each.toUpperCase() === text.toUpperCase().replaceAll('-', '_'));
    if (word === undefined) throw new InvalidArgumentError(`It must be one of ${words.join(', ')}.`);
    return word;
  };
