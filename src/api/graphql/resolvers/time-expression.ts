import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { TimelineError } from '../../../domain/errors.ts';
import type { Resolution, Unresolved } from '../../../domain/resolution.ts';
import type { Timeline } from '../../../timeline/timeline.ts';

/** In UTF-16 code units: a few pages, so that trying an expression never keeps the server from its other readers. */
const MAX_TEXT = 10_000;

export interface ResolveInput {
  readonly text: string;
  readonly anchor?: CalendarDate | null;
}

/** The SDL's `TimeExpression`: one shape for what could be placed and what could not, the rest of each null. */
export function resolveTimeExpressions(timeline: Timeline, { text, anchor }: ResolveInput) {
  if (text.length > MAX_TEXT)
    throw new TimelineError(
      'ARTICLE_TOO_LARGE',
      `the text has ${text.length} code units, more than ${MAX_TEXT}`,
    );
  return timeline.resolveText(text, anchor ?? undefined).map(timeExpressionOf);
}

function timeExpressionOf(expression: Resolution | Unresolved) {
  const { text, start, end } = expression.kind === 'resolved' ? expression.timex : expression;
  return { ...expression, text, start, end };
}
