import type { Span } from '../../domain/event/mention.ts';
import { dayNumberOf, yearMonthDayOf } from '../../domain/time/calendar-date.ts';
import type { Period } from '../../domain/time/period.ts';
import type { Alternative } from '../../domain/time/resolution.ts';
import { timexValueOf } from '../../domain/time/timex.ts';
import { ANCHOR, type Context, NO_REFERENCE } from '../rule.ts';
import { leansForward, pointsForward } from './cues.ts';
import { type YearChoice, yearOfStory } from './year-of-story.ts';

/** A month or day farther ahead needs a cue: without one, "in March" in a text of October is the last March. */
const FAR_AHEAD_DAYS = 80;
/** A month or day may lie back so many days beside "will". If it lies farther back, "will" means the next one. */
const LONG_OVER_DAYS = 20;
const COMING_AFTER = /^(?!,?\s+(?:which|who|that)\b)[^.;]*\b(?:will|would|shall)\b/i;

/** The parts that the words give: a month, with or without its year and day. */
interface YearGiven {
  readonly written?: number | undefined;
  readonly month: number;
  readonly day?: number;
}

/** The same month, day or holiday in the rejected year: "Jan. 5" → 2021-01-05 beside 2022-01-05. */
export const otherYear = (
  { other }: YearChoice,
  periodIn: (year: number) => Period,
): readonly Alternative[] =>
  other === null ? [] : [{ value: timexValueOf(periodIn(other.year)), because: other.because }];

/**
 * The year of a month, or of a month and day. A written year counts. In news, the nearest year to the anchor counts; where two
 * years are about as near, it is the past year unless the clause points ahead. In history writing, the year of the story counts.
 * On 2021-12-21: "on Jan. 5" 2022 · "Sales fell in March" 2021.
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
      because: forward ? 'its clause points ahead' : 'nothing in its clause points ahead',
    },
  };
}
