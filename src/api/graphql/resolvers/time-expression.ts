import { TimelineError } from '../../../domain/errors.ts';
import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import type { Reference, Resolution, ResolutionMode, Unresolved } from '../../../domain/time/resolution.ts';
import type { Timeline } from '../../../timeline/timeline.ts';

/** In UTF-16 code units: a few pages, so that trying an expression never keeps the server from its other readers. */
const MAX_TEXT = 10_000;

export interface ResolveInput {
  readonly text: string;
  readonly anchor?: CalendarDate | null;
  readonly mode?: ResolutionMode | null;
}

/** The SDL's `TimeExpression`: one shape for what could be placed and what could not, the rest of each null. */
export async function resolveTimeExpressions(timeline: Timeline, { text, anchor, mode }: ResolveInput) {
  if (text.length > MAX_TEXT)
    throw new TimelineError(
      'ARTICLE_TOO_LARGE',
      `the text has ${text.length} code units, more than ${MAX_TEXT}`,
    );
  const options = mode == null ? {} : { mode };
  const expressions = await timeline.resolveText(text, anchor ?? undefined, options);
  return expressions.map((expression) => timeExpressionOf(expression, text));
}

function timeExpressionOf(expression: Resolution | Unresolved, source: string) {
  if (expression.kind === 'unresolved') return { ...expression, alternatives: [] };
  const { text, start, end } = expression.timex;
  return { ...expression, text, start, end, reference: referenceOf(expression.reference, source) };
}

const referenceOf = (reference: Reference, source: string) =>
  reference.kind === 'EXPRESSION'
    ? { ...reference, text: source.slice(reference.start, reference.end) }
    : reference;
