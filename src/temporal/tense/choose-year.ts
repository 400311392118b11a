import type { Span } from '../../domain/event/mention.ts';
import { dayNumberOf, yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import type { Period } from '../../domain/time/period.ts';
import type { Alternative } from '../../domain/time/resolution.ts';
import { timexValueOf } from '../../domain/time/timex.ts';
import { ANCHOR, type Context, NO_REFERENCE } from '../rule.ts';
import { leansForward, pointsForward } from './cues.ts';
import { type YearChoice, yearOfStory } from './year-of-story.ts';

/** How far ahead a month or day may lie before it needs a cue: "in March", said in October, is the March that is over. */
const FAR_AHEAD_DAYS = 80;
/** After so many days not even "will" speaks of the month or day that is over. */
const LONG_OVER_DAYS = 20;
const COMING_AFTER = /^(?!,?\s+(?:which|who|that)\b)[^.;]*\b(?:will|would|shall)\b/i;

/** What the words give: perhaps a year, a month, perhaps a day of it. */
interface YearGiven {
  readonly written?: number | undefined;
  readonly month: number;
  readonly day?: number;
}

/** The same month, day or holiday in the year that was not chosen. */
export const otherYear = (
  { other }: YearChoice,
  periodIn: (year: number) => Period,
): readonly Alternative[] =>
  other === null ? [] : [{ value: timexValueOf(periodIn(other.year)), because: other.because }];

/**
 * The year of a month, or month and day: the written one, where there is one. Otherwise in news it is the one closest to the anchor, but of two about
 * as close the one that is over unless the clause speaks of what is to come; in history writing the one
 * closest to what was mentioned last.
 */
export function chooseYear(context: Context, span: Span, given: YearGiven): YearChoice {
  const { written, month, day = 15 } = given;
  if (written !== undefined) return { year: written, reference: NO_REFERENCE, other: null };
  if (context.narrative) return yearOfStory(context, month);
  return { ...yearNearAnchor(context, span, month, day), reference: ANCHOR };
}

function yearNearAnchor(
  { anchor, text }: Context,
  { start, end }: Span,
  month: number,
  day: number,
): Omit<YearChoice, 'reference'> {
  const here = yearMonthDayOf(anchor).year;
  const ahead = (year: number): number => dayNumberOf({ year, month, day }) - anchor;
  const [nearest, second] = [here - 1, here, here + 1].sort(
    (one, other) => Math.abs(ahead(one)) - Math.abs(ahead(other)),
  );
  const [year = here, next = here] = [nearest, second];
  const near = { year, other: { year: next, because: 'it lies farther from the anchor' } };
  const isOver = ahead(year) < -LONG_OVER_DAYS && pointsForward(text, start);
  if (Math.abs(ahead(year)) < FAR_AHEAD_DAYS && !isOver) return near;
  const forward = leansForward(text, start) || COMING_AFTER.test(text.slice(end, end + 40));
  if (forward === ahead(year) > 0) return near;
  return {
    year: forward ? year + 1 : year - 1,
    other: {
      year,
      because: forward ? 'its clause speaks of what is to come' : 'nothing in its clause points ahead',
    },
  };
}
