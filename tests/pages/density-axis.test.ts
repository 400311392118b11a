import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { htmlText } from '../../src/pages/html.ts';
import { densityAxis } from '../../src/pages/parts/density-axis.ts';

const DAY = requireCalendarDate('2021-12-01');

/** The words on the axes, those that a narrow screen leaves out in brackets. */
function labelsOf(periods: readonly string[]): readonly string[] {
  const buckets = periods.map((period) => ({ period, from: DAY, to: DAY, certain: 1, possible: 0 }));
  const text = htmlText(densityAxis(buckets, 1200), '');
  return [...text.matchAll(/(class="minor">(?:<line[^>]*>)?)?<text[^>]*>(.*?)<\/text>/g)].map(
    ([, minor, label = '']) => (minor === undefined ? label : `[${label}]`),
  );
}

const months = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const month = first + index;
    return `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });

const years = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => String(first + index));

test('many years are named by tens, few one by one', () => {
  expect(labelsOf(years(1961, 60))).toEqual([
    '1,200 events a year',
    '1961',
    '[1970]',
    '1980',
    '1990',
    '2000',
    '2010',
    '2020',
  ]);
  expect(labelsOf(years(2019, 3))).toEqual(['1,200 events a year', '2019', '2020', '2021']);
});

test('many months are named by their years, fewer by quarters too', () => {
  expect(labelsOf(months(3, 50))).toEqual([
    '1,200 events a month',
    'Apr 2020',
    '[2021]',
    '2022',
    '2023',
    '2024',
  ]);
  expect(labelsOf(months(0, 15))).toEqual([
    '1,200 events a month',
    'Jan 2020',
    '[Apr]',
    '[Jul]',
    '[Oct]',
    '2021',
  ]);
});

test('a single day has its whole name below its bar', () => {
  expect(labelsOf(['2021-12-17'])).toEqual(['1,200 events a day', '17 Dec 2021']);
});
