import { type DayNumber, yearMonthDayOf } from './calendar-date.ts';
import { MONTH_NAMES, SEASON_NAMES } from './calendar-names.ts';
import { boundsOf, type Period, periodOf, unitBetween } from './period.ts';

const ORDINAL_NAMES = ['first', 'second', 'third', 'fourth'];

const displayYear = (year: number): string => (year > 0 ? String(year) : `${1 - year} BC`);

/** 18982 → `21 December 2021`. */
function displayDay(dayNumber: DayNumber): string {
  const { year, month, day } = yearMonthDayOf(dayNumber);
  return `${day} ${MONTH_NAMES[month - 1]} ${displayYear(year)}`;
}

function displayCentury(index: number): string {
  const number = index + 1;
  const suffix =
    number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${suffix} century`;
}

function displaySeason(index: number): string {
  const year = Math.floor(index / 4);
  const season = index - year * 4;
  const years =
    season === 3 && year > 0
      ? `${displayYear(year)}–${String((year + 1) % 100).padStart(2, '0')}`
      : displayYear(year);
  return `${SEASON_NAMES[season]} ${years}`;
}

/** A period in English: `21 December 2021`, `week of 13 December 2021`, `fourth quarter of 2021`, `winter 2021–22`, `1990s`. */
export function displayPeriod(period: Period): string {
  const { unit, index } = period;
  const { first } = boundsOf(period);
  const { year, month } = yearMonthDayOf(first);
  switch (unit) {
    case 'DAY':
      return displayDay(first);
    case 'WEEK':
      return `week of ${displayDay(first)}`;
    case 'WEEKEND':
      return `weekend of ${displayDay(first)}`;
    case 'MONTH':
      return `${MONTH_NAMES[month - 1]} ${displayYear(year)}`;
    case 'QUARTER':
      return `${ORDINAL_NAMES[index - year * 4]} quarter of ${displayYear(year)}`;
    case 'SEASON':
      return displaySeason(index);
    case 'HALF':
      return `${ORDINAL_NAMES[index - year * 2]} half of ${displayYear(year)}`;
    case 'YEAR':
      return displayYear(year);
    case 'DECADE':
      return `${index * 10}s`;
    case 'CENTURY':
      return displayCentury(index);
  }
}

/** Two days in English, as coarse as they allow: `1–20 December 2021`, `November 2021 – March 2022`, `1850–1899`. */
export function displayBetween(first: DayNumber, last: DayNumber): string {
  const [from, to] = [yearMonthDayOf(first), yearMonthDayOf(last)];
  const unit = unitBetween(first, last);
  if (unit === 'YEAR') return `${displayYear(from.year)}–${displayYear(to.year)}`;
  if (unit === 'DAY' && from.year === to.year && from.month === to.month)
    return `${from.day}–${displayDay(last)}`;
  const [begin, end] = [first, last].map((day) => displayPeriod(periodOf(unit, day)));
  return `${begin} – ${end}`;
}

/** Two or more days in English, in order of time: `3, 4 and 7 May 2021`, `30 May 2021 and 2 June 2021`. */
export function displayDays(days: readonly DayNumber[]): string {
  const parts = days.map(yearMonthDayOf);
  const last = parts.at(-1);
  const isOneMonth = parts.every(({ year, month }) => year === last?.year && month === last.month);
  const names = days.map((day, index) =>
    isOneMonth && index < days.length - 1 ? String(parts[index]?.day) : displayDay(day),
  );
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
