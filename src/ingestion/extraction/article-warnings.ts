import type { ArticleWarning } from '../../domain/event/article.ts';
import { type CalendarDate, toDayNumber, weekdayOf } from '../../domain/time/calendar-date.ts';
import { WEEKDAY_NAMES } from '../../domain/time/calendar-names.ts';
import type { Resolution, Unresolved } from '../../domain/time/resolution.ts';

const WEEKDAY_LAST = new RegExp(String.raw`\b(${WEEKDAY_NAMES.join('|')}),?\s*(?:the\s+)?$`, 'iu');
const LONGEST_WEEKDAY = 16;

type Outcome = Resolution | Unresolved;

export const unresolvedWarnings = (outcomes: readonly Outcome[]): readonly ArticleWarning[] =>
  outcomes.flatMap((outcome) =>
    outcome.kind === 'resolved'
      ? []
      : [
          warning(
            'UNRESOLVED_EXPRESSION',
            `"${outcome.text}" could not be placed: ${outcome.reason}`,
            outcome,
          ),
        ],
  );

/** "Monday, December 21, 2021" is warned of, since that day was a Tuesday. */
export function weekdayWarnings(text: string, outcomes: readonly Outcome[]): readonly ArticleWarning[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.kind !== 'resolved' || outcome.date?.precision !== 'DAY' || outcome.date.earliest === null)
      return [];
    const { timex, date } = outcome;
    const named = weekdayBeside(text, timex.start, timex.end);
    if (named === null) return [];
    const real = WEEKDAY_NAMES[weekdayOf(toDayNumber(outcome.date.earliest)) - 1] ?? '';
    if (real.toLowerCase() === named.toLowerCase()) return [];
    return [warning('WEEKDAY_DISAGREES', `"${named}" stands beside ${date.edtf}, which is a ${real}`, timex)];
  });
}

/** A weekday inside or right before an expression with a date in numbers. */
function weekdayBeside(text: string, start: number, end: number): string | null {
  if (!/\d/u.test(text.slice(start, end))) return null;
  const inside = /^\p{L}+day\b/iu.exec(text.slice(start, end))?.[0];
  if (inside !== undefined)
    return WEEKDAY_NAMES.find((day) => day.toLowerCase() === inside.toLowerCase()) ?? null;
  const before = WEEKDAY_LAST.exec(text.slice(Math.max(0, start - LONGEST_WEEKDAY), start));
  return before?.[1] ?? null;
}

/**
 * Rules for dates in words, with or without a year. "Friday" and "next week" are resolved from the anchor and
 * cannot contradict it.
 */
const WRITTEN_DAY = /^(?:explicit-date|month|year|day-range)\//u;

/** Warns of a date after the anchor that the text reports as past or a caption shows. */
export function contradiction(resolution: Resolution, anchor: CalendarDate): ArticleWarning | null {
  const { date, timex, rule } = resolution;
  if (date?.earliest == null || !WRITTEN_DAY.test(rule) || toDayNumber(date.earliest) <= toDayNumber(anchor))
    return null;
  return warning(
    'ANCHOR_CONTRADICTED',
    `"${timex.text}" is told as past but lies after the anchor ${anchor}`,
    timex,
  );
}

export const noEvents = (): ArticleWarning => ({
  code: 'NO_EVENTS',
  message: 'nothing in the text is dated',
  start: null,
  end: null,
});

const warning = (
  code: ArticleWarning['code'],
  message: string,
  { start, end }: { start: number; end: number },
): ArticleWarning => ({ code, message, start, end });
