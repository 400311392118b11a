import type { ArticleSource, ArticleWarning } from '../../domain/event/article.ts';
import type { Span } from '../../domain/event/mention.ts';
import type { Anchor, AnchorBasis } from '../../domain/time/anchor.ts';
import { type CalendarDate, calendarDateOf, toDayNumber } from '../../domain/time/calendar-date.ts';
import { type Dateline, findDateline } from './dateline.ts';
import { dayInName, endOfMonthInName, pathOf, yearInName } from './day-in-name.ts';
import type { NearestDay } from './written-date.ts';

export interface AnchorOptions {
  /** Given by the caller for this run. */
  readonly override?: CalendarDate;
  /** The timeline's own anchor. */
  readonly fallback: CalendarDate;
}

export interface ChosenAnchor {
  readonly anchor: Anchor;
  /** The printed dateline, whether or not the anchor rests on it. It reports no event. */
  readonly dateline: Span | null;
  /** Set where printed dateline and anchor are more than a day apart. Night desks and time zones explain a single day. */
  readonly warning: ArticleWarning | null;
}

type DatedSource = Pick<ArticleSource, 'text' | 'publishedOn' | 'url' | 'file'>;

/**
 * The day against which an article's relative expressions resolve. The first that is known is taken: `override`,
 * `publishedOn`, the day in the address, a printed dateline, the day in the file's name, `fallback`. A dateline without a
 * year comes after the name of the file, which may give that year.
 */
export function chooseAnchor(source: DatedSource, { override, fallback }: AnchorOptions): ChosenAnchor {
  const published = source.publishedOn ?? dayInName(pathOf(source.url));
  const named = dayInName(source.file ?? '');
  const dateline = findDateline(source.text, nearestDayOf(source, published ?? named, fallback));
  const choices: readonly (readonly [AnchorBasis, CalendarDate | undefined])[] = [
    ['OVERRIDE', override],
    ['METADATA', published],
    ['DATELINE', dateline?.hasYear ? dateline.date : undefined],
    ['METADATA', named],
    ['DATELINE', dateline?.date],
  ];
  // A month in the address says no day, but that the default's year is wrong. Reports look back from its end.
  const month = endOfMonthInName(pathOf(source.url)) ?? endOfMonthInName(source.file ?? '');
  const anchor = firstKnown(choices) ?? { date: month ?? fallback, basis: 'DEFAULT' };
  return { anchor, dateline: dateline?.span ?? null, warning: contradictionOf(anchor, dateline) };
}

function firstKnown(
  choices: readonly (readonly [AnchorBasis, CalendarDate | undefined])[],
): Anchor | undefined {
  const [found] = choices.flatMap(([basis, date]) => (date === undefined ? [] : [{ date, basis }]));
  return found;
}

/** A day of the article itself leads to the year beside it; a default also to a year that has the weekday. */
const OF_ITSELF = 1;
const OF_WEEKDAY = 6;

function nearestDayOf(
  source: DatedSource,
  known: CalendarDate | undefined,
  fallback: CalendarDate,
): NearestDay {
  if (known !== undefined) return { date: known, years: OF_ITSELF };
  const year = yearInName(pathOf(source.url)) ?? yearInName(source.file ?? '');
  if (year === undefined) return { date: fallback, years: OF_WEEKDAY };
  return { date: calendarDateOf({ year, month: 7, day: 1 }), years: 0 };
}

/** The publisher of the bundled dispatches, which are written for the default anchor. */
const OWN_PUBLISHER = 'Dateline';

/** Set where an article says nothing of its day, so that the anchor is a guess. */
export function defaultAnchorWarning(
  { date, basis }: Anchor,
  publisher: string | null,
): ArticleWarning | null {
  if (basis !== 'DEFAULT' || publisher === OWN_PUBLISHER) return null;
  const message = `no day known; read as of ${date}; give publishedOn or --anchor`;
  return { code: 'DEFAULT_ANCHOR', message, start: null, end: null };
}

/** An update contradicts nothing: articles are updated for years. */
function contradictionOf(anchor: Anchor, dateline: Dateline | null): ArticleWarning | null {
  if (dateline === null || dateline.kind === 'UPDATED') return null;
  if (Math.abs(toDayNumber(dateline.date) - toDayNumber(anchor.date)) <= 1) return null;
  return {
    code: 'ANCHOR_CONTRADICTED',
    message: `the dateline says ${dateline.date}, the anchor is ${anchor.date} (${anchor.basis})`,
    ...dateline.span,
  };
}
