import type { ArticleSource, ArticleWarning } from '../../domain/event/article.ts';
import type { Span } from '../../domain/event/mention.ts';
import type { Anchor } from '../../domain/time/anchor.ts';
import { type CalendarDate, toDayNumber } from '../../domain/time/calendar-date.ts';
import { type Dateline, findDateline } from './dateline.ts';

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

/**
 * The day against which an article's relative expressions resolve: `override`, else its `publishedOn`, else
 * the day of its printed dateline, else `fallback`. A dateline without a year takes the year nearest to
 * `publishedOn`, or to `fallback` where no publication day is known.
 */
export function chooseAnchor(
  source: Pick<ArticleSource, 'text' | 'publishedOn'>,
  options: AnchorOptions,
): ChosenAnchor {
  const dateline = findDateline(source.text, source.publishedOn ?? options.fallback);
  const anchor = strongest(source.publishedOn, dateline, options);
  return { anchor, dateline: dateline?.span ?? null, warning: contradictionOf(anchor, dateline) };
}

function strongest(
  publishedOn: CalendarDate | null,
  dateline: Dateline | null,
  { override, fallback }: AnchorOptions,
): Anchor {
  if (override !== undefined) return { date: override, basis: 'OVERRIDE' };
  if (publishedOn !== null) return { date: publishedOn, basis: 'METADATA' };
  if (dateline !== null) return { date: dateline.date, basis: 'DATELINE' };
  return { date: fallback, basis: 'DEFAULT' };
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
