import { MONTH_NAMES } from '../../domain/time/calendar-names.ts';
import type { Bucket } from '../../timeline/read/bucket.ts';
import { type Html, html } from '../html.ts';
import { counted } from '../numbers.ts';

/** Heights of the picture in pixels. Its widths are percentages, so that letters keep their form at any width. */
export const PICTURE = { height: 150, top: 20, ground: 128 } as const;

/** The highest number as a line, the ground, and some periods by name. */
export function densityAxis(buckets: readonly Bucket[], highest: number): Html {
  const { top, ground } = PICTURE;
  return html`<line class="grid" x1="0" x2="100%" y1="${top}" y2="${top}"/><text x="0" y="${top - 6}">${counted(highest, 'event')} a ${UNITS[unitOf(buckets)] ?? 'period'}</text>
<line class="ground-line" x1="0" x2="100%" y1="${ground}" y2="${ground}"/>
${ticksOf(buckets).map((tick) => tickMark(tick, buckets.length))}`;
}

/** A part of the picture's width: `0.125` → `12.5%`. */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** `2021-12` → `December 2021`; `2021-12-21` → `21 December 2021`. */
export function periodName({ period }: Pick<Bucket, 'period'>, isShort = false): string {
  const [year = '', month, day] = period.split('-');
  if (month === undefined) return year;
  const name = MONTH_NAMES[Number(month) - 1] ?? month;
  const shown = isShort ? name.slice(0, 3) : name;
  return day === undefined ? `${shown} ${year}` : `${Number(day)} ${shown} ${year}`;
}

const UNITS = ['year', 'month', 'day'];

/** The place of the buckets' unit: a year has one part, a day three. */
const unitOf = (buckets: readonly Bucket[]): number => (buckets[0]?.period.split('-').length ?? 1) - 1;

/** The name of a period below its bar. A narrow screen has no room for minor ones. */
interface Tick {
  readonly place: number;
  readonly label: string;
  readonly isMinor: boolean;
}

/** In shares of the width: the room of the first name, on a wide and on a narrow screen. */
const FIRST_NAME = { wide: 0.12, narrow: 0.28 };
/** Bars so few have their names in their middle. */
const FEW = 4;
/** The share of a narrow screen that a letter takes. A name without so much room ends at its bar. */
const WIDEST_LETTER = 0.022;

/** The first period by its whole name, then the beginnings of longer periods, and some between them. */
function ticksOf(buckets: readonly Bucket[]): readonly Tick[] {
  const first = buckets[0];
  if (first === undefined) return [];
  const names = [yearTick, monthTick, dayTick][unitOf(buckets)] ?? yearTick;
  const others = buckets.flatMap((bucket, place): readonly Tick[] => {
    const share = place / buckets.length;
    if (place === 0 || share < FIRST_NAME.wide) return [];
    const named = names(bucket.period, buckets.length);
    return named === null
      ? []
      : [{ place, label: named.label, isMinor: named.isMinor || share < FIRST_NAME.narrow }];
  });
  return [{ place: 0, label: periodName(first, true), isMinor: false }, ...others];
}

type Named = Pick<Tick, 'label' | 'isMinor'> | null;

const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const MOST_YEARS = 8;

function yearTick(period: string, count: number): Named {
  const step = YEAR_STEPS.find((each) => count / each <= MOST_YEARS) ?? count;
  return Number(period) % step === 0 ? { label: period, isMinor: false } : null;
}

/** January by its year; other months where there is room. */
function monthTick(period: string, count: number): Named {
  const [year = '', month] = period.split('-').map(Number);
  if (month === 1) return { label: String(year), isMinor: false };
  const step = count <= 12 ? 1 : 3;
  const isNamed = month !== undefined && count <= 36 && (month - 1) % step === 0;
  return isNamed ? { label: MONTH_NAMES[month - 1]?.slice(0, 3) ?? '', isMinor: true } : null;
}

/** The first of a month by its name; other days by their number, where there is room. */
function dayTick(period: string, count: number): Named {
  const day = Number(period.split('-')[2]);
  if (day === 1) return { label: periodName({ period }, true), isMinor: false };
  const isNamed = count <= 12 || (day % 7 === 1 && day < 29);
  return isNamed ? { label: String(day), isMinor: true } : null;
}

function tickMark({ place, label, isMinor }: Tick, count: number): Html {
  const { ground, height } = PICTURE;
  const isFew = count <= FEW;
  const isLate = !isFew && 1 - place / count < WIDEST_LETTER * label.length;
  const at = percent((place + (isFew ? 0.5 : isLate ? 1 : 0)) / count);
  const anchor = isFew ? 'middle' : isLate ? 'end' : 'start';
  return html`<g${isMinor ? html` class="minor"` : null}>${isFew ? null : html`<line class="tick" x1="${percent(place / count)}" x2="${percent(place / count)}" y1="${ground}" y2="${ground + 5}"/>`}<text x="${at}" y="${height - 4}" text-anchor="${anchor}">${label}</text></g>
`;
}
